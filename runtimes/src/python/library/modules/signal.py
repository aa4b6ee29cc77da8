"""Signals. Handlers run when the program sleeps, serves, or waits in `pause`."""
import _d_program
from _d_host import ask, gap

__lacks__ = "setitimer getitimer sigwait sigwaitinfo pthread_kill pthread_sigmask set_wakeup_fd siginterrupt sigpending raise_signal valid_signals strsignal ITIMER_REAL alarm"


class _Signal(int):
    """A number that knows its name."""

    @property
    def name(self):
        return "SIG" + _names[int(self)]

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return f"<Signals.{self.name}: {int(self)}>"

    def __str__(self):
        return str(int(self))


_names = {1: "HUP", 2: "INT", 3: "QUIT", 9: "KILL", 10: "USR1", 12: "USR2", 13: "PIPE", 14: "ALRM", 15: "TERM", 17: "CHLD", 18: "CONT", 28: "WINCH"}
_numbers = {name: number for number, name in _names.items()}
SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGUSR1, SIGUSR2 = [_Signal(one) for one in (1, 2, 3, 9, 10, 12)]
SIGPIPE, SIGALRM, SIGTERM, SIGCHLD, SIGCONT, SIGWINCH = [_Signal(one) for one in (13, 14, 15, 17, 18, 28)]
SIG_DFL = 0
SIG_IGN = 1


def _interrupt(number, frame):
    raise KeyboardInterrupt


default_int_handler = _interrupt
_handlers = {"INT": _interrupt}


def _deliver(name):
    """A signal has come while the program waited."""
    handler = _handlers.get(name, SIG_DFL)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        gap("the default action of SIG" + name + " in a program that waits")
    handler(_Signal(_numbers[name]), None)


def _tell():
    names = [one for one, handler in _handlers.items() if handler != SIG_DFL]
    for one in names:
        _d_program.signal_handlers[one] = (lambda one: lambda: _deliver(one))(one)
    for one in list(_d_program.signal_handlers):
        if one not in names:
            del _d_program.signal_handlers[one]
    ask("handles", signals=names)


def signal(signalnum, handler, /):
    name = _names.get(int(signalnum))
    if name is None or name == "KILL":
        raise OSError(22, "Invalid argument") if name else ValueError("signal number out of range")
    before = _handlers.get(name, SIG_DFL)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    _handlers[name] = handler
    _tell()
    return before


def getsignal(signalnum, /):
    return _handlers.get(_names.get(int(signalnum)), SIG_DFL)


def pause():
    ask("serve")
