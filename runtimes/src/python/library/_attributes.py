"""Attributes: the builtins `getattr`, `hasattr` and `vars`, and `_d_get` for names whose meaning is not MicroPython's."""
from _native import getattr, hasattr, isinstance

import _classes
import _errors
import _functions
import _text
from _host_calls import gap
from _show import kind_name, type_name

_isinstance, _getattr, _hasattr = isinstance, getattr, hasattr
_function = type(lambda: 0)
_closure = type((lambda x: (lambda: x))(0))
_generator = type(lambda: (yield))
_bound = type(_errors.Traceback(None).__init__)
_tables = {
    str: _text.strings, bytes: _text.bytestrings, bytearray: _text.bytestrings, list: _text.lists, tuple: _text.tuples,
    dict: _text.dicts, int: _text.numbers, bool: _text.numbers, float: _text.floats,
}
_missing = object()
# Names that `get` looks up: set when the builtins are put in place.
patched_names = ()


def _bind(function, owner):
    return lambda *args, **names: function(owner, *args, **names)


def get(owner, name, otherwise=_missing):
    """`owner.name`, for the names whose meaning on builtin types is not MicroPython's."""
    kind = type(owner)
    if name == "__class__":
        return _classes.outer.get(id(kind), kind)
    table = _tables.get(kind)
    if table is None and kind is not type and _isinstance(owner, (str, dict, list, tuple, int, float, bytes)):
        for base in (str, dict, list, tuple, int, float, bytes):
            if _isinstance(owner, base) and not _own(kind, name):
                table = _tables[base]
    if table is not None:
        if name in table:
            found = table[name]
            if found is None:
                gap("the method " + name + " of " + kind.__name__)
            return _bind(found, owner)
        if name in _text.values and _isinstance(owner, (int, float, bool)):
            return _text.values[name](owner)
        if name == "from_bytes":
            return _text.from_bytes
        if name == "fromkeys":
            return _text.fromkeys
        if name == "maketrans":
            return _text.maketrans
    elif kind is type or _isinstance(owner, type):
        return _of_class(owner, name, otherwise)
    elif _isinstance(owner, BaseException):
        if name != "args" and not _own(kind, name):
            try:
                return _errors.attribute(owner, name)
            except KeyError:
                pass
    elif kind is _function or kind is _closure or kind is _generator:
        try:
            return _functions.attribute(owner, name)
        except KeyError:
            if name in ("__wrapped__",):
                if otherwise is not _missing:
                    return otherwise
                raise _errors.lacking_attribute("function", name, owner)
            if name not in ("__name__", "__globals__"):
                if name.startswith("__"):
                    gap("the attribute " + name + " of a function")
                if _functions.is_function(owner):
                    if otherwise is not _missing:
                        return otherwise
                    raise _errors.lacking_attribute("function", name, owner)
    elif name in ("__name__", "__qualname__", "__doc__", "__self__", "__func__", "__module__") and kind is _bound:
        return _classes._imports.load("_d_callables").attribute(owner, name)
    elif kind is _classes._imports.Module:
        space = _classes._imports.space_of(owner)
        if name in space or name == "__dict__":
            return space if name == "__dict__" else space[name]
    elif name == "__dict__":
        if hasattr(kind, "_d_slots"):
            raise _errors.lacking_attribute(kind.__name__, name, owner)
        return InstanceDict(owner)
    elif name in ("__doc__", "__module__"):
        return _of_class(kind, name, otherwise)
    if otherwise is _missing:
        return _getattr(owner, name)
    return _getattr(owner, name, otherwise)


class InstanceDict(dict):
    """A copy of an object's attributes that writes through."""

    def __init__(self, owner):
        # What a descriptor keeps under its own name must not hide it: see `__setitem__`.
        super().__init__({name.lstrip("\0"): value for name, value in owner.__dict__.items()})
        self._owner = owner

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        put(self._owner, ("\0" if _is_descriptor(self._owner, key) else "") + key, value, True)

    def __delitem__(self, key):
        super().__delitem__(key)
        drop(self._owner, ("\0" if _is_descriptor(self._owner, key) else "") + key)

    def pop(self, key, *otherwise):
        if otherwise and key not in self:
            return otherwise[0]
        value = self[key]
        del self[key]
        return value

    def update(self, *others, **names):
        for key, value in dict(*others, **names).items():
            self[key] = value


def _is_descriptor(owner, name):
    for one in _classes.order(type(owner)):
        if name in getattr(one, "__dict__", {}):
            return hasattr(type(one.__dict__[name]), "__set__")
    return False


def put(owner, name, value, direct=False):
    """The builtin `setattr`; `direct`: past what the class defines."""
    if _functions.is_function(owner):
        setattr(_functions.Holder(owner), name, value)
    elif direct:
        object.__setattr__(owner, name, value)
    else:
        _setattr(owner, name, value)


_setattr = setattr


def drop(owner, name):
    """The builtin `delattr`."""
    delattr_of(_functions.holder(owner), name)


delattr_of = delattr


def _own(kind, name):
    """Does a class made by a program define this?"""
    for one in _classes.order(kind):
        if getattr(one, "__module__", None) is not None and name in getattr(one, "__dict__", {}):
            return True
    return False


def _of_class(kind, name, otherwise):
    table = _tables.get(kind)
    if table is not None and name in table and table[name] is not None:
        return table[name]
    if kind is int and name == "from_bytes":
        return _text.from_bytes
    if kind is dict and name == "fromkeys":
        return _text.fromkeys
    if name == "__mro__":
        return tuple(_classes.order(kind))
    if name == "mro":
        return lambda: _classes.order(kind)
    if name == "__subclasses__":
        return lambda: list(_classes.children.get(id(kind), ()))
    if name == "__name__":
        return kind_name(kind)
    if name == "__dict__":
        return {key: value for key, value in kind.__dict__.items() if value is not _classes.no_arguments}
    if name == "__qualname__":
        return kind.__dict__.get("__qualname__", kind_name(kind))
    if name == "__module__":
        return kind.__dict__.get("__module__", "builtins")
    if name in ("__doc__", "__annotations__"):
        found = kind.__dict__.get(name, _missing)
        if found is not _missing:
            return found
        if name == "__annotations__":
            return {}
        gap("the text of help of a builtin type")
    if otherwise is _missing:
        return _getattr(kind, name)
    return _getattr(kind, name, otherwise)


# What containers have as methods too.
_common = {
    "__len__": len, "__iter__": iter, "__contains__": lambda owner, one: one in owner, "__getitem__": lambda owner, key: owner[key],
}


def look(owner, name, *otherwise):
    """The builtin `getattr`."""
    if type(name) is not str:
        raise TypeError("attribute name must be string, not '" + type_name(name) + "'")
    if name in patched_names:
        return get(owner, name, *otherwise)
    if _functions.is_function(owner):
        return get(owner, name, *otherwise)
    try:
        return _getattr(owner, name)
    except AttributeError as error:
        if name in _common and _isinstance(owner, (str, list, tuple, dict, bytes, set)):
            return _bind(_common[name], owner)
        _errors.check(error)
        if otherwise:
            return otherwise[0]
        raise


def has(owner, name):
    """The builtin `hasattr`."""
    try:
        look(owner, name)
    except AttributeError:
        return False
    return True


def variables(owner):
    """The builtin `vars`."""
    return get(owner, "__dict__")


_functions.getattr_of = look
_functions.lacking[0] = _errors.lacking_attribute
