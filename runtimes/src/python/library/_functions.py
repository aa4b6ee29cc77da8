"""What CPython knows of a function and MicroPython does not: its full name, its parameters, its text of help."""
from _native import isinstance, getattr, hasattr
from _host_calls import gap

# By id: [function, full name, shape, docstring, other attributes]
_known = {}
# By bare name: shapes of functions that were defined, for messages about missing arguments.
shapes = {}


def same(value):
    """Lets any expression stand behind `@`."""
    return value


def define(name, shape, doc, *annotations):
    """Stands innermost above each `def` that was compiled. `annotations`: names and values in turn, or one None: not evaluated."""
    def note(function):
        known = _known[id(function)] = [function, name, shape, None if doc == "\0" else doc, {}]
        if annotations:
            known[4]["__annotations__"] = annotations
        bare = name[name.rfind(".") + 1:]
        shapes.setdefault(bare, {})[name] = shape
        return function

    return note


def facts(function):
    """What is known of a function, or None."""
    found = _known.get(id(function))
    return found if found is not None and found[0] is function else None


def own_facts(function):
    """The same, begun where there was nothing: for a lambda, which no decorator stands above."""
    known = facts(function)
    if known is None:
        known = _known[id(function)] = [function, "<lambda>", "", None, {}]
    return known


# By id: a function and its twin, a generator that gives way where the function would wait.
twins = {}


def has_twin(twin):
    def note(function):
        twins[id(function)] = (function, twin)
        return function

    return note


class Holder:
    """Stands for a function where an attribute of it is set or deleted: MicroPython's functions have none."""

    def __init__(self, function):
        object.__setattr__(self, "_d_function", function)

    def __getattr__(self, name):
        return getattr_of(self._d_function, name)

    def __setattr__(self, name, value):
        own_facts(self._d_function)[4][name] = value

    def __delattr__(self, name):
        own = own_facts(self._d_function)[4]
        if name not in own:
            raise lacking[0]("function", name)
        del own[name]


# Makes an AttributeError: set by `_attributes`.
lacking = [None]
# The builtin `getattr`, set by `_attributes`.
getattr_of = None
_kinds = (type(lambda: 0), type((lambda x: (lambda: x))(0)), type((lambda: (yield))))


def is_function(value):
    """Is it a function that a program defined?"""
    return type(value) in _kinds and (facts(value) is not None or hasattr(value, "__globals__"))


def holder(value):
    """What takes an attribute of a value: the value, or what stands for a function."""
    return Holder(value) if is_function(value) else value


def _annotations(known):
    found = known[4].get("__annotations__", ())
    if not isinstance(found, tuple):
        return found
    if len(found) % 2:
        gap("annotations of a function that are not evaluated", "give their texts")
    pairs = {}
    for place in range(0, len(found), 2):
        pairs[found[place]] = found[place + 1]
    known[4]["__annotations__"] = pairs
    return pairs


def attribute(function, name):
    """A special attribute; raises KeyError where there is none."""
    known = facts(function)
    if known is None:
        raise KeyError(name)
    if name == "__annotations__":
        return _annotations(known)
    if name in known[4]:
        return known[4][name]
    if name == "__qualname__":
        return known[1]
    if name == "__name__":
        return known[1][known[1].rfind(".") + 1:]
    if name == "__doc__":
        return known[3]
    if name == "__module__":
        return function.__globals__.get("__name__")
    if name == "__dict__":
        return {key: value for key, value in known[4].items() if not key.startswith("__") or key == "__wrapped__"}
    raise KeyError(name)


def assume(function, other):
    """`functools.wraps`: a function takes another's name and text."""
    known = facts(function)
    if known is None:
        known = _known[id(function)] = [function, "?", "", None, {}]
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        try:
            known[4][name] = attribute(other, name)
        except KeyError:
            if name == "__name__" and not hasattr(other, name):
                gap("functools.wraps() of a builtin function")
            known[4][name] = getattr(other, name, None)
    known[4]["__wrapped__"] = other
    there = facts(other)
    for name, value in (there[4] if there else {}).items():
        if not name.startswith("__"):
            known[4].setdefault(name, value)


def told_name(function):
    try:
        return attribute(function, "__qualname__")
    except KeyError:
        return getattr(function, "__name__", "?")
