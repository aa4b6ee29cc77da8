"""`format(value, spec)` as CPython defines it."""
from _native import getattr, hasattr, isinstance

from _float_text import fixed, shown as float_text
from _format_spec import _grouped, _integer, _pad, _sign, _unknown, parse
from _facts import own
from _host_calls import gap
from _show import digits, full_name, repr_of, str_of, type_name


def zeros(spec, taken):
    """The room that zeros and digits of a grouped number fill together, beside what is taken already."""
    fill, align, _, _, width = spec[:5]
    return max(0, width - taken) if align == "=" and fill == "0" and width else 0


def _float(value, spec):
    fill, align, sign, alternate, width, grouping, precision, kind = spec
    negative = value < 0 or (value == 0 and str(value)[0] == "-")
    size = -value if negative else value
    tail = ""
    if kind == "%":
        size, tail, use = size * 100, "%", "f"
    else:
        use = kind
    if size != size or size in (float("inf"),):
        text = float_text(size)
        if kind in "FEG" and kind:
            text = text.upper()
    elif use == "" and precision is None:
        text = float_text(size)
    elif use in ("e", "E", "f", "F", "g", "G", "n", ""):
        count = 6 if precision is None else precision
        if use == "" or use == "n":
            text = fixed(size, count or 1, "g")
            if use == "" and "e" not in text and "." not in text:
                text += ".0" if len(text) <= (count or 1) - 1 or count > len(text) else ""
        else:
            text = fixed(size, count, use.lower())
            if use in "EFG":
                text = text.upper()
        if alternate:
            gap("the option # of a float's format")
    else:
        _unknown(kind, value)
    if grouping:
        whole, dot, rest = text.partition(".")
        if "e" in whole:
            gap("grouping of a float with an exponent")
        rest = dot + rest + tail
        text = _grouped(whole, grouping, 3, zeros(spec, len(rest) + len(_sign(negative, sign)))) + rest
    else:
        text += tail
    return _pad(text, fill, align, width, ">", _sign(negative, sign))


def _int(value, spec):
    fill, align, sign, alternate, width, grouping, precision, kind = spec
    if kind and kind in "eEfFgG%":
        return _float(float(value), spec)
    if precision is not None:
        raise ValueError("Precision not allowed in integer format specifier")
    if kind == "c":
        return _pad(chr(value), fill, align, width, "<")
    negative = value < 0
    size = -value if negative else value
    head = ""
    if kind in ("", "d", "n"):
        text = digits(size)
    elif kind in ("x", "X", "o", "b"):
        text = {"x": hex, "X": hex, "o": oct, "b": bin}[kind](size)[2:]
        if kind == "X":
            text = text.upper()
        head = ("0" + kind) if alternate else ""
    else:
        _unknown(kind, value)
    if grouping:
        if grouping == "," and kind in ("x", "X", "o", "b"):
            raise ValueError("Cannot specify ',' with '" + kind + "'.")
        room = zeros(spec, len(_sign(negative, sign) + head))
        text = _grouped(text, grouping, 4 if kind in ("x", "X", "o", "b") else 3, room)
    return _pad(text, fill, align, width, ">", _sign(negative, sign) + head)


def format_value(value, spec=""):
    """The builtin `format`."""
    kind = type(value)
    if kind is bool:
        if spec == "":
            return str(value)
        parsed = parse(spec)
        if parsed[7] in ("", "s") and not parsed[5]:
            if parsed[7] == "s":
                _unknown("s", value)
        return _int(1 if value else 0, parsed)
    if kind is str or (isinstance(value, str) and not hasattr(kind, "__format__")):
        if spec == "":
            return value
        fill, align, sign, alternate, width, grouping, precision, code = parse(spec)
        if code not in ("", "s"):
            _unknown(code, value)
        if grouping:
            raise ValueError("Cannot specify '" + grouping + "' with 's'.")
        if sign:
            raise ValueError("Sign not allowed in string format specifier")
        if align == "=":
            if spec[:1] == "0":
                align = "<"
            else:
                raise ValueError("'=' alignment not allowed in string format specifier")
        return _pad(value if precision is None else value[:precision], fill, align, width, "<")
    if kind is int:
        return str(value) if spec == "" else _int(value, parse(spec))
    if kind is float:
        return float_text(value) if spec == "" else _float(value, parse(spec))
    method = getattr(kind, "__format__", None)
    if method is not None:
        return method(value, spec)
    if isinstance(value, int):
        return str_of(value) if spec == "" else _int(int(value), parse(spec))
    if isinstance(value, float):
        return str_of(value) if spec == "" else _float(float(value), parse(spec))
    if spec == "":
        return str_of(value)
    if kind is complex:
        gap("the format of a complex number")
    raise own(TypeError("unsupported format string passed to " + full_name(kind).replace("__main__.", "") + ".__format__"))


def show(value, conversion, spec):
    """A field of an f-string with `!r` or a format spec."""
    if conversion == "r":
        value = repr_of(value)
    elif conversion == "s":
        value = str_of(value)
    elif conversion == "a":
        value = ascii_of(value)
    return format_value(value, spec)


def ascii_of(value):
    """The builtin `ascii`."""
    out = ""
    for one in repr_of(value):
        code = ord(one)
        if code < 128:
            out += one
        elif code < 256:
            out += "\\x%02x" % code
        elif code < 65536:
            out += "\\u%04x" % code
        else:
            out += "\\U%08x" % code
    return out
