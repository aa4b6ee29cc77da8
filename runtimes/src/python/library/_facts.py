"""What is known about an exception beside itself: MicroPython's have no place for more."""

# The exceptions that handlers are busy with, the innermost last.
handling = []
# By id: [exception, context, cause, is the cause told, frames from before it was raised again, attributes]
_facts = {}
_order = []
CONTEXT, CAUSE, TOLD, FRAMES, ATTRIBUTES = 1, 2, 3, 4, 5


def fact(error, slot, value=None):
    """What is known about an exception beside itself; with a value, from now on."""
    known = _facts.get(id(error))
    if known is None or known[0] is not error:
        if value is None:
            return None
        known = [error, None, None, False, None, None]
        _facts[id(error)] = known
        _order.append(id(error))
        if len(_order) > 64:
            for one in _order[:-32]:
                if not any(_facts[one][0] is busy for busy in handling if one in _facts):
                    _facts.pop(one, None)
            _order[:] = [one for one in _order if one in _facts]
    if value is not None:
        known[slot] = value
    return known[slot]


def own(error):
    """An exception whose words are CPython's already."""
    fact(error, ATTRIBUTES, {})
    return error


def lacking_attribute(kind, name, owner=None):
    """The AttributeError that CPython too would raise: it is no complaint of MicroPython's own."""
    error = AttributeError("'" + kind + "' object has no attribute '" + name + "'")
    fact(error, ATTRIBUTES, {"name": name, "obj": owner})
    return error


class Traceback:
    """What `__traceback__` gives: good for `traceback.format_tb` and `is None`, not for walking frames."""

    def __init__(self, error):
        self.error = error
