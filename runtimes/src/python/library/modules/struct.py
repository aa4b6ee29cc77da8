"""Numbers as bytes, by a format. Sizes and alignment are those of Linux on 64 bits."""
_native = _d_native("struct")
__lacks__ = ""
_STANDARD = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
             "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_MACHINE = dict(_STANDARD, l=8, L=8, n=8, N=8, P=8)


class error(Exception):
    pass


error.__module__ = "struct"
_known = {}


def _parsed(text):
    """The byte order, the size, and `(kind, count, place, size)` of each part."""
    if isinstance(text, bytes):
        text = text.decode()
    found = _known.get(text)
    if found is not None:
        return found
    mark = text[:1] if text[:1] in ("<", ">", "=", "!", "@") and text else "@"
    sizes = _MACHINE if mark == "@" else _STANDARD
    order = "big" if mark in ">!" else "little"
    parts, place, count = [], 0, ""
    for one in text[1:] if text[:1] == mark else text:
        if one in " \t\n\r\f\v":
            continue
        if one in "0123456789":
            count += one
            continue
        if one not in sizes:
            raise error("bad char in struct format")
        size, number = sizes[one], int(count) if count else 1
        if mark == "@" and size > 1:
            place = (place + size - 1) // size * size
        parts.append((one, number, place, size))
        place += number * size
        count = ""
    if count:
        raise error("repeat count given without format specifier")
    _known[text] = found = (order, place, parts)
    return found


def calcsize(format, /):
    return _parsed(format)[1]


def _wanted(parts):
    return sum([0 if kind == "x" else 1 if kind in "sp" else count for kind, count, _, _ in parts])


# Their words before Python 3.12.
_LIMITS = {"b": "byte format requires -128 <= number <= 127", "B": "ubyte format requires 0 <= number <= 255",
           "h": "short format requires -32768 <= number <= 32767", "H": "ushort format requires 0 <= number <= 65535"}


def _number(kind, size, order, value):
    if kind in "fde":
        if not isinstance(value, (int, float)):
            raise error("required argument is not a float")
        mark = ">" if order == "big" else "<"
        if kind == "e":
            return _half(float(value)).to_bytes(2, order)
        if kind == "f" and abs(value) > 3.4028235677973366e38 and value not in (float("inf"), -float("inf")):
            raise OverflowError("float too large to pack with f format")
        return _native.pack(mark + kind, float(value))
    if kind == "?":
        return b"\1" if value else b"\0"
    if hasattr(type(value), "__index__") and not isinstance(value, int):
        value = value.__index__()
    if not isinstance(value, int):
        raise error("required argument is not an integer")
    signed = kind in "bhilqn"
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if not low <= value <= high:
        import sys
        if sys.version_info[1] < 12:
            raise error(_LIMITS.get(kind, "argument out of range"))
        if size == 8:
            raise error("int too large to convert" if kind not in "qQ" else "argument out of range")
        raise error(f"'{kind}' format requires {low} <= number <= {high}")
    return (value & (1 << size * 8) - 1).to_bytes(size, order)


def _half(value):
    import math
    sign = 0x8000 if math.copysign(1.0, value) < 0 else 0
    value = abs(value)
    if value != value:
        return sign | 0x7E00
    if value == 0 or value == float("inf"):
        return sign | (0 if value == 0 else 0x7C00)
    exponent = max(math.frexp(value)[1] - 1, -14)
    mantissa = round(value / 2.0 ** (exponent - 10))
    bits = (exponent + 14 << 10) + mantissa
    if bits >= 0x7C00:
        raise OverflowError("float too large to pack with e format")
    return sign | bits


def _from_half(bits):
    sign = -1.0 if bits & 0x8000 else 1.0
    exponent, mantissa = bits >> 10 & 31, bits & 1023
    if exponent == 31:
        return float("nan") if mantissa else sign * float("inf")
    return sign * (mantissa * 2.0 ** -24 if exponent == 0 else (mantissa + 1024) * 2.0 ** (exponent - 25))


def pack(format, /, *values):
    order, size, parts = _parsed(format)
    wanted = _wanted(parts)
    if len(values) != wanted:
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    out = bytearray(size)
    rest = list(values)
    for kind, count, place, width in parts:
        if kind == "x":
            continue
        if kind in "sp":
            value = rest.pop(0)
            if not isinstance(value, (bytes, bytearray)):
                raise error("argument for '" + kind + "' must be a bytes object")
            value = bytes(value)
            if kind == "p":
                value = bytes([min(len(value), count - 1, 255)]) + value[:count - 1]
            value = value[:count]
            out[place:place + len(value)] = value
            continue
        for _ in range(count):
            value = rest.pop(0)
            if kind == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                out[place] = value[0]
            else:
                out[place:place + width] = _number(kind, width, order, value)
            place += width
    return bytes(out)


def unpack(format, buffer, /):
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return unpack_from(format, buffer)


def unpack_from(format, /, buffer, offset=0):
    order, size, parts = _parsed(format)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < size:
        raise error(f"unpack_from requires a buffer of at least {offset + size} bytes for unpacking {size} bytes at offset "
                    f"{offset} (actual buffer size is {len(buffer)})")
    data = bytes(buffer[offset:offset + size])
    found = []
    for kind, count, place, width in parts:
        if kind == "x":
            continue
        if kind == "s":
            found.append(data[place:place + count])
            continue
        if kind == "p":
            found.append(data[place + 1:place + 1 + min(data[place], count - 1)])
            continue
        for _ in range(count):
            part = data[place:place + width]
            place += width
            if kind == "c":
                found.append(part)
            elif kind in "fd":
                found.append(_native.unpack((">" if order == "big" else "<") + kind, part)[0])
            else:
                number = int.from_bytes(part, order)
                if kind in "bhilqn" and number >> width * 8 - 1:
                    number -= 1 << width * 8
                found.append(_from_half(number) if kind == "e" else number != 0 if kind == "?" else number)
    return tuple(found)


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < len(data):
        raise error(f"pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} bytes at "
                    f"offset {offset} (actual buffer size is {len(buffer)})")
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return (unpack_from(format, buffer, place) for place in range(0, len(buffer), size))


class Struct:
    """A format that is read once."""

    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
