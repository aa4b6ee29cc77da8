"""Hashes that MicroPython has: MD5, SHA-1, SHA-256."""
_native = _d_native("hashlib")
__lacks__ = "sha224 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s shake_128 shake_256 scrypt pbkdf2_hmac file_digest algorithms_available algorithms_guaranteed"


class _Hash:
    def __init__(self, name, data):
        self.name = name
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        self._data += bytes(data)

    def digest(self):
        return getattr(_native, self.name)(self._data).digest()

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self._data)


for _name in ("md5", "sha1", "sha256"):
    if hasattr(_native, _name):
        globals()[_name] = (lambda name: lambda data=b"", **names: _Hash(name, data))(_name)


def new(name, data=b"", **names):
    return globals()[name](data)
