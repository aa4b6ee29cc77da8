"""The loop that calls what is due, and sleeps in between."""
import time

from _d_host import ask, gap

_running = []
_set = []
# A loop without anything to wait for sleeps until a signal ends it.
_FOR_EVER = 10.0 ** 9


class Handle:
    """A call that is due."""

    def __init__(self, callback, args, when=0.0):
        self._callback, self._args, self._when, self._cancelled = callback, args, when, False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def when(self):
        return self._when


TimerHandle = Handle


class AbstractEventLoop:
    """The loop."""

    def __init__(self):
        self._ready, self._later = [], []
        self._stopping = self._closed = False
        self._signals = {}
        # All tasks that have not ended.
        self.tasks = []
        self.current = None

    def time(self):
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        handle = Handle(callback, args, when)
        place = len(self._later)
        while place and self._later[place - 1]._when > when:
            place -= 1
        self._later.insert(place, handle)
        return handle

    def create_future(self):
        from asyncio.futures import Future
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from asyncio.tasks import Task
        return Task(coro, loop=self, name=name)

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def add_signal_handler(self, sig, callback, *args):
        import signal
        signal.signal(sig, lambda number, frame: self.call_soon(callback, *args))

    def remove_signal_handler(self, sig):
        import signal
        signal.signal(sig, signal.SIG_DFL)
        return True

    def is_running(self):
        return self in _running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def stop(self):
        self._stopping = True

    def close(self):
        self._closed = True

    def run_forever(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if _running:
            raise RuntimeError("This event loop is already running")
        _running.append(self)
        self._stopping = False
        try:
            while not self._stopping:
                self._turn()
        finally:
            _running.remove(self)

    def run_until_complete(self, future):
        from asyncio.tasks import ensure_future
        task = ensure_future(future, loop=self)
        task.add_done_callback(lambda _: self.stop())
        self.run_forever()
        return task.result()

    def _turn(self):
        if not self._ready:
            self._wait()
        now = self.time()
        while self._later and self._later[0]._when <= now:
            self._ready.append(self._later.pop(0))
        due, self._ready = self._ready, []
        for place, one in enumerate(due):
            if not one._cancelled:
                one._callback(*one._args)

    def _wait(self):
        """Sleeps until the next call is due. The handler of a signal may make one due earlier."""
        while self._later and self._later[0]._cancelled:
            self._later.pop(0)
        left = self._later[0]._when - self.time() if self._later else _FOR_EVER
        if left <= 0:
            return
        answer = ask("sleep", seconds=left)
        if answer["signal"]:
            import signal
            signal._deliver(answer["signal"])
        elif self._later:
            # Times of the simulation come in whole milliseconds.
            self._later[0]._when = min(self._later[0]._when, self.time())

    def __getattr__(self, name):
        gap("the method " + name + " of an event loop", "have it")


def get_running_loop():
    if not _running:
        raise RuntimeError("no running event loop")
    return _running[-1]


def get_event_loop():
    if _running:
        return _running[-1]
    if not _set:
        _set.append(AbstractEventLoop())
    return _set[-1]


def set_event_loop(loop):
    _set[:] = [] if loop is None else [loop]


def new_event_loop():
    return AbstractEventLoop()
