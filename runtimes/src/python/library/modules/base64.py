"""Bytes as letters: base 16, 32, 64 and 85."""
import binascii

__lacks__ = "main test z85encode z85decode"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_A85 = bytes(range(33, 118))


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    return bytes(s)


def _refuse_text(s):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(s)


def b64encode(s, altchars=None):
    text = binascii.b2a_base64(s, newline=False)
    if altchars:
        text = text.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return text


def b64decode(s, altchars=None, validate=False):
    data = _bytes(s)
    if altchars:
        altchars = _bytes(altchars)
        data = data.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return binascii.a2b_base64(data, strict_mode=validate)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def _b32encode(s, letters):
    data = _refuse_text(s)
    found = bytearray()
    for place in range(0, len(data), 5):
        part = data[place:place + 5]
        number = int.from_bytes(part + b"\0" * (5 - len(part)), "big")
        used = (len(part) * 8 + 4) // 5
        for k in range(8):
            found.append(letters[number >> (35 - 5 * k) & 31] if k < used else 61)
    return bytes(found)


def _b32decode(s, letters, casefold, map01):
    data = _bytes(s)
    if len(data) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        data = data.replace(b"0", b"O").replace(b"1", _bytes(map01))
    if casefold:
        data = data.upper()
    bare = data.rstrip(b"=")
    values = {one: place for place, one in enumerate(letters)}
    pads = len(data) - len(bare)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    number = 0
    for one in bare:
        if one not in values:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | values[one]
    number <<= 5 * pads
    whole = number.to_bytes(len(data) // 8 * 5, "big")
    return whole[:len(whole) - (5 * pads + 7) // 8] if pads else whole


def b32encode(s):
    return _b32encode(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(s, _B32, casefold, map01)


def b32hexencode(s):
    return _b32encode(s, _B32HEX)


def b32hexdecode(s, casefold=False):
    return _b32decode(s, _B32HEX, casefold, None)


def b16encode(s):
    return _refuse_text(s).hex().upper().encode()


def b16decode(s, casefold=False):
    data = _bytes(s)
    if casefold:
        data = data.upper()
    for one in data:
        if one not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)


def _encode85(data, letters, pad, fold):
    rest = -len(data) % 4
    data = bytes(data) + b"\0" * rest
    parts = []
    for place in range(0, len(data), 4):
        number = int.from_bytes(data[place:place + 4], "big")
        if fold and number == 0 and not (rest and place + 4 == len(data)):
            parts.append(b"z")
            continue
        word = bytearray(5)
        for k in range(4, -1, -1):
            word[k] = letters[number % 85]
            number //= 85
        parts.append(bytes(word))
    if rest and not pad:
        parts[-1] = parts[-1][:-rest]
    return b"".join(parts)


def b85encode(b, pad=False):
    return _encode85(_refuse_text(b), _B85, pad, False)


def b85decode(b):
    return _decode85(_bytes(b), _B85, 126, "base85")


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(_refuse_text(b), _A85, pad, True)
    return b"<~" + text + b"~>" if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\x0b"):
    data = _bytes(b)
    if adobe:
        if not data.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        data = data[2:-2] if data.startswith(b"<~") else data[:-2]
    data = bytes([one for one in data if one not in ignorechars]).replace(b"z", b"!!!!!")
    return _decode85(data, _A85, 117, "Ascii85")


def _decode85(data, letters, filler, name):
    values = {one: place for place, one in enumerate(letters)}
    rest = -len(data) % 5
    data += bytes([filler]) * rest
    found = b""
    for place in range(0, len(data), 5):
        number = 0
        for k, one in enumerate(data[place:place + 5]):
            if one not in values:
                if name == "base85":
                    raise ValueError(f"bad base85 character at position {place + k}")
                raise ValueError(f"Non-Ascii85 digit found: {chr(one)}")
            number = number * 85 + values[one]
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {place}" if name == "base85" else "Ascii85 overflow")
        found += number.to_bytes(4, "big")
    return found[:-rest] if rest else found


def encodebytes(s):
    data = _refuse_text(s)
    return b"".join([binascii.b2a_base64(data[place:place + 57]) for place in range(0, len(data), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_refuse_text(s))


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
