"""Signals. Handlers run when the program sleeps, serves, or waits in `pause`."""
import _d_program
from os import getpid as _getpid
from _d_host import ask, gap

__lacks__ = "setitimer getitimer sigwait sigwaitinfo pthread_kill pthread_sigmask set_wakeup_fd siginterrupt sigpending Handlers ITIMER_REAL ITIMER_VIRTUAL ITIMER_PROF ItimerError SIG_BLOCK SIG_SETMASK SIG_UNBLOCK Sigmasks pidfd_send_signal sigtimedwait struct_siginfo alarm"


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


_names = {
    1: "HUP", 2: "INT", 3: "QUIT", 4: "ILL", 5: "TRAP", 6: "ABRT", 7: "BUS", 8: "FPE", 9: "KILL", 10: "USR1", 11: "SEGV",
    12: "USR2", 13: "PIPE", 14: "ALRM", 15: "TERM", 16: "STKFLT", 17: "CHLD", 18: "CONT", 19: "STOP", 20: "TSTP", 21: "TTIN",
    22: "TTOU", 23: "URG", 24: "XCPU", 25: "XFSZ", 26: "VTALRM", 27: "PROF", 28: "WINCH", 29: "IO", 30: "PWR", 31: "SYS",
    34: "RTMIN", 64: "RTMAX",
}
_numbers = {name: number for number, name in _names.items()}
_signals = {number: _Signal(number) for number in _names}
for _number, _name in _names.items():
    globals()["SIG" + _name] = _signals[_number]
SIGCLD, SIGIOT, SIGPOLL = SIGCHLD, SIGABRT, SIGIO
NSIG = 65


class _Kinds:
    """`Signals(15)`, `Signals.SIGTERM`, `Signals["SIGTERM"]`."""

    def __call__(self, value):
        if int(value) not in _signals:
            raise ValueError(f"{value} is not a valid Signals")
        return _signals[int(value)]

    def __getattr__(self, name):
        if name[3:] in _numbers and name.startswith("SIG"):
            return _signals[_numbers[name[3:]]]
        raise AttributeError(name)

    def __getitem__(self, name):
        if name[3:] not in _numbers:
            raise KeyError(name)
        return _signals[_numbers[name[3:]]]

    def __iter__(self):
        return iter(list(_signals.values()))

    def __is_instance__(self, value):
        return isinstance(value, _Signal)


Signals = _Kinds()
SIG_DFL = 0
SIG_IGN = 1


def _interrupt(number, frame):
    raise KeyboardInterrupt


default_int_handler = _interrupt
_handlers = {"INT": _interrupt}


# How many signals came.
_delivered = [0]


def _deliver(name):
    """A signal has come while the program waited."""
    handler = _handlers.get(name, SIG_DFL)
    # Only process 1 gets here, and it has no default actions (signal(7), pid_namespaces(7)).
    if handler in (SIG_IGN, SIG_DFL):
        return
    _delivered[0] += 1
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


def raise_signal(signum, /):
    name = _names.get(int(signum))
    if name is None:
        raise OSError(22, "Invalid argument")
    if _handlers.get(name, SIG_DFL) == SIG_DFL and _getpid() != 1 and name not in ("CHLD", "CONT", "URG", "WINCH"):
        gap("the default action of SIG" + name + " that a program sends itself")
    _deliver(name)


def valid_signals():
    return set([_signals.get(number, number) for number in range(1, NSIG) if number not in (32, 33)])


_WORDS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
    8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault",
    12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited", 18: "Continued",
    19: "Stopped (signal)", 20: "Stopped",
}


def strsignal(signalnum, /):
    if int(signalnum) not in _WORDS:
        gap("the words for a rare signal")
    return _WORDS[int(signalnum)]


def pause():
    import _d_serving
    before = _delivered[0]
    _d_serving.wait(lambda: _delivered[0] != before)
