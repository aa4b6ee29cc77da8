"""Threads: each begins where it is started, and gives way where it waits."""
import sys

import _d_builtins
import _d_threads
import _d_program
import _d_waiting
from _d_waiting import driven, until

__lacks__ = "ExceptHookArgs excepthook settrace setprofile gettrace getprofile settrace_all_threads setprofile_all_threads stack_size"
TIMEOUT_MAX = 9223372036.0
_counts = {"thread": 0, "ident": 140000000000000, "shutdown": 0}


class ThreadError(RuntimeError):
    pass


class Lock:
    """A lock."""

    def __init__(self):
        self._held = False

    def _d_go_acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._held and not (blocking and (yield from until(self._d_ready, None if timeout == -1 else timeout))):
            return False
        self._held = True
        return True

    def acquire(self, blocking=True, timeout=-1):
        return driven(self._d_go_acquire(blocking, timeout))

    def _d_ready(self):
        return not self._held

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *told):
        self.release()


class RLock:
    """A lock that its owner may take again."""

    def __init__(self):
        self._count = 0
        self._owner = None

    def _d_ready(self):
        return not self._count or self._owner is current_thread()

    def _d_go_acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        free = lambda: not self._count or self._owner is me
        if not free() and not (blocking and (yield from until(free, None if timeout == -1 else timeout))):
            return False
        self._owner = me
        self._count += 1
        return True

    def acquire(self, blocking=True, timeout=-1):
        return driven(self._d_go_acquire(blocking, timeout))

    def release(self):
        if self._owner is not current_thread():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *told):
        self.release()


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    isSet = is_set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def _d_go_wait(self, timeout=None):
        return until(self.is_set, timeout)

    def wait(self, timeout=None):
        return driven(self._d_go_wait(timeout))

    def __repr__(self):
        return f"<threading.Event at {hex(id(self))}: {'set' if self._set else 'unset'}>"


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._waiters = []

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def _d_go_acquire(self, *args):
        return self._lock._d_go_acquire(*args)

    def release(self):
        self._lock.release()

    def _d_ready(self):
        return self._lock._d_ready()

    def __enter__(self):
        return self._lock.acquire()

    def __exit__(self, *told):
        self._lock.release()

    def _d_go_wait(self, timeout=None):
        told = []
        self._waiters.append(told)
        self._lock.release()
        found = yield from until(lambda: told, timeout)
        if told in self._waiters and not told:
            self._waiters.remove(told)
        yield from self._lock._d_go_acquire()
        return found

    def wait(self, timeout=None):
        return driven(self._d_go_wait(timeout))

    def _d_go_wait_for(self, predicate, timeout=None):
        found = predicate()
        while not found:
            if not (yield from self._d_go_wait(timeout)):
                return predicate()
            found = predicate()
        return found

    def wait_for(self, predicate, timeout=None):
        return driven(self._d_go_wait_for(predicate, timeout))

    def notify(self, n=1):
        for told in self._waiters[:n]:
            told.append(True)
        del self._waiters[:n]

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def _d_ready(self):
        return self._value > 0

    def _d_go_acquire(self, blocking=True, timeout=None):
        if not self._value and not (blocking and (yield from until(self._d_ready, timeout))):
            return False
        self._value -= 1
        return True

    def acquire(self, blocking=True, timeout=None):
        return driven(self._d_go_acquire(blocking, timeout))

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *told):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial = value

    def release(self, n=1):
        if self._value + n > self._initial:
            raise ValueError("Semaphore released too many times")
        super().release(n)


def _told(target):
    # A method's name: MicroPython has it, under a name that is looked up in another way here.
    return _d_builtins._getattr(target, "__name__", None) or getattr(target, "__name__", "?")


class Thread:
    """A thread."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if name is None:
            _counts["thread"] += 1
            name = f"Thread-{_counts['thread']}"
            if target is not None and sys.version_info[1] >= 10:
                name += f" ({_told(target)})"
        self.name = str(name)
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.daemon = current_thread().daemon if daemon is None else daemon
        self._state = "initial"
        self.ident = self.native_id = None

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def _d_go_run(self):
        if self._target is not None:
            yield from _d_threads.call(self._target, *self._args, **self._kwargs)

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        _counts["ident"] += 1
        self.ident, self.native_id, self._state = _counts["ident"], _counts["ident"] - 139999999999990, "started"
        if not _counts["shutdown"]:
            _counts["shutdown"] = 1
            _d_program.at_exit.append((_shutdown, (), {}))
        _d_waiting.begin(self, _d_threads.calls(self, "run"), self._end)

    def _end(self):
        self._state = "stopped"

    def _d_go_join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        yield from until(lambda: self._state == "stopped", timeout)

    def join(self, timeout=None):
        return driven(self._d_go_join(timeout))

    def is_alive(self):
        return self._state == "started"

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        words = self._state + (" daemon" if self.daemon else "") + (f" {self.ident}" if self.ident else "")
        return f"<{type(self).__name__}({self.name}, {words})>"


class _MainThread(Thread):
    def __init__(self):
        self.name, self.daemon, self._state = "MainThread", False, "started"
        self.ident = self.native_id = _counts["ident"]

    def start(self):
        raise RuntimeError("threads can only be started once")


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        driven(self._d_go_run())

    def _d_go_run(self):
        yield from self.finished._d_go_wait(self.interval)
        if not self.finished.is_set():
            yield from _d_threads.call(self.function, *self.args, **self.kwargs)
        self.finished.set()


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties, self.n_waiting, self.broken = parties, 0, False
        self._action, self._timeout, self._round = action, timeout, 0

    def _d_go_wait(self, timeout=None):
        place, turn = self.n_waiting, self._round
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            if self._action:
                self._action()
            self.n_waiting, self._round = 0, self._round + 1
        elif not (yield from until(lambda: self._round != turn or self.broken, self._timeout if timeout is None else timeout)) or self.broken:
            self.broken = True
            raise BrokenBarrierError
        return place

    def wait(self, timeout=None):
        return driven(self._d_go_wait(timeout))

    def abort(self):
        self.broken = True


class BrokenBarrierError(RuntimeError):
    pass


class local:
    """Attributes of each thread's own."""

    def __getattr__(self, name):
        if name.startswith("_d_"):
            raise AttributeError(name)
        found = self.__dict__.get("_d_own", {}).get(id(current_thread()), {})
        if name not in found:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return found[name]

    def __setattr__(self, name, value):
        if "_d_own" not in self.__dict__:
            object.__setattr__(self, "_d_own", {})
        self.__dict__["_d_own"].setdefault(id(current_thread()), {})[name] = value


_main = _MainThread()


def main_thread():
    return _main


def current_thread():
    return _d_waiting.running[-1] if _d_waiting.running else _main


currentThread = current_thread


def get_ident():
    return current_thread().ident


def get_native_id():
    return current_thread().native_id


def active_count():
    return 1 + len(_d_waiting.tasks)


activeCount = active_count


def enumerate():
    return [_main] + [task.thread for task in _d_waiting.tasks]


def _shutdown():
    """At its end a program waits for its threads, but for daemons."""
    _d_waiting.wait_until(lambda: all(task.thread.daemon for task in _d_waiting.tasks), None, "its threads")
