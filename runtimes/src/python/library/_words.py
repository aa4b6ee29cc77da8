"""What MicroPython says, in CPython's words; and what it says only because it is not CPython."""

from _exceptions import version

# (how the message of MicroPython begins, how it goes on, how CPython says it); %s stands for what is between.
_RULES = (
    ("name '", "' isn't defined", "name '%s' is not defined"),
    ("'", "' object isn't callable", "'%s' object is not callable"),
    ("'", "' object isn't iterable", "'%s' object is not iterable"),
    ("'", "' object isn't subscriptable", "'%s' object is not subscriptable"),
    ("'", "' object isn't an iterator", "'%s' object is not an iterator"),
    ("object of type '", "' has no len()", "object of type '%s' has no len()"),
    ("unsupported type for __hash__: '", "'", "unhashable type: '%s'"),
    ("unsupported type for __abs__: '", "'", "bad operand type for abs(): '%s'"),
    ("unsupported type for __neg__: '", "'", "bad operand type for unary -: '%s'"),
    ("unsupported type for __pos__: '", "'", "bad operand type for unary +: '%s'"),
    ("unsupported type for __invert__: '", "'", "bad operand type for unary ~: '%s'"),
    ("'", "' object doesn't support item assignment", "'%s' object does not support item assignment"),
    ("'", "' object doesn't support item deletion", "'%s' object doesn't support item deletion"),
    ("list indices must be integers, not ", "", "list indices must be integers or slices, not %s"),
    ("tuple indices must be integers, not ", "", "tuple indices must be integers or slices, not %s"),
    ("string indices must be integers, not ", "", "string indices must be integers, not '%s'"),
    ("invalid syntax for integer with base ", "", "invalid literal for int() with base %s"),
)

_WHOLE = {
    "divide by zero": "division by zero",
    "object not in sequence": "list.remove(x): x not in list",
    "arg is an empty sequence": "max() arg is an empty sequence",
    "format string didn't convert all arguments": "not all arguments converted during string formatting",
    "format string needs more arguments": "not enough arguments for format string",
    "complex divide by zero": "complex division by zero",
    "bytes index out of range": "index out of range",
    "str index out of range": "string index out of range",
}

_OPERATORS = {
    "__add__": "+", "__sub__": "-", "__mul__": "*", "__truediv__": "/", "__floordiv__": "//", "__mod__": "%",
    "__pow__": "** or pow()", "__lshift__": "<<", "__rshift__": ">>", "__and__": "&", "__or__": "|",
    "__xor__": "^", "__matmul__": "@", "__divmod__": "divmod()", "__iadd__": "+=", "__isub__": "-=",
    "__imul__": "*=", "__itruediv__": "/=", "__ifloordiv__": "//=", "__imod__": "%=", "__ipow__": "**=",
    "__ior__": "|=", "__iand__": "&=", "__ixor__": "^=", "__ilshift__": "<<=", "__irshift__": ">>=",
}
# Types of C tell their modules.
_FULL = {
    "Decimal": "decimal.Decimal", "date": "datetime.date", "datetime": "datetime.datetime", "timedelta": "datetime.timedelta",
    "time": "datetime.time", "deque": "collections.deque", "defaultdict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict",
}
_COMPARISONS = {"__lt__": "<", "__gt__": ">", "__le__": "<=", "__ge__": ">="}

# Complaints that no CPython makes: the program is right, and MicroPython cannot do it.
_LIMITS = (
    "doesn't take keyword arguments", "extra keyword arguments given", "extra positional arguments given",
    "function takes ", "function missing ", "function expected at ", "'function' object has no attribute",
    "can't create '", "not implemented", "unsupported format", "only slices with step=1", "object with buffer protocol",
    "attributes not supported", "native method too big", "__new__ arg must be", "can't set attribute on",
    "maximum recursion depth exceeded", "memory allocation failed", "unicode name escapes", "type takes 1 or 3",
    "no such attribute", "multiple bases have instance lay-out conflict", "join expects a list",
    "wrong number of arguments", "'bytearray' object doesn't support", "argument should be a '", "overflow converting long int", "super() can't find self", "'generator' object has no attribute", "'closure' object has no attribute",
    "'bound_method' object has no attribute", "'type' object has no attribute",
)


def limit(kind, text):
    """Is this a complaint of MicroPython's own?"""
    if kind in ("NotImplementedError", "MemoryError") and text is not None:
        return kind == "MemoryError" or text in ("", "opcode")
    for part in _LIMITS:
        if part in text:
            return True
    return False


def words(kind, text):
    """MicroPython's message in CPython's words."""
    whole = _WHOLE.get(text)
    if whole is not None:
        return whole
    for head, tail, said in _RULES:
        if text.startswith(head) and text.endswith(tail) and len(text) >= len(head) + len(tail):
            return said.replace("%s", text[len(head):len(text) - len(tail)])
    if text.startswith("unsupported types for "):
        return _operands(text[22:])
    if text.startswith("can't convert '") and text.endswith("' object to str implicitly"):
        return 'can only concatenate str (not "' + text[15:-26] + '") to str'
    if text.startswith("can't convert ") and " to " in text:
        have, want = text[14:].split(" to ", 1)
        if want == "int":
            return "'" + have + "' object cannot be interpreted as an integer"
        if want == "float":
            return "must be real number, not " + have
    return text


def _operands(text):
    name, types = text.split(": ", 1)
    left, right = [_FULL.get(one.strip("'"), one.strip("'")) for one in types.split(", ")]
    if name in _COMPARISONS:
        return "'" + _COMPARISONS[name] + "' not supported between instances of '" + left + "' and '" + right + "'"
    if name in ("__add__", "__iadd__") and left in ("bytes", "bytearray"):
        return "can't concat " + right + " to " + left
    if name in ("__add__", "__iadd__") and left in ("str", "list", "tuple"):
        if left == "list" and name == "__iadd__":
            return "'" + right + "' object is not iterable"
        return "can only concatenate " + left + ' (not "' + right + '") to ' + left
    if name in ("__mul__", "__imul__") and (left in ("str", "list", "tuple", "bytes", "bytearray")):
        return "can't multiply sequence by non-int of type '" + right + "'"
    if name in ("__contains__", ""):
        if left == "str":
            return "'in <string>' requires string as left operand, not " + right
        return "argument of type '" + left + "' is not " + ("iterable" if version[0] < 14 else "a container or iterable")
    sign = _OPERATORS.get(name, name)
    return "unsupported operand type(s) for " + sign + ": '" + left + "' and '" + right + "'"
