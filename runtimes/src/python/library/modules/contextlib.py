"""Context managers."""
import os

import _d_errors

__lacks__ = ""


class ContextDecorator:
    """A context manager that can stand above a function."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        import functools

        @functools.wraps(func)
        def inner(*args, **names):
            with self._recreate_cm():
                return func(*args, **names)

        return inner


class _Made(ContextDecorator):
    def __init__(self, func, args, names):
        self._again = (func, args, names)
        self._generator = func(*args, **names)

    def _recreate_cm(self):
        return _Made(*self._again)

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if kind is None:
            try:
                next(self._generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        before = _d_errors.frames_of(error) if error is not None else []
        try:
            self._generator.throw(error if error is not None else kind())
        except StopIteration:
            return True
        except BaseException as other:
            if other is error:
                _d_errors.hide_frames(error, before)
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    import functools

    @functools.wraps(func)
    def make(*args, **names):
        return _Made(func, args, names)

    return make


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, *rest):
        return None


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *rest):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *rest):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *rest):
        pass


class _redirect:
    _name = ""

    def __init__(self, target):
        self._target = target
        self._before = []

    def __enter__(self):
        import sys
        self._before.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *rest):
        import sys
        setattr(sys, self._name, self._before.pop())


class redirect_stdout(_redirect):
    _name = "stdout"


class redirect_stderr(_redirect):
    _name = "stderr"


class chdir:
    """Another folder for a while."""

    def __init__(self, path):
        self.path, self._before = path, []

    def __enter__(self):
        self._before.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *rest):
        os.chdir(self._before.pop())


class _Stack:
    def __init__(self):
        self._exits = []

    def callback(self, callback, /, *args, **kwds):
        self._exits.append((False, lambda *rest: callback(*args, **kwds) and False))
        return callback

    def push(self, exit):
        self._exits.append((False, exit.__exit__ if hasattr(type(exit), "__exit__") else exit))
        return exit

    def enter_context(self, cm):
        value = cm.__enter__()
        self._exits.append((False, cm.__exit__))
        return value

    def pop_all(self):
        made = type(self)()
        made._exits, self._exits = self._exits, []
        return made


class ExitStack(_Stack):
    """Context managers that are left together, the last first."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        raised = error
        while self._exits:
            try:
                if self._exits.pop()[1](*((None, None, None) if error is None else (type(error), error, None))):
                    error = None
            except BaseException as other:
                error = other
        if error is not raised and error is not None:
            raise error
        return raised is not None and error is None

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack):
    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(*rest):
            await callback(*args, **kwds)

        self._exits.append((True, call))
        return callback

    async def enter_async_context(self, cm):
        value = await cm.__aenter__()
        self._exits.append((True, cm.__aexit__))
        return value

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        raised = error
        while self._exits:
            waits, leave = self._exits.pop()
            try:
                done = leave(*((None, None, None) if error is None else (type(error), error, None)))
                if await done if waits else done:
                    error = None
            except BaseException as other:
                error = other
        if error is not raised and error is not None:
            raise error
        return raised is not None and error is None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return None


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *rest):
        await self.thing.aclose()


class _AsyncManager(AbstractAsyncContextManager):
    """An asynchronous generator that gives once, around the body of an `async with`."""

    def __init__(self, values):
        self._values = values

    async def __aenter__(self):
        try:
            return await self._values.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            try:
                await self._values.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            await self._values.athrow(error)
        except StopAsyncIteration as other:
            return other is not error
        except BaseException as other:
            if other is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    import functools
    return functools.wraps(func)(lambda *args, **names: _AsyncManager(func(*args, **names)))
