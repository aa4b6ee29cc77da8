"""Work handed to others: here each piece is done where it is handed over."""
import _d_waiting
from _d_host import gap

__lacks__ = "ProcessPoolExecutor BrokenExecutor InvalidStateError process thread"
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class CancelledError(Exception):
    pass


class Future:
    """A result that is there."""

    def __init__(self):
        self._done, self._result, self._error, self._callbacks = False, None, None, []

    def done(self):
        return self._done

    def running(self):
        return False

    def cancelled(self):
        return False

    def cancel(self):
        return False

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def _wait(self, timeout):
        if not _d_waiting.wait_until(lambda: self._done, timeout, "a future"):
            raise TimeoutError()

    def add_done_callback(self, fn):
        if self._done:
            fn(self)
        else:
            self._callbacks.append(fn)

    def set_result(self, result):
        self._result = result
        self._finish()

    def set_exception(self, exception):
        self._error = exception
        self._finish()

    def _finish(self):
        self._done = True
        for one in self._callbacks:
            one(self)


class Executor:
    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._prefix = thread_name_prefix or "ThreadPoolExecutor-0"
        self._closed = False
        if initializer is not None:
            gap("the initializer of a ThreadPoolExecutor", "call it in each of its threads")

    def submit(self, fn, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        import threading
        future = Future()

        def work():
            try:
                future.set_result(fn(*args, **kwargs))
            except Exception as error:
                future.set_exception(error)

        threading.Thread(target=work, name=self._prefix + "_0").start()
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (one.result() for one in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True


def as_completed(fs, timeout=None):
    yield from list(fs)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    from collections import namedtuple
    return namedtuple("DoneAndNotDoneFutures", "done not_done")(set(fs), set())


CancelledError.__module__ = "concurrent.futures._base"
