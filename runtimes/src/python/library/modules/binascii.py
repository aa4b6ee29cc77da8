"""Bytes as text: hexadecimal, base 64, checksums."""
import zlib

__lacks__ = "a2b_qp a2b_uu b2a_qp b2a_uu crc_hqx rlecode_hqx Incomplete"
crc32 = zlib.crc32
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_values = {one: place for place, one in enumerate(_LETTERS)}


class Error(ValueError):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(data)
    if sep is None:
        return data.hex().encode()
    sep = sep.decode() if isinstance(sep, bytes) else sep
    return data.hex(sep, bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    for one in text:
        if one not in "0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    text = _d_native("binascii").b2a_base64(bytes(data)).rstrip(b"\n")
    return text + b"\n" if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    """Letters that are none are passed over, unless it is strict."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        data = data.encode()
    found = bytearray()
    bits = count = pads = 0
    for place, one in enumerate(data):
        value = _values.get(one)
        if one == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and place + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(found)
            if strict_mode and count == 0:
                raise Error("Leading padding not allowed")
            continue
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = bits << 6 | value
        count += 1
        if count % 4:
            if count % 4 > 1:
                found.append(bits >> (6 - 2 * (count % 4 - 1)) & 255)
        else:
            found.append(bits & 255)
            bits = 0
    if count % 4 == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if count % 4:
        raise Error("Incorrect padding")
    return bytes(found)


Error.__module__ = "binascii"
