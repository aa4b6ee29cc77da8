"""Random numbers for passwords and tokens: those of the simulation."""
import random as _random

randbelow = _random._below
randbits = _random.getrandbits
choice = _random.choice


def token_bytes(nbytes=None):
    return _random.randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    import base64
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    return a == b
