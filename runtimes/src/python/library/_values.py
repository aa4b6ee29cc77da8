"""`str(…)`, `int(…)`, `dict(…)` and the like: builtin types as they are called."""
from _native import getattr, hasattr, isinstance

import _classes
import _text
from _host_calls import gap
from _show import MOST_DIGITS, repr_of, str_of, type_name

_isinstance, _getattr, _hasattr = isinstance, getattr, hasattr


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
    elif not _isinstance(base, int):
        raise TypeError("'" + type_name(base) + "' object cannot be interpreted as an integer")
    elif base and not 2 <= base <= 36:
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    text = value if _isinstance(value, str) else _text.decode(value)
    bare = text.strip()
    if len(bare) > MOST_DIGITS and (base is None or base == 10) and bare.lstrip("+-").isdigit():
        digits = len(bare.lstrip("+-"))
        raise ValueError(
            "Exceeds the limit (4300 digits) for integer string conversion: value has " + str(digits)
            + " digits; use sys.set_int_max_str_digits() to increase the limit"
        )
    try:
        if "__" in bare or bare[:1] == "_" or bare[-1:] == "_":
            raise ValueError
        return int(bare, 10 if base is None else base)
    except ValueError:
        raise ValueError(
            "invalid literal for int() with base " + str(10 if base is None else base) + ": " + repr_of(value)
        )


_LARGEST = (1 << 1024) - (1 << 970)


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
    if type(value) is int and abs(value) > _LARGEST:
        raise OverflowError("int too large to convert to float")
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
    if args and type(args[0]) is int:
        if args[0] < 0:
            raise ValueError("negative count")
        if args[0] >> 31:
            gap("a program that needs this much memory", "go on while the machine has memory")
    if args and _hasattr(type(args[0]), "__bytes__"):
        return type(args[0]).__bytes__(args[0])
    return bytes(*args)


def to_dict(*args, **names):
    """`dict(…)`."""
    if args and type(args[0]) in (list, tuple):
        for place, pair in enumerate(args[0]):
            if type(pair) in (int, float, bool) or pair is None:
                raise TypeError("cannot convert dictionary update sequence element #" + str(place) + " to a sequence")
            if type(pair) is tuple or type(pair) is list and len(pair) == 2:
                hash(pair[0])
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
