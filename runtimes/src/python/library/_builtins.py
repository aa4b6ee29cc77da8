"""The builtins as CPython has them, and the `_d_…` functions that compiled programs call."""
from _native import dir, getattr, hasattr, isinstance, repr, sorted, zip
import builtins
import sys

import _classes
import _errors
import _format
import _functions
import _match
import _show
import _text
from _host_calls import ask, gap
from _show import repr_of, str_of, type_name

_function = type(lambda: 0)
_closure = type((lambda x: (lambda: x))(0))
_bound = type(_errors.Traceback(None).__init__)
_native = {name: getattr(builtins, name) for name in (
    "issubclass", "zip", "round", "iter", "dir", "abs",
)}
_isinstance, _getattr, _hasattr = isinstance, getattr, hasattr
_tables = {
    str: _text.strings, bytes: _text.bytestrings, bytearray: _text.bytestrings, list: _text.lists, tuple: _text.tuples,
    dict: _text.dicts, int: _text.numbers, bool: _text.numbers, float: _text.floats,
}
_missing = object()


def _bind(function, owner):
    return lambda *args, **names: function(owner, *args, **names)


def get(owner, name, otherwise=_missing):
    """`owner.name`, for the names whose meaning on builtin types is not MicroPython's."""
    kind = type(owner)
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
    elif kind is _function or kind is _closure:
        try:
            return _functions.attribute(owner, name)
        except KeyError:
            if name in ("__wrapped__",):
                if otherwise is not _missing:
                    return otherwise
                raise AttributeError("'function' object has no attribute '" + name + "'")
            if name not in ("__name__", "__globals__"):
                gap("the attribute " + name + " of a function")
    elif name in ("__name__", "__qualname__", "__doc__", "__self__", "__func__", "__module__") and kind is _bound:
        gap("the attribute " + name + " of a method")
    elif name == "__dict__":
        return InstanceDict(owner)
    elif name in ("__doc__", "__module__"):
        return _of_class(kind, name, otherwise)
    if otherwise is _missing:
        return _getattr(owner, name)
    return _getattr(owner, name, otherwise)


class InstanceDict(dict):
    """A copy of an object's attributes that writes through."""

    def __init__(self, owner):
        super().__init__(owner.__dict__)
        self._owner = owner

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        setattr(self._owner, key, value)

    def update(self, *others, **names):
        for key, value in dict(*others, **names).items():
            self[key] = value


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
        return kind.__name__
    if name == "__qualname__":
        return kind.__dict__.get("__qualname__", kind.__name__)
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


def patched(name):
    return name in patched_names


def look(owner, name, *otherwise):
    """The builtin `getattr`."""
    if type(name) is not str:
        raise TypeError("attribute name must be string, not '" + type_name(name) + "'")
    if name in patched_names:
        return get(owner, name, *otherwise)
    if otherwise and (type(owner) is _function or type(owner) is _closure):
        # Nothing can be put on a function here: what CPython's have is among the patched names.
        return otherwise[0]
    try:
        return _getattr(owner, name)
    except AttributeError as error:
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


# Reading and writing values.

def to_str(*args, **names):
    """`str(…)`."""
    if not args and not names:
        return ""
    if len(args) == 1 and not names:
        return str_of(args[0])
    names.setdefault("object", args[0] if args else b"")
    encoding = args[1] if len(args) > 1 else names.get("encoding", "utf-8")
    return _text.decode(names["object"], encoding, args[2] if len(args) > 2 else names.get("errors", "strict"))


def to_int(value=0, base=None):
    """`int(…)`."""
    kind = type(value)
    if base is None:
        if kind is int:
            return value
        if kind is bool:
            return 1 if value else 0
        if kind is float:
            if value != value:
                raise ValueError("cannot convert float NaN to integer")
            if value in (float("inf"), float("-inf")):
                raise OverflowError("cannot convert float infinity to integer")
            return int(value)
        if not _isinstance(value, (str, bytes, bytearray)):
            for name in ("__int__", "__index__"):
                method = _getattr(kind, name, None)
                if method is not None:
                    return method(value)
            if _isinstance(value, int):
                return int(value)
            raise TypeError(
                "int() argument must be a string, a bytes-like object or a real number, not '" + type_name(value) + "'"
            )
    elif not _isinstance(value, (str, bytes, bytearray)):
        raise TypeError("int() can't convert non-string with explicit base")
    text = value if _isinstance(value, str) else _text.decode(value)
    bare = text.strip()
    try:
        if "__" in bare or bare[:1] == "_" or bare[-1:] == "_":
            raise ValueError
        return int(bare, 10 if base is None else base)
    except ValueError:
        raise ValueError(
            "invalid literal for int() with base " + str(10 if base is None else base) + ": " + repr_of(value)
        )


def to_float(value=0.0):
    """`float(…)`."""
    if _isinstance(value, str):
        try:
            bare = value.strip()
            if "__" in bare or bare[:1] == "_" or bare[-1:] == "_" or bare == "":
                raise ValueError
            return float(bare.replace("_", ""))
        except ValueError:
            raise ValueError("could not convert string to float: " + repr_of(value))
    method = _getattr(type(value), "__float__", None)
    if method is not None:
        return method(value)
    if not _isinstance(value, (int, float, bool)):
        raise TypeError("float() argument must be a string or a real number, not '" + type_name(value) + "'")
    return float(value)


def to_bytes(*args, **names):
    """`bytes(…)`."""
    if args and type(args[0]) is str:
        encoding = args[1] if len(args) > 1 else names.get("encoding")
        if encoding is None:
            raise TypeError("string argument without an encoding")
        return _text.encode(args[0], encoding)
    if args and _hasattr(type(args[0]), "__bytes__"):
        return type(args[0]).__bytes__(args[0])
    return bytes(*args)


def to_dict(*args, **names):
    """`dict(…)`."""
    if args and type(args[0]) is not dict and _hasattr(type(args[0]), "keys"):
        made = {key: args[0][key] for key in args[0].keys()}
        made.update(names)
        return made
    return dict(*args, **names)


def to_type(*args):
    """`type(…)`: of one value, or a new class."""
    if len(args) == 1:
        kind = type(args[0])
        return _classes.outer.get(id(kind), kind) if _classes.outer else kind
    name, bases, body = args
    made = type(name, bases or (object,), dict({"__module__": "__main__", "__qualname__": name}, **body))
    for base in made.__bases__:
        hook = _classes.hooks.get(id(base))
        if hook is not None:
            hook(made, {})
    return made


def text_mod(left, right):
    """`left % right`."""
    if type(left) is str:
        return _format.percent(left, right)
    if type(left) is bytes:
        gap("% with bytes")
    if type(left) is int and type(right) is int and right == 0:
        raise ZeroDivisionError(zero_text("integer modulo by zero"))
    if type(right) in (int, float) and right == 0 and type(left) in (int, float):
        raise ZeroDivisionError(zero_text("float modulo"))
    return left % right


def zero_text(text):
    return text if _errors.version[0] < 14 else "division by zero"


def add(left, right):
    """`left + right` where bytes may meet a string, which MicroPython would join."""
    if _isinstance(left, (bytes, bytearray)) and _isinstance(right, str):
        raise TypeError("can't concat str to " + type(left).__name__)
    if _isinstance(left, str) and _isinstance(right, (bytes, bytearray)):
        raise TypeError('can only concatenate str (not "' + type(right).__name__ + '") to str')
    return left + right


def slice_of(owner, start, stop, step):
    """`owner[start:stop:step]`."""
    if not _isinstance(owner, (str, bytes, bytearray, list, tuple, range)):
        gap("a slice with a step of a " + type_name(owner))
    if step is None:
        step = 1
    if step == 0:
        raise ValueError("slice step cannot be zero")
    size = len(owner)
    low, high = (0, size) if step > 0 else (-1, size - 1)
    bounds = []
    for bound, default in ((start, low if step > 0 else high), (stop, high if step > 0 else low)):
        if bound is None:
            bound = default
        elif bound < 0:
            bound = max(bound + size, low)
        else:
            bound = min(bound, high)
        bounds.append(bound)
    found = [owner[place] for place in range(bounds[0], bounds[1], step)]
    if _isinstance(owner, str):
        return "".join(found)
    if _isinstance(owner, (bytes, bytearray)):
        return type(owner)(found)
    return tuple(found) if _isinstance(owner, tuple) else found


def slice_object(*args):
    gap("a slice as a value")


def listed(*parts):
    """`[*a, b]`."""
    out = []
    for part in parts:
        out += part
    return out


def each(values):
    """`*values` in a display."""
    try:
        return list(values)
    except TypeError:
        raise TypeError("Value after * must be an iterable, not " + type_name(values))


def merged(*parts):
    """`{**a, "b": c}`."""
    out = {}
    for part in parts:
        out.update(part)
    return out


def mapping(value):
    if not _hasattr(value, "keys"):
        raise TypeError("'" + type_name(value) + "' object is not a mapping")
    return value if type(value) is dict else to_dict(value)


# Builtin functions.

def _flat(kinds):
    return [one for kind in kinds for one in _flat(kind)] if _isinstance(kinds, tuple) else [kinds]


def is_instance(value, kinds):
    """The builtin `isinstance`: a bool is an int, and abstract classes have a say."""
    for kind in _flat(kinds):
        test = _getattr(kind, "__is_instance__", None)
        if test is not None:
            if test(value):
                return True
        elif _isinstance(value, kind) or (kind is int and type(value) is bool):
            return True
    return False


def is_subclass(kind, kinds):
    """The builtin `issubclass`."""
    for one in _flat(kinds):
        test = _getattr(one, "__is_subclass__", None)
        if test is not None:
            if test(kind):
                return True
        elif type(kind) is not type and _isinstance(kind, type):
            # A class with a metaclass: MicroPython takes it for no class.
            if any(base is one for base in _classes.order(kind)):
                return True
        elif _native["issubclass"](kind, one) or (one is int and kind is bool):
            return True
    return False


def printed(*values, sep=" ", end="\n", file=None, flush=False):
    """The builtin `print`."""
    text = (" " if sep is None else sep).join([str_of(one) for one in values]) + ("\n" if end is None else end)
    if file is None:
        file = sys_module().stdout
        if file is None:
            return
    file.write(text)
    if flush:
        file.flush()


def sys_module():
    return _modules["sys"]


_modules = {}


def in_order(values, *, key=None, reverse=False):
    """The builtin `sorted`."""
    return _text.merge_sort(list(values), key, reverse)


def total(values, start=0):
    """The builtin `sum`."""
    if _isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for one in values:
        start = start + one
    return start


def _extreme(name, better):
    def pick(*args, key=None, default=_missing):
        if not args:
            raise TypeError(name + " expected at least 1 argument, got 0")
        values = iter(args[0] if len(args) == 1 else args)
        best = chosen = _missing
        for one in values:
            measure = one if key is None else key(one)
            if best is _missing or better(measure, best):
                best, chosen = measure, one
        if chosen is _missing:
            if default is _missing:
                raise ValueError(
                    name + ("() iterable argument is empty" if _errors.version[0] >= 12 else "() arg is an empty sequence")
                )
            return default
        return chosen

    return pick


def zipped(*values, strict=False):
    """The builtin `zip`."""
    if not strict:
        return _native["zip"](*values)
    found = [list(one) for one in values]
    for place, one in enumerate(found[1:], 2):
        if len(one) != len(found[0]):
            word = "shorter" if len(one) < len(found[0]) else "longer"
            before = " 1" if place == 2 else "s 1-" + str(place - 1)
            raise ValueError("zip() argument " + str(place) + " is " + word + " than argument" + before)
    return _native["zip"](*found)


def rounded(value, ndigits=None):
    """The builtin `round`."""
    method = _getattr(type(value), "__round__", None)
    if method is not None:
        return method(value) if ndigits is None else method(value, ndigits)
    if not _isinstance(value, (int, float, bool)):
        raise TypeError("type " + type_name(value) + " doesn't define __round__ method")
    if ndigits is None:
        return int(value) if _isinstance(value, (int, bool)) else _native["round"](to_whole(value))
    if _isinstance(value, (int, bool)):
        return int(value) if ndigits >= 0 else _native["round"](int(value), ndigits)
    if ndigits < 0:
        gap("round() of a float to tens")
    return float("%.*f" % (ndigits, value)) if False else float(_format.fixed(abs(value), ndigits, "f")) * (-1 if value < 0 else 1)


def to_whole(value):
    to_int(value)
    return value


def iterate(*args):
    """The builtin `iter`."""
    if len(args) == 1:
        return _native["iter"](*args)
    return _until(*args)


def _until(function, end):
    while True:
        value = function()
        if value == end:
            return
        yield value


def names_of(*args):
    """The builtin `dir` of something."""
    found = [one for one in _native["dir"](*args) if not one.startswith("_d_")]
    if args and _isinstance(args[0], (str, list, dict, int, float, bytes, type)) or _hasattr(args[0], "__globals__"):
        gap("dir() of a " + type_name(args[0]))
    return in_order(found)


def variables(owner):
    """The builtin `vars`."""
    return get(owner, "__dict__")


def read_line(prompt=""):
    """The builtin `input`."""
    out = sys_module().stdout
    out.write(str_of(prompt))
    out.flush()
    line = sys_module().stdin.readline()
    if line == "":
        raise EOFError("EOF when reading a line")
    return line[:-1] if line.endswith("\n") else line


def absolute(value):
    """The builtin `abs`."""
    return _native["abs"](value)


def help_text(*args):
    gap("help()")


def install(names):
    """Puts everything in place. `names`: those whose lookup is patched."""
    global patched_names
    patched_names = names
    for name, value in (
        ("isinstance", is_instance), ("issubclass", is_subclass), ("print", printed), ("repr", repr_of),
        ("sorted", in_order), ("sum", total), ("max", _extreme("max", lambda a, b: a > b)),
        ("min", _extreme("min", lambda a, b: a < b)), ("zip", zipped), ("round", rounded), ("iter", iterate),
        ("getattr", look), ("hasattr", has), ("format", _format.format_value), ("ascii", _format.ascii_of),
        ("vars", variables), ("dir", names_of), ("input", read_line), ("help", help_text),
        ("breakpoint", lambda *args: gap("the debugger")),
        ("_d_get", get), ("_d_str", to_str), ("_d_int", to_int), ("_d_float", to_float), ("_d_bytes", to_bytes),
        ("_d_dict", to_dict), ("_d_type", to_type), ("_d_mod", text_mod), ("_d_add", add), ("_d_slice", slice_of),
        ("_d_list", listed), ("_d_each", each), ("_d_merged", merged), ("_d_mapping", mapping),
        ("_d_show", _format.show), ("_d_shown", _show.shown), ("_d_enter", _errors.enter), ("_d_leave", _errors.leave),
        ("_d_exit", _errors.exit), ("_d_kinds", _errors.kinds), ("_d_caused", _errors.caused),
        ("_d_raised", _errors.raised), ("_d_def", _functions.define), ("_d_same", _functions.same),
        ("_d_match", _match.matches), ("_d_generic", _match.Generic.of), ("_d_either", _match.either),
        ("_d_globals", globals), ("_d_tuple", tuple), ("_d_set", set), ("_d_range", slice_object),
        ("_d_text", lambda text: text), ("__debug__", True),
    ):
        setattr(builtins, name, value)
    _show.name_of_function[0] = _functions.told_name
    _classes.install()
