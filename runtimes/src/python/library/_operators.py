"""Operators and displays where MicroPython gives something else than CPython."""
from _native import getattr, hasattr, isinstance, max, min, sorted, zip

import _errors
import _imports
from _host_calls import gap
from _show import type_name
from _values import to_dict

_isinstance, _hasattr = isinstance, hasattr


_numbers = (int, float, bool)
# What CPython says of a division by zero, for whole numbers and for floats.
_ZERO = {
    "/": ("division by zero", "float division by zero"),
    "//": ("integer division or modulo by zero", "float floor division by zero"),
    "%": ("integer modulo by zero", "float modulo"),
    "divmod": ("integer division or modulo by zero", "float divmod()"),
}


def _by_zero(sign, left, right):
    """Refuses a division of numbers by zero in CPython's words; anything else is not its business."""
    if right or type(right) not in _numbers or type(left) not in _numbers:
        return
    minor = _errors.version[0]
    is_float = type(left) is float or type(right) is float
    text = _ZERO[sign][is_float]
    if minor >= 14:
        text = "division by zero"
    elif sign == "%" and is_float and minor >= 13:
        text = "float modulo by zero"
    elif sign == "%" and not is_float and minor < 11:
        text = "integer division or modulo by zero"
    raise ZeroDivisionError(text)


def divide(left, right):
    """`left / right`."""
    if not right and type(right) in _numbers:
        _by_zero("/", left, right)
    return left / right


def floor_divide(left, right):
    """`left // right`."""
    if not right and type(right) in _numbers:
        _by_zero("//", left, right)
    return left // right


def modulo(left, right):
    """`left % right`."""
    kind = type(left)
    if kind is str:
        return _imports.load("_d_percent").percent(left, right)
    if kind is bytes:
        return _rare().bytes_modulo(left, right)
    if not right and type(right) in _numbers:
        _by_zero("%", left, right)
    return left % right


def power(left, right):
    """`left ** right`."""
    if type(left) in _numbers and type(right) in _numbers:
        if not left and right < 0:
            gone = _errors.version[0] >= 14
            raise ZeroDivisionError("zero to a negative power" if gone else "0.0 cannot be raised to a negative power")
        if type(left) is float or type(right) is float:
            if left < 0 and right != right // 1:
                gap("a negative number to a power that is no whole number", "give a complex number")
            found = left ** right
            if found in _endless and left not in _endless and right not in _endless:
                raise OverflowError(34, "Numerical result out of range")
            return found
    return left ** right


_endless = (float("inf"), float("-inf"))


def quotient_and_rest(left, right):
    """The builtin `divmod`."""
    if not right and type(right) in _numbers:
        _by_zero("divmod", left, right)
    return _divmod(left, right)


_divmod = divmod


def to_power(base, exp, mod=None):
    """The builtin `pow`."""
    if mod is None:
        return power(base, exp)
    if mod == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    if exp >= 0:
        return _pow(base, exp, mod)
    return _pow(_rare().inverse(base, mod), -exp, mod)


_pow = pow


# `left /= right` and the like: a class may define them apart.

def in_place_divide(left, right):
    if not right and type(right) in _numbers:
        _by_zero("/", left, right)
    left /= right
    return left


def in_place_floor_divide(left, right):
    if not right and type(right) in _numbers:
        _by_zero("//", left, right)
    left //= right
    return left


def in_place_modulo(left, right):
    if type(left) in (str, bytes, int, float, bool):
        return modulo(left, right)
    left %= right
    return left


def in_place_power(left, right):
    if type(left) in _numbers:
        return power(left, right)
    left **= right
    return left


def in_place_add(left, right):
    if isinstance(left, (str, bytes, bytearray)):
        add(left[:0], right)
    left += right
    return left


def item_in_place(owner, index, change, value):
    """`owner[index] /= value`, with both worked out once."""
    index = key(index)
    owner[index] = change(owner[index], value)


def attribute_in_place(owner, name, change, value):
    setattr(owner, name, change(getattr(owner, name), value))


def index(value):
    """A whole number, for `range`."""
    kind = type(value)
    if kind is int or kind is bool:
        return value
    method = getattr(kind, "__index__", None)
    if method is None:
        raise TypeError("'" + type_name(value) + "' object cannot be interpreted as an integer")
    return method(value)


def key(value):
    """What is about to be a key: refused where it has no hash, which dicts in order would not find out."""
    hash(value)
    return value


def add(left, right):
    """`left + right` where bytes may meet a string, which MicroPython would join."""
    if _isinstance(left, (bytes, bytearray)) and (right is None or _isinstance(right, (str, int, float, list, tuple, dict))):
        raise TypeError("can't concat " + type_name(right) + " to " + type(left).__name__)
    if _isinstance(left, str) and _isinstance(right, (bytes, bytearray)):
        raise TypeError('can only concatenate str (not "' + type(right).__name__ + '") to str')
    return left + right


def places(size, start, stop, step):
    """The range of places that `[start:stop:step]` means in a sequence."""
    if step is None:
        step = 1
    if step == 0:
        raise ValueError("slice step cannot be zero")
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
    return range(bounds[0], bounds[1], step)


def slice_of(owner, start, stop, step):
    """`owner[start:stop:step]`."""
    if not _isinstance(owner, (str, bytes, bytearray, list, tuple, range)):
        gap("a slice with a step of a " + type_name(owner))
    chosen = places(len(owner), start, stop, step)
    if _isinstance(owner, range):
        last = owner.start + owner.step * chosen.stop
        return range(owner.start + owner.step * chosen.start, last, owner.step * chosen.step)
    found = [owner[place] for place in chosen]
    if _isinstance(owner, str):
        return "".join(found)
    if _isinstance(owner, (bytes, bytearray)):
        return type(owner)(found)
    return tuple(found) if _isinstance(owner, tuple) else found


def _rare():
    return _imports.load("_d_rare_operators")


def put_slice(*args):
    """`owner[start:stop:step] = values`."""
    _rare().put_slice(*args)


def drop_slice(*args):
    """`del owner[start:stop:step]`."""
    _rare().drop_slice(*args)


_SIGNS = {
    "<": (lambda a, b: a < b, "__gt__"), ">": (lambda a, b: a > b, "__lt__"), "<=": (lambda a, b: a <= b, "__ge__"),
    ">=": (lambda a, b: a >= b, "__le__"),
}


def compare(left, sign, right):
    """A comparison, asked the other way round where the left side knows no answer."""
    native, other = _SIGNS[sign]
    method = getattr(type(right), other, None) if type(left) in (int, float, bool) and type(right) not in (int, float, bool) else None
    if method is not None:
        answer = method(right, left)
        if answer is not NotImplemented:
            return answer
    return native(left, right)


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
