"""A result that comes later."""
from asyncio import events

TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


CancelledError.__module__ = InvalidStateError.__module__ = "asyncio.exceptions"


class Future:
    """A result that somebody sets. Whoever awaits it goes on then."""

    def __init__(self, *, loop=None):
        self._loop = loop or events.get_event_loop()
        self._state = "PENDING"
        self._value = self._error = None
        self._callbacks = []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def get_loop(self):
        return self._loop

    def result(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Result is not set.")
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        return self._error

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._value = result
        self._end("FINISHED")

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        self._error = exception() if isinstance(exception, type) else exception
        self._end("FINISHED")

    def cancel(self, msg=None):
        if self.done():
            return False
        self._end("CANCELLED")
        return True

    def add_done_callback(self, fn, *, context=None):
        if self.done():
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        before = len(self._callbacks)
        self._callbacks = [one for one in self._callbacks if one != fn]
        return before - len(self._callbacks)

    def _end(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for one in callbacks:
            self._loop.call_soon(one, self)

    def __await__(self):
        if not self.done():
            yield self
        return self.result()


def isfuture(obj):
    return isinstance(obj, Future)
