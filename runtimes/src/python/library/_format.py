"""`format(value, spec)`, `%` and `str.format` as CPython defines them."""
from _native import isinstance, hasattr, getattr, repr
from _float_text import fixed, shown as float_text
from _host_calls import gap
from _show import repr_of, shown, str_of, type_name


def _integer(spec, place):
    start = place
    while place < len(spec) and "0" <= spec[place] <= "9":
        place += 1
    return (int(spec[start:place]) if place > start else None), place


def parse(spec):
    """A format spec in parts: fill, align, sign, alternate, zero, width, grouping, precision, kind."""
    fill, align, place = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, place = spec[0], spec[1], 2
    elif spec and spec[0] in "<>=^":
        align, place = spec[0], 1
    sign = ""
    if place < len(spec) and spec[place] in "+- ":
        sign = spec[place]
        place += 1
    if place < len(spec) and spec[place] == "z":
        gap("the option z of a format")
    alternate = place < len(spec) and spec[place] == "#"
    if alternate:
        place += 1
    zero = place < len(spec) and spec[place] == "0"
    if zero:
        place += 1
        if not align:
            fill, align = "0", "="
    width, place = _integer(spec, place)
    grouping = ""
    if place < len(spec) and spec[place] in ",_":
        grouping = spec[place]
        place += 1
    precision = None
    if place < len(spec) and spec[place] == ".":
        precision, place = _integer(spec, place + 1)
        if precision is None:
            raise ValueError("Format specifier missing precision")
    kind = spec[place:]
    if len(kind) > 1:
        raise ValueError("Invalid format specifier")
    return fill, align, sign, alternate, width, grouping, precision, kind


def _pad(text, fill, align, width, default, sign=""):
    missing = (width or 0) - len(text) - len(sign)
    if missing <= 0:
        return sign + text
    align = align or default
    if align == "<":
        return sign + text + fill * missing
    if align == ">":
        return fill * missing + sign + text
    if align == "=":
        return sign + fill * missing + text
    left = missing // 2
    return fill * left + sign + text + fill * (missing - left)


def _grouped(digits, sign, size=3):
    parts = []
    while len(digits) > size:
        parts.insert(0, digits[-size:])
        digits = digits[:-size]
    parts.insert(0, digits)
    return sign.join(parts)


def _sign(negative, sign):
    return "-" if negative else ("" if sign == "-" else sign)


def _unknown(kind, value):
    raise ValueError("Unknown format code '" + kind + "' for object of type '" + type_name(value) + "'")


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
        text = _grouped(whole, grouping) + dot + rest
    text += tail
    if align == "=" and grouping and fill == "0" and width:
        gap("zeros in front of a grouped number")
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
        text = str(size)
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
        text = _grouped(text, grouping, 4 if kind in ("x", "X", "o", "b") else 3)
        if align == "=" and fill == "0" and width:
            gap("zeros in front of a grouped number")
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
    raise TypeError("unsupported format string passed to " + type_name(value) + ".__format__")


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


def _item(text):
    """The argument that a field begins with, and the `.name` and `[key]` behind it."""
    place = 0
    while place < len(text) and text[place] not in ".[":
        place += 1
    first, path = text[:place], []
    while place < len(text):
        if text[place] == ".":
            end = place + 1
            while end < len(text) and text[end] not in ".[":
                end += 1
            path.append((True, text[place + 1:end]))
            place = end
        else:
            end = text.find("]", place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            path.append((False, text[place + 1:end]))
            place = end + 1
    return first, path


def format_string(text, args, names, look=getattr):
    """`str.format`. `look`: how attributes are looked up."""
    counter = [0]
    return _fields(text, args, names, counter, look, 2)


def _fields(text, args, names, counter, look, depth):
    if depth < 0:
        raise ValueError("Max string recursion exceeded")
    out, place = [], 0
    while place < len(text):
        one = text[place]
        if one == "{" or one == "}":
            if text[place + 1:place + 2] == one:
                out.append(one)
                place += 2
                continue
            if one == "}":
                raise ValueError("Single '}' encountered in format string")
            end, level = place + 1, 1
            while end < len(text):
                if text[end] == "{":
                    level += 1
                elif text[end] == "}":
                    level -= 1
                    if level == 0:
                        break
                end += 1
            if level:
                raise ValueError(
                    "Single '{' encountered in format string" if end == place + 1 else "expected '}' before end of string"
                )
            out.append(_field(text[place + 1:end], args, names, counter, look, depth))
            place = end + 1
        else:
            end = place
            while end < len(text) and text[end] not in "{}":
                end += 1
            out.append(text[place:end])
            place = end
    return "".join(out)


def _field(field, args, names, counter, look, depth):
    name, colon, spec = field.partition(":")
    name, bang, conversion = name.partition("!")
    first, path = _item(name)
    if first == "":
        if counter[0] is None:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        first = counter[0]
        counter[0] += 1
    elif first.isdigit():
        if counter[0]:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        counter[0] = None
        first = int(first)
    if type(first) is int:
        if first >= len(args):
            raise IndexError("Replacement index " + str(first) + " out of range for positional args tuple")
        value = args[first]
    else:
        value = names[first]
    for attribute, key in path:
        if attribute:
            value = look(value, key)
        else:
            value = value[int(key) if key.isdigit() else key]
    if bang and conversion not in ("r", "s", "a"):
        raise ValueError("Unknown conversion specifier '" + conversion + "'")
    if "{" in spec:
        spec = _fields(spec, args, names, counter, look, depth - 1)
    return show(value, conversion, spec)


def percent(text, args):
    """`text % args`."""
    out, place, index = [], 0, 0
    single = type(args) is not tuple
    used = False
    while True:
        start = text.find("%", place)
        if start < 0:
            out.append(text[place:])
            break
        out.append(text[place:start])
        place = start + 1
        if place >= len(text):
            raise ValueError("incomplete format")
        mapping = None
        if text[place] == "(":
            end = text.find(")", place)
            if end < 0:
                raise ValueError("incomplete format key")
            if not isinstance(args, dict) and not hasattr(type(args), "__getitem__"):
                raise TypeError("format requires a mapping")
            mapping = text[place + 1:end]
            place = end + 1
        flags = ""
        while place < len(text) and text[place] in "#0- +":
            flags += text[place]
            place += 1
        numbers = [None, None]
        for slot in (0, 1):
            if slot == 1:
                if text[place:place + 1] != ".":
                    break
                place += 1
                numbers[1] = 0
            if text[place:place + 1] == "*":
                if single or index >= len(args):
                    raise TypeError("not enough arguments for format string")
                numbers[slot] = args[index]
                index += 1
                place += 1
            else:
                number, place = _integer(text, place)
                if number is not None:
                    numbers[slot] = number
        while text[place:place + 1] in ("l", "h", "L"):
            place += 1
        kind = text[place:place + 1]
        if not kind:
            raise ValueError("incomplete format")
        place += 1
        if kind == "%":
            out.append("%")
            continue
        if mapping is not None:
            value = args[mapping]
            used = True
        elif single:
            if used:
                raise TypeError("not enough arguments for format string")
            value, used = args, True
        else:
            if index >= len(args):
                raise TypeError("not enough arguments for format string")
            value = args[index]
            index += 1
        out.append(_conversion(kind, value, flags, numbers, place - 1))
    if single and not used and not isinstance(args, (dict, list)) and args is not None:
        raise TypeError("not all arguments converted during string formatting")
    if single and not used and args is None:
        raise TypeError("not all arguments converted during string formatting")
    if not single and index < len(args):
        raise TypeError("not all arguments converted during string formatting")
    return "".join(out)


def _conversion(kind, value, flags, numbers, place):
    width, precision = numbers
    align = "<" if "-" in flags else ">"
    if width is not None and width < 0:
        align, width = "<", -width
    if kind in ("s", "r", "a"):
        text = str_of(value) if kind == "s" else repr_of(value) if kind == "r" else ascii_of(value)
        if precision is not None:
            text = text[:precision]
        return _pad(text, " ", align, width, ">")
    if kind == "c":
        if isinstance(value, str):
            if len(value) != 1:
                raise TypeError("%c requires int or char")
            return _pad(value, " ", align, width, ">")
        return _pad(chr(value), " ", align, width, ">")
    sign = "+" if "+" in flags else " " if " " in flags else ""
    fill = " "
    if "0" in flags and align == ">":
        fill, align = "0", "="
    if kind in ("d", "i", "u", "x", "X", "o"):
        if not isinstance(value, (int, float, bool)):
            wanted = "a real number" if kind in "diu" else "an integer"
            raise TypeError("%" + kind + " format: " + wanted + " is required, not " + type_name(value))
        if isinstance(value, float):
            if kind not in "diu":
                raise TypeError("%" + kind + " format: an integer is required, not float")
            value = int(value)
        value = int(value)
        negative = value < 0
        size = -value if negative else value
        text = str(size) if kind in "diu" else (oct(size) if kind == "o" else hex(size))[2:]
        if kind == "X":
            text = text.upper()
        if precision is not None:
            text = "0" * (precision - len(text)) + text
        head = "0" + kind if "#" in flags and kind in "xXo" else ""
        return _pad(text, fill, align, width, ">", ("-" if negative else sign) + head)
    if kind in ("e", "E", "f", "F", "g", "G"):
        if not isinstance(value, (int, float, bool)):
            raise TypeError("must be real number, not " + type_name(value))
        return _float(float(value), (fill, align, sign, "#" in flags, width, "", 6 if precision is None else precision, kind))
    raise ValueError(
        "unsupported format character '" + kind + "' (" + hex(ord(kind)) + ") at index " + str(place)
    )
