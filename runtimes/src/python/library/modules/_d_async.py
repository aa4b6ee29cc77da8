"""Asynchronous generators: what they give and what they wait for go up the same way."""
import _d_functions

__name__ = "builtins"


class Item:
    """What an asynchronous generator gives."""

    def __init__(self, value):
        self.value = value


# Begun and not at their end.
open_ones = []


class async_generator:
    def __init__(self, inner):
        self._inner = inner
        self._done = False

    def __aiter__(self):
        return self

    def __anext__(self):
        return self._step(self._inner.send, None)

    def asend(self, value):
        return self._step(self._inner.send, value)

    def athrow(self, error, *rest):
        return self._step(self._inner.throw, error)

    def aclose(self):
        if self._done:
            return
        try:
            yield from self._step(self._inner.throw, GeneratorExit())
        except (StopAsyncIteration, GeneratorExit):
            self._done = True
            return
        raise RuntimeError("async generator ignored GeneratorExit")

    def _step(self, action, value):
        if self._done:
            raise StopAsyncIteration
        if self not in open_ones:
            open_ones.append(self)
        while True:
            try:
                found = action(value)
            except BaseException as error:
                self._done = True
                open_ones.remove(self)
                if isinstance(error, StopIteration):
                    raise StopAsyncIteration from None
                raise
            if type(found) is Item:
                return found.value
            try:
                value = yield found
                action = self._inner.send
            except BaseException as error:
                value, action = error, self._inner.throw


async def close_all():
    """What the end of a loop does to generators that are left."""
    for one in list(open_ones):
        await one.aclose()


def generator(function):
    """Stands above an `async def` that gives values."""
    made = lambda *args, **names: async_generator(function(*args, **names))
    _d_functions.assume(made, function)
    return made


def gathered(kind, source, test, make):
    """`[… async for …]` and the like."""
    values, out = source.__aiter__(), []
    while True:
        try:
            value = yield from values.__anext__()
        except StopAsyncIteration:
            break
        if test(value):
            out.append(make(value))
    return out if kind == "list" else set(out) if kind == "set" else dict(out)
