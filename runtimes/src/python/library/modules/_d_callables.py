"""Methods that are bound, and functions of the interpreter: what CPython says of them."""
import _d_classes
import _d_functions
import _d_show
import builtins
from _d_host import gap

_raw = _d_native("builtins").repr

_NAMES = (
    "abs aiter all anext any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr "
    "hash hex id input isinstance issubclass iter len locals max min next oct open ord pow print repr round setattr sorted sum vars"
).split()
_NAMES = [name for name in _NAMES if hasattr(builtins, name)]


def _parts(method):
    """MicroPython's own text of the object, and the name of the function."""
    head, _, tail = _raw(method).rpartition(".<function ")
    if not head or " at " not in tail:
        gap("a method of a builtin type as a value", "tell its name")
    return head[14:].partition(" ")[2], tail.partition(" at ")[0]


def attribute(method, name):
    """`__name__` and the like of a bound method."""
    if name == "__name__":
        return _parts(method)[1]
    gap("the attribute " + name + " of a method")


def _class(name):
    found = {id(one): one for below in _d_classes.children.values() for one in below if one.__name__ == name}
    if len(found) != 1:
        gap("a method of a class " + name + " as a text", "name the class")
    return list(found.values())[0]


def _bound(method):
    owner, name = _parts(method)
    is_class = owner.startswith("<class '")
    if is_class:
        kind = _class(owner[8:-2])
        shown = repr(kind)
    else:
        head, _, at = owner.partition(" object at ")
        if not at or head[:1] != "<":
            gap("a method of an object with a text of its own, as a text", "tell both")
        kind = _class(head[1:])
        shown = "<" + _d_show.full_name(kind) + " object at 0x7f%010x>" % (int(at[:-1], 16) * 16 % (1 << 40))
    for one in _d_classes.order(kind):
        if name in one.__dict__:
            return "<bound method " + one.__qualname__ + "." + name + " of " + shown + ">"
    gap("a method as a text", "name its class")


def _of_generator(value):
    name = _raw(value)[19:].partition("' at ")[0]
    known = list(_d_functions.shapes.get(name, (name,)))
    return "<generator object " + (known[0] if len(known) == 1 else name) + " at " + _d_show.address(value) + ">"


def text(value):
    """`repr` of a bound method, a generator, or a function of the interpreter."""
    kind = type(value).__name__
    if kind == "method":
        return _bound(value)
    if kind == "generator" and _raw(value).startswith("<generator object '"):
        return _of_generator(value)
    for name in _NAMES:
        if getattr(builtins, name) is value:
            return "<built-in function " + name + ">"
    gap("a function of the interpreter as a text", "tell its name")
