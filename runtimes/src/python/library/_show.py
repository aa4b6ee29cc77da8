"""`str` and `repr` as CPython writes them."""
from _native import isinstance, hasattr, getattr, repr, sorted
import sys

from _float_text import shown as float_text
from _host_calls import ask

_function = type(lambda: 0)
_builtin = type(print)
_generator = type((lambda: (yield))())
_bound = type([].append)
_classes = type
_busy = []
# Text of an exception, set by `_errors`, which needs this module first.
exception_text = [None]
# Names of functions, by `_functions`.
name_of_function = [lambda one: getattr(one, "__name__", "?")]


# Did a program define a function? And the text of other functions and of bound methods.
is_known, callable_text = [None], [None]


def type_name(value):
    """What CPython's messages call the type of a value."""
    kind = type(value)
    if value is None:
        return "NoneType"
    name = kind.__name__
    if name == "function":
        return "builtin_function_or_method" if not hasattr(value, "__globals__") else "function"
    return kind_name(kind)


def kind_name(kind):
    """The name of a class: of MicroPython's own, CPython's for it."""
    name = kind.__name__
    return _OTHERS.get(name, name)


_OTHERS = {"bound_method": "method", "closure": "function"}


def full_name(kind):
    """`module.Class`, or the bare name of a builtin."""
    module = getattr(kind, "__module__", None)
    name = kind.__dict__.get("__qualname__") if hasattr(kind, "__dict__") else None
    name = name or kind_name(kind)
    if module is None or module == "builtins" or type(module) is not str:
        return name
    return module + "." + name


def address(value):
    """Where an object would be in memory: its own, told as a 64-bit machine would."""
    return "0x7f%010x" % (id(value) * 16 % (1 << 40))


# CPython writes and reads no longer numbers (sys.int_info.default_max_str_digits).
MOST_DIGITS = 4300
_LONGEST = 10 ** MOST_DIGITS


def digits(value):
    """A whole number in decimal."""
    if -_LONGEST < value < _LONGEST:
        return str(value)
    raise ValueError(
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    )


def repr_of(value):
    """The builtin `repr`."""
    if value is ... or value is NotImplemented:
        return repr(value)
    kind = type(value)
    if kind is str:
        return quoted(value)
    if kind is float:
        return float_text(value)
    if kind is int:
        return digits(value)
    if kind is bool or value is None or kind is bytes:
        return repr(value)
    if kind is list:
        return _inside(value, "[", "]", "[...]")
    if kind is tuple:
        return _inside(value, "(", ",)" if len(value) == 1 else ")", "(...)")
    if kind is dict:
        return _mapping(value)
    method = getattr(kind, "__repr__", None) if kind is not _classes else None
    if method is not None and kind not in (_function, _builtin, _bound):
        told = method(value)
        if type(told) is not str and not isinstance(told, str):
            raise TypeError("__repr__ returned non-string (type " + type_name(told) + ")")
        return told
    if isinstance(value, BaseException):
        return _exception(value)
    if kind is set or kind is frozenset:
        if not value:
            return kind.__name__ + "()"
        text = _inside(sorted_if_small(value), "{", "}", "{...}")
        return text if kind is set else "frozenset(" + text + ")"
    if kind is _classes or isinstance(value, _classes):
        return "<class '" + full_name(value) + "'>"
    return _other(value, kind)


def sorted_if_small(values):
    """A set of small whole numbers comes in CPython's order; that of others is any."""
    found = list(values)
    if all(type(one) is int and 0 <= one < 8 for one in found):
        found.sort()
    return found


def _other(value, kind):
    name = kind.__name__
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, list):
        return _inside(value, "[", "]", "[...]")
    if isinstance(value, tuple):
        return _inside(value, "(", ",)" if len(value) == 1 else ")", "(...)")
    if isinstance(value, float):
        return float_text(float(value))
    if isinstance(value, (int, bytes, bytearray)):
        return repr(value)
    if name in ("dict_view", "dict_keys", "dict_values", "dict_items"):
        text = repr(value)
        return text[:text.find("(")] + "(" + repr_of(list(value)) + ")"
    if name in ("function", "closure", "generator", "bound_method"):
        if is_known[0](value) or hasattr(value, "__name__") and value.__name__ == "<lambda>":
            return "<function " + name_of_function[0](value) + " at " + address(value) + ">"
        return callable_text[0](value)
    if name in ("map", "filter", "zip", "enumerate", "reversed", "object"):
        return "<" + name + " object at " + address(value) + ">"
    if name in ("range", "ellipsis", "Ellipsis", "NotImplementedType", "bytearray", "complex", "slice", "module"):
        return repr(value)
    return "<" + full_name(kind) + " object at " + address(value) + ">"


def _inside(values, left, right, again):
    if id(values) in _busy:
        return again
    _busy.append(id(values))
    try:
        return left + ", ".join([repr_of(one) for one in values]) + right
    finally:
        _busy.pop()


def _mapping(value):
    if id(value) in _busy:
        return "{...}"
    _busy.append(id(value))
    try:
        return "{" + ", ".join([repr_of(key) + ": " + repr_of(one) for key, one in value.items()]) + "}"
    finally:
        _busy.pop()


def default_text(value, name):
    """What `str` or `repr` would be if the object's class did not say."""
    if isinstance(value, BaseException):
        return exception_text[0](value) if name == "__str__" else _exception(value)
    if name == "__str__":
        return "".join([one for one in value]) if isinstance(value, str) else repr_of(value)
    if isinstance(value, (str, dict, list, tuple, int, float)):
        return _other(value, type(value))
    return "<" + full_name(type(value)) + " object at " + address(value) + ">"


def _exception(value):
    args = value.args
    if isinstance(value, OSError) and 2 < len(args) < 6:
        args = args[:2]
    return type(value).__name__ + "(" + ", ".join([repr_of(one) for one in args]) + ")"


def quoted(text):
    """A string between quotes, what cannot be printed escaped."""
    told = repr(text)
    if "\\x" not in told and "\\u" not in told and "\\U" not in told:
        return told
    quote = told[0]
    printable = None
    out = [quote]
    for one in text:
        code = ord(one)
        if one == quote or one == "\\":
            out.append("\\" + one)
        elif 32 <= code < 127:
            out.append(one)
        elif one in "\n\r\t":
            out.append({"\n": "\\n", "\r": "\\r", "\t": "\\t"}[one])
        elif code < 160:
            out.append("\\x%02x" % code)
        else:
            if printable is None:
                printable = ask("text", operation="printable", text=text)
            if one in printable:
                out.append(one)
            elif code < 256:
                out.append("\\x%02x" % code)
            else:
                out.append(("\\u%04x" if code < 65536 else "\\U%08x") % code)
    out.append(quote)
    return "".join(out)


def str_of(value=""):
    """The builtin `str` of one value."""
    kind = type(value)
    if kind is str:
        return value
    if kind is float:
        return float_text(value)
    if kind is int:
        return digits(value)
    if kind is bool or value is None:
        return str(value)
    if kind is not _classes:
        method = getattr(kind, "__str__", None)
        if method is not None and kind not in (_function, _bound):
            told = method(value)
            if not isinstance(told, str):
                raise TypeError("__str__ returned non-string (type " + type_name(told) + ")")
            return told
        if isinstance(value, BaseException):
            return exception_text[0](value)
        if isinstance(value, str):
            return "".join([one for one in value])
    return repr_of(value)


def shown(value):
    """A plain field of an f-string."""
    kind = type(value)
    if kind is str:
        return value
    if kind is float:
        return float_text(value)
    if kind is int:
        return digits(value)
    method = getattr(kind, "__format__", None) if kind is not _classes else None
    return method(value, "") if method is not None else str_of(value)
