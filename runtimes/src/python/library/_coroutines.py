"""`await`: MicroPython waits for anything that it can go through, CPython for what says that it can be waited for."""
from _native import getattr
from _show import type_name

_generator = type((lambda: (yield))())


def awaited(value):
    """What `await value` goes through."""
    if type(value) is _generator:
        return value
    method = getattr(type(value), "__await__", None)
    if method is None:
        raise TypeError("object " + type_name(value) + " can't be used in 'await' expression")
    return method(value)
