"""Work handed to threads."""
import _d_threads
import _d_waiting
from _d_host import gap
from _d_waiting import driven, until

__lacks__ = "ProcessPoolExecutor BrokenExecutor InvalidStateError process thread"
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class CancelledError(Exception):
    pass


class Future:
    """A result that is there."""

    def __init__(self):
        self._done, self._result, self._error, self._callbacks = False, None, None, []
        self._begun = self._cancelled = False

    def done(self):
        return self._done

    def running(self):
        return self._begun and not self._done

    def cancelled(self):
        return self._cancelled

    def cancel(self):
        if self._begun or self._done:
            return False
        self._cancelled = True
        self._finish()
        return True

    def _d_go_result(self, timeout=None):
        yield from self._wait(timeout)
        if self._cancelled:
            raise CancelledError()
        if self._error is not None:
            raise self._error
        return self._result

    def result(self, timeout=None):
        return driven(self._d_go_result(timeout))

    def _d_go_exception(self, timeout=None):
        yield from self._wait(timeout)
        if self._cancelled:
            raise CancelledError()
        return self._error

    def exception(self, timeout=None):
        return driven(self._d_go_exception(timeout))

    def _wait(self, timeout):
        if not (yield from until(self.done, timeout)):
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
        import os
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers or min(32, (os.cpu_count() or 1) + 4)
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{_counts[0]}"
        if not thread_name_prefix:
            _counts[0] += 1
        self._closed, self._todo, self._threads, self._idle = False, [], [], 0
        if initializer is not None:
            gap("the initializer of a ThreadPoolExecutor", "call it in each of its threads")

    def submit(self, fn, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        import threading
        future = Future()
        self._todo.append((future, fn, args, kwargs))
        if self._idle < len(self._todo) and len(self._threads) < self._max_workers:
            thread = _Worker(self, f"{self._prefix}_{len(self._threads)}")
            self._threads.append(thread.thread)
            thread.thread.start()
        return future

    def _work(self):
        while True:
            if not self._todo:
                self._idle += 1
                yield from until(lambda: self._todo or self._closed, None)
                self._idle -= 1
            if not self._todo:
                if self._closed:
                    return
                continue
            future, fn, args, kwargs = self._todo.pop(0)
            if future._cancelled:
                continue
            future._begun = True
            try:
                result = yield from _d_threads.call(fn, *args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (one.result(timeout) for one in futures)

    def _d_go_shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        if cancel_futures:
            for future, *_ in self._todo:
                future.cancel()
        if wait:
            for one in self._threads:
                yield from one._d_go_join()

    def shutdown(self, wait=True, *, cancel_futures=False):
        return driven(self._d_go_shutdown(wait, cancel_futures=cancel_futures))


_counts = [0]


class _Worker:
    """What a thread of a pool runs."""

    def __init__(self, pool, name):
        import threading
        self._pool = pool
        self.thread = threading.Thread(target=_d_threads.Method(self, "work"), name=name)

    def work(self):
        driven(self._pool._work())

    def _d_go_work(self):
        return self._pool._work()


def as_completed(fs, timeout=None):
    left = list(fs)
    end = None if timeout is None else _d_waiting.time.monotonic() + timeout
    while left:
        ready = [one for one in left if one.done()]
        if not ready:
            remaining = None if end is None else end - _d_waiting.time.monotonic()
            if not _d_waiting.wait_until(lambda: any(one.done() for one in left), remaining, "a future"):
                raise TimeoutError(f"{len(left)} (of {len(list(fs))}) futures unfinished")
            continue
        for one in ready:
            left.remove(one)
            yield one


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    from collections import namedtuple
    every = list(fs)

    def enough():
        done = [one for one in every if one.done()]
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION and any(one._error is not None for one in done):
            return True
        return len(done) == len(every)

    _d_waiting.wait_until(enough, timeout, "futures")
    done = {one for one in every if one.done()}
    return namedtuple("DoneAndNotDoneFutures", "done not_done")(done, set(every) - done)


CancelledError.__module__ = "concurrent.futures._base"
