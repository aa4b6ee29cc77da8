"""The attribute that somebody may have meant (`traceback._compute_suggestion_error`): the names that `dir()` would give."""
import _d_classes
import _d_errors
import _d_imports
from _d_host import ask, gap

_OBJECT = (
    "__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ __init__ "
    "__init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__"
)
_HOLDS = " __contains__ __iter__ __len__"
_ITEMS = _HOLDS + " __getitem__"
_JOINED = _ITEMS + " __add__ __mul__ __rmul__"
_CHANGED = " __delitem__ __setitem__"
_TEXT = (
    " capitalize center count endswith expandtabs find index isalnum isalpha isascii isdigit islower isspace istitle isupper join ljust "
    "lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines "
    "startswith strip swapcase title translate upper zfill __mod__ __rmod__ __getnewargs__"
)
_MATHS = (
    " __abs__ __add__ __bool__ __divmod__ __float__ __floordiv__ __getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ "
    "__rdivmod__ __rfloordiv__ __rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__ __ceil__ __floor__ "
    "as_integer_ratio conjugate imag real"
)
_INT = _MATHS + (
    " __and__ __index__ __invert__ __lshift__ __or__ __rand__ __rlshift__ __ror__ __rrshift__ __rshift__ __rxor__ __xor__ bit_count "
    "bit_length denominator from_bytes numerator to_bytes"
)
_SETS = _HOLDS + (
    " __and__ __class_getitem__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ copy difference intersection isdisjoint issubset "
    "issuperset symmetric_difference union"
)
_OF = {
    "str": _JOINED + _TEXT + " casefold encode format format_map isdecimal isidentifier isnumeric isprintable",
    "bytes": _JOINED + _TEXT + " __bytes__ decode fromhex hex",
    "list": _JOINED + _CHANGED + " __class_getitem__ __iadd__ __imul__ __reversed__ append clear copy count extend index insert pop remove reverse sort",
    "tuple": _JOINED + " __class_getitem__ __getnewargs__ count index",
    "dict": _ITEMS + _CHANGED + " __class_getitem__ __ior__ __or__ __reversed__ __ror__ clear copy fromkeys get items keys pop popitem setdefault update values",
    "set": _SETS + " __iand__ __ior__ __isub__ __ixor__ add clear difference_update discard intersection_update pop remove symmetric_difference_update update",
    "frozenset": _SETS, "int": _INT, "bool": _INT, "float": _MATHS + " __getformat__ fromhex hex is_integer", "NoneType": " __bool__",
    "function": (
        " __annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ __dict__ __get__ __globals__ __kwdefaults__ __module__ "
        "__name__ __qualname__ __type_params__"
    ),
}


def _class(name):
    found = {id(one): one for below in _d_classes.children.values() for one in below if one.__name__ == name}
    return list(found.values())[0] if len(found) == 1 else None


def _set_on_self(kind):
    """What the source of a class sets on `self`."""
    module = _d_imports.modules.get(kind.__module__)
    source = _d_errors.sources.get(getattr(module, "__file__", "<string>"), "")
    names, depth = [], None
    for line in source.split("\n"):
        bare = line.lstrip()
        indent = len(line) - len(bare)
        if depth is not None and bare and indent <= depth:
            depth = None
        if bare.startswith(("class " + kind.__name__ + ":", "class " + kind.__name__ + "(")):
            depth = indent
        if depth is not None and "self." in bare and "=" in bare:
            for part in bare.split("self.")[1:]:
                name = ""
                while name != part and (part[len(name)].isalpha() or part[len(name)].isdigit() or part[len(name)] == "_"):
                    name = part[:len(name) + 1]
                if part[len(name):].lstrip()[:1] in ("=", ",", ":") and not part[len(name):].lstrip().startswith("=="):
                    names.append(name)
    return names


def _names(kind, is_instance):
    names = _OBJECT.split() + ["__dict__", "__module__", "__weakref__"]
    for one in _d_classes.order(kind):
        if one is object:
            continue
        if getattr(one, "__module__", None) is None:
            names += _OF.get(one.__name__, "").split()
            continue
        names += [name for name in one.__dict__ if not name.startswith("_d_") and name not in ("__annotations__", "__qualname__")]
        if is_instance:
            names += _set_on_self(one)
    return names


def meant(text):
    """`. Did you mean: '…'?` for the text of an AttributeError, or nothing."""
    head, _, wrong = text.rpartition(" has no attribute '")
    wrong, name, names = wrong[:-1], head.partition("'")[2].partition("'")[0], None
    if head.startswith("module "):
        module = _d_imports.modules.get(name)
        if module is not None:
            space = _d_imports.space_of(module)
            names = [one for one in space if not one.startswith("_d_")] + space.get("__lacks__", "").split()
    elif head.startswith("type object "):
        kind = _class(name)
        names = None if kind is None else _names(kind, False)
    elif head.endswith(" object"):
        kind = _class(name)
        if kind is not None:
            names = _names(kind, True)
        elif name in _OF:
            names = (_OBJECT + _OF[name]).split()
    if names is None:
        return ""
    if _d_errors.version[0] >= 13 and wrong[:1] != "_":
        names = [one for one in names if one[:1] != "_"]
    near = ask("suggest", text="", line=0, name=wrong, version=_d_errors.version[0], names=sorted(set(names)))
    return ". Did you mean: '" + near + "'?" if near else ""


def check(text):
    """Stops where an object of Drydock's library lacks an attribute: CPython's may have it."""
    head, _, wrong = text.rpartition(" has no attribute '")
    kind = _class(head.partition("'")[2].partition("'")[0]) if head.endswith(" object") or head.startswith("type object ") else None
    if kind is not None and kind.__name__ not in _OF:
        module = _d_imports.modules.get(kind.__module__)
        if module is not None and "__drydock__" in _d_imports.space_of(module):
            gap(f"the attribute {wrong[:-1]} of {kind.__module__}.{kind.__name__}", "have it, or say that there is none")


_BUILTIN = "int float complex str bytes bytearray list tuple dict set frozenset bool NoneType function module type object range".split()


def said(error, text):
    """CPython's words for an attribute that could not be found, set or deleted: MicroPython has one sentence for all of these."""
    head, found, name = text.partition("' object has no attribute '")
    name, owner = name[:-1], head[1:]
    if not found or _d_errors.fact(error, _d_errors.ATTRIBUTES) is not None:
        return text
    told = _d_errors.statement_of(error)
    if owner in _BUILTIN:
        bare = owner not in ("function", "module", "type") and _d_errors.version[0] >= 13 and name in told["stored"]
        return text + " and no __dict__ for setting new attributes" if bare else text
    if _d_errors.version[0] < 11:
        return text
    for done, word in (("stored", "setter"), ("deleted", "deleter")):
        if name in told[done]:
            if owner in _d_errors.named_tuples:
                return "can't set attribute" if word == "setter" else "can't delete attribute"
            kind = _class(owner)
            if kind is None or word == "setter" or _is_property(kind, name):
                return f"property '{name}' of '{owner}' object has no {word}"
    return text


def _is_property(kind, name):
    for one in _d_classes.order(kind):
        if name in getattr(one, "__dict__", {}):
            return isinstance(one.__dict__[name], property)
    return False
