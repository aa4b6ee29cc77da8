"""Coroutines on their way."""
import sys

from asyncio import events
from asyncio.futures import CancelledError, Future, isfuture
from _d_host import gap

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
_generator = type((lambda: (yield))())
_count = [0]


def iscoroutine(obj):
    return type(obj) is _generator


def iscoroutinefunction(func):
    gap("asyncio.iscoroutinefunction()", "tell `async def` from `def`")


class Task(Future):
    """A coroutine that the loop drives."""

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        super().__init__(loop=loop)
        _count[0] += 1
        self._name = str(name) if name is not None else f"Task-{_count[0]}"
        self._coroutine, self._waits_for, self._cancelling, self._must_cancel = coro, None, 0, False
        self._loop.tasks.append(self)
        self._loop.call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coroutine

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        self._cancelling = max(0, self._cancelling - 1)
        return self._cancelling

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        waits_for = self._waits_for
        if waits_for is not None and waits_for.cancel():
            return True
        self._must_cancel = True
        return True

    def _step(self, error=None):
        if self.done():
            return
        if self._must_cancel:
            self._must_cancel, error = False, CancelledError()
        before, self._loop.current, self._waits_for = self._loop.current, self, None
        try:
            waits_for = self._coroutine.throw(error) if error is not None else self._coroutine.send(None)
        except StopIteration as stop:
            self._value = stop.value
            self._finish("FINISHED")
        except CancelledError:
            self._finish("CANCELLED")
        except (KeyboardInterrupt, SystemExit) as problem:
            self._error = problem
            self._finish("FINISHED")
            raise
        except BaseException as problem:
            self._error = problem
            self._finish("FINISHED")
        else:
            if waits_for is None:
                self._loop.call_soon(self._step)
            elif isfuture(waits_for):
                self._waits_for = waits_for
                waits_for.add_done_callback(self._wake)
                if self._must_cancel and waits_for.cancel():
                    self._must_cancel = False
            else:
                self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waits_for!r}"))
        finally:
            self._loop.current = before

    def _finish(self, state):
        self._loop.tasks.remove(self)
        self._end(state)

    def _wake(self, future):
        self._step(CancelledError() if future.cancelled() else None)

    def __repr__(self):
        gap("the text of a Task")


def current_task(loop=None):
    return (loop or events.get_running_loop()).current


def all_tasks(loop=None):
    return set((loop or events.get_running_loop()).tasks)


def create_task(coro, *, name=None, context=None):
    return events.get_running_loop().create_task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        return coro_or_future
    if iscoroutine(coro_or_future):
        return Task(coro_or_future, loop=loop)
    if hasattr(coro_or_future, "__await__"):
        return Task(_waiting_for(coro_or_future), loop=loop)
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _waiting_for(value):
    return await value


def run(main, *, debug=None, loop_factory=None):
    if events._running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = events.new_event_loop()
    try:
        return loop.run_until_complete(main)
    finally:
        rest = list(loop.tasks)
        for one in rest:
            one.cancel()
        if rest:
            loop.run_until_complete(_all_ended(rest))
        if "_d_async" in sys.modules:
            import _d_async
            loop.run_until_complete(_d_async.close_all())
        loop.close()


async def _all_ended(tasks):
    await gather(*tasks, return_exceptions=True)


async def sleep(delay, result=None):
    loop = events.get_running_loop()
    if delay <= 0:
        await _Turn()
        return result
    future = loop.create_future()
    handle = loop.call_later(delay, _settle, future)
    try:
        await future
    finally:
        handle.cancel()
    return result


def _settle(future):
    if not future.done():
        future.set_result(None)


class _Turn:
    """Lets the others go on once."""

    def __await__(self):
        yield None


def gather(*coros_or_futures, return_exceptions=False):
    loop = events.get_event_loop()
    outer = _Gathered(loop=loop)
    children = []
    for one in coros_or_futures:
        children.append(ensure_future(one, loop=loop))
    outer.children = children
    if not children:
        loop.call_soon(outer.set_result, [])
        return outer
    state = {"left": len(children)}

    def ended(child):
        state["left"] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if not state["left"]:
            if outer.asked_to_cancel:
                outer.set_exception(CancelledError())
            else:
                outer.set_result([CancelledError() if c.cancelled() else c.exception() if c.exception() is not None
                                  else c.result() for c in children])

    for one in children:
        one.add_done_callback(ended)
    return outer


class _Gathered(Future):
    asked_to_cancel = False

    def cancel(self, msg=None):
        if self.done():
            return False
        found = [one.cancel() for one in self.children]
        self.asked_to_cancel = self.asked_to_cancel or any(found)
        return any(found)


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def ended(child):
        if outer.cancelled():
            return
        if child.cancelled():
            outer.cancel()
        elif child.exception() is not None:
            outer.set_exception(child.exception())
        else:
            outer.set_result(child.result())

    inner.add_done_callback(ended)
    return outer


class timeout:
    """`async with asyncio.timeout(…)`: what takes longer is cancelled, and ends in TimeoutError."""

    def __init__(self, delay):
        self._delay, self._at, self._handle, self._fired = delay, None, None, False

    def when(self):
        return self._at

    def expired(self):
        return self._fired

    def reschedule(self, when):
        if self._handle is not None:
            self._handle.cancel()
        self._at = when
        self._handle = None if when is None else self._loop.call_at(when, self._fire)

    async def __aenter__(self):
        self._loop = events.get_running_loop()
        self._task = current_task()
        self.reschedule(self._at if self._delay is None else self._loop.time() + self._delay)
        return self

    def _fire(self):
        self._fired = True
        self._task.cancel()

    async def __aexit__(self, kind, error, traceback):
        if self._handle is not None:
            self._handle.cancel()
        if self._fired and self._task.uncancel() <= 0 and kind is CancelledError:
            raise TimeoutError from error


def timeout_at(when):
    made = timeout(None)
    made._at = when
    return made


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    future = ensure_future(fut)
    if timeout <= 0 and not future.done():
        future.cancel()
        await wait([future])
        raise TimeoutError()
    async with _timeout(timeout):
        try:
            return await future
        except CancelledError:
            future.cancel()
            raise


_timeout = timeout


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    futures = list(fs)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    if any(iscoroutine(one) for one in futures):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    enough = loop.create_future()
    handle = loop.call_later(timeout, _settle, enough) if timeout is not None else None

    def check(_):
        done = [one for one in futures if one.done()]
        failed = [one for one in done if not one.cancelled() and one.exception() is not None]
        if len(done) == len(futures) or return_when == FIRST_COMPLETED and done or return_when == FIRST_EXCEPTION and failed:
            _settle(enough)

    for one in futures:
        one.add_done_callback(check)
    await enough
    if handle is not None:
        handle.cancel()
    return {one for one in futures if one.done()}, {one for one in futures if not one.done()}


def as_completed(fs, *, timeout=None):
    if timeout is not None:
        gap("asyncio.as_completed() with a time-out")
    from asyncio.queues import Queue
    futures = [ensure_future(one) for one in fs]
    done = Queue()
    for one in futures:
        one.add_done_callback(done.put_nowait)

    async def following():
        return (await done.get()).result()

    return iter([following() for _ in futures])


async def to_thread(func, /, *args, **kwargs):
    return await events.get_running_loop().run_in_executor(None, lambda: func(*args, **kwargs))


class TaskGroup:
    """Tasks that end before their `async with` does; one that fails takes the others with it."""

    def __init__(self):
        self._tasks, self._errors = [], []
        self._leaving = self._stopped = False

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name)
        self._tasks.append(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task):
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        self._cancel()
        if not self._leaving and not self._stopped:
            self._stopped = True
            self._parent.cancel()

    def _cancel(self):
        for one in self._tasks:
            if not one.done():
                one.cancel()

    async def __aexit__(self, kind, error, traceback):
        self._leaving = True
        if kind is not None:
            self._cancel()
        while any(not one.done() for one in self._tasks):
            await wait([one for one in self._tasks if not one.done()])
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            import _d_groups
            raise _d_groups.ExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        return False
