"""Hashes: MD5, SHA-1, SHA-256, SHA-384, SHA-512."""
import _d_serving
from _d_host import ask, gap

_native = _d_native("hashlib")
__lacks__ = "sha224 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s shake_128 shake_256 scrypt"
_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128)}
algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b",
    "blake2s", "shake_128", "shake_256",
}


class HASH:
    """What has been fed to a hash; the digest is computed when it is asked for."""

    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._parts = []
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if isinstance(data, (int, float)) or data is None:
            raise TypeError(f"object supporting the buffer API required")
        self._parts.append(bytes(data))

    def digest(self):
        data = b"".join(self._parts)
        self._parts = [data]
        if hasattr(_native, self.name):
            return getattr(_native, self.name)(data).digest()
        return bytes.fromhex(ask("digest", algorithm=self.name, data=_d_serving.latin1(data)))

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, b"".join(self._parts))

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {hex(id(self))}>"


HASH.__module__ = "_hashlib"


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return HASH(name, string)

    return make


md5, sha1, sha256, sha384, sha512 = [_maker(name) for name in _SIZES]


def new(name, data=b"", **names):
    known = name.lower().replace("-", "")
    if known in _SIZES:
        return HASH(known, data)
    if name.lower() in algorithms_guaranteed or known in ("ripemd160", "sm3", "sha512256", "sha512_256", "sha512_224"):
        gap(f"the hash {name}", "compute it")
    raise ValueError("unsupported hash type " + name)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        made.update(data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    keyed = hmac.new(bytes(password), None, hash_name)
    size = dklen or keyed.digest_size
    found, block = b"", 1

    def once(data):
        one = keyed.copy()
        one.update(data)
        return one.digest()

    while len(found) < size:
        last = once(bytes(salt) + block.to_bytes(4, "big"))
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = once(last)
            total ^= int.from_bytes(last, "big")
        found += total.to_bytes(keyed.digest_size, "big")
        block += 1
    return found[:size]


def __getattr__(name):
    if name == "algorithms_available":
        gap("hashlib.algorithms_available", "list what its OpenSSL has")
    if name in __lacks__.split():
        gap("hashlib." + name, "have it")
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
