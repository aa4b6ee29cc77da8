"""Base 64."""
_native = _d_native("binascii")
__lacks__ = "a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b85decode b85encode decode decodebytes encode encodebytes z85decode z85encode"


def b64encode(s, altchars=None):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    text = _native.b2a_base64(s).rstrip(b"\n")
    if altchars:
        text = text.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return text


def b64decode(s, altchars=None, validate=False):
    data = s.encode() if isinstance(s, str) else bytes(s)
    if altchars:
        data = data.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return _native.a2b_base64(data)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
