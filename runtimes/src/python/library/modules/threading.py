"""Threads that run to their end where they are started. One that would have to wait there is not simulated."""
import sys
import traceback

import _d_builtins
import _d_waiting
from _d_host import gap

__lacks__ = "ExceptHookArgs excepthook settrace setprofile gettrace getprofile settrace_all_threads setprofile_all_threads stack_size"
TIMEOUT_MAX = 9223372036.0
_counts = {"thread": 0, "ident": 140000000000000}


class ThreadError(RuntimeError):
    pass


class Lock:
    """A lock; a thread that has it goes on to its end, so nobody else ever holds it for long."""

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if self._held:
            if not blocking:
                return False
            if timeout == -1 or timeout is None:
                gap("waiting for a lock that is never released", "wait for ever")
            return _d_waiting.wait_until(lambda: not self._held, timeout, "a lock") and self.acquire()
        self._held = True
        return True

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

    def acquire(self, blocking=True, timeout=-1):
        if self._count and self._owner is not current_thread():
            return False if not blocking else gap("waiting for a lock of another thread", "wait for it")
        self._owner = current_thread()
        self._count += 1
        return True

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

    def wait(self, timeout=None):
        return _d_waiting.wait_until(lambda: self._set, timeout, "an event")

    def __repr__(self):
        return f"<threading.Event at {hex(id(self))}: {'set' if self._set else 'unset'}>"


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.acquire()

    def __exit__(self, *told):
        self._lock.release()

    def wait(self, timeout=None):
        if timeout is None:
            gap("waiting for a condition", "wait until another thread notifies it")
        return _d_waiting.wait_until(lambda: False, timeout, "a condition")

    def wait_for(self, predicate, timeout=None):
        return _d_waiting.wait_until(predicate, timeout, "a condition") and predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if not blocking:
                return False
            if not _d_waiting.wait_until(lambda: self._value, timeout, "a semaphore"):
                return False
        self._value -= 1
        return True

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
    """A thread. `start` runs it; after that it has ended."""

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

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        _counts["ident"] += 1
        self.ident, self.native_id, self._state = _counts["ident"], _counts["ident"] - 139999999999990, "started"
        _d_waiting.running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as error:
            sys.stderr.write(f"Exception in thread {self.name}:\n" + "".join(traceback.format_exception(error)))
        finally:
            _d_waiting.running.pop()
            self._state = "stopped"

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")

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

    def start(self):
        gap("a threading.Timer", "call its function later, while the program goes on")

    def cancel(self):
        pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties > 1:
            gap("a threading.Barrier", "let threads wait for each other")
        self.parties, self.n_waiting, self.broken = parties, 0, False

    def wait(self, timeout=None):
        return 0


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
    return 1 + len(_d_waiting.running)


activeCount = active_count


def enumerate():
    return [_main] + list(_d_waiting.running)
