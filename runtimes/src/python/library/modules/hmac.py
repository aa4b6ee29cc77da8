"""Keyed hashes (RFC 2104)."""
import hashlib

__lacks__ = "trans_5C trans_36"
digest_size = None


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            make = lambda data=b"": hashlib.new(digestmod, data)
        elif callable(digestmod):
            make = digestmod
        else:
            make = digestmod.new
        self._make = make
        inner = make()
        self.digest_size = inner.digest_size
        self.block_size = getattr(inner, "block_size", self.blocksize)
        self.name = "hmac-" + inner.name
        key = bytes(key)
        if len(key) > self.block_size:
            key = make(key).digest()
        key += b"\0" * (self.block_size - len(key))
        self._outer_key = bytes([one ^ 0x5C for one in key])
        inner.update(bytes([one ^ 0x36 for one in key]))
        self._inner = inner
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = object.__new__(HMAC)
        for name in ("_make", "digest_size", "block_size", "name", "_outer_key"):
            setattr(made, name, getattr(self, name))
        made._inner = self._inner.copy()
        return made

    def digest(self):
        return self._make(self._outer_key + self._inner.digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'" if isinstance(b, str) or isinstance(a, str) else "")
    if isinstance(a, str) and not (a.isascii() and b.isascii()):
        raise TypeError("comparing strings with non-ASCII characters is not supported")
    return a == b
