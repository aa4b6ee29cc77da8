"""`text % values` as CPython defines it."""
from _d_format import _float, _integer, _pad, ascii_of
from _d_show import repr_of, str_of, type_name


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
        if not isinstance(value, (int, float, bool)) and kind in "diu" and hasattr(type(value), "__int__"):
            value = type(value).__int__(value)
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
            if not hasattr(type(value), "__float__"):
                raise TypeError("must be real number, not " + type_name(value))
            value = type(value).__float__(value)
        return _float(float(value), (fill, align, sign, "#" in flags, width, "", 6 if precision is None else precision, kind))
    raise ValueError(
        "unsupported format character '" + kind + "' (" + hex(ord(kind)) + ") at index " + str(place)
    )
