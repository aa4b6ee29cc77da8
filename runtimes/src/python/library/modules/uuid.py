"""Unique identifiers, from the simulation's random numbers."""
import random as _random

__lacks__ = "uuid1 uuid3 uuid5 uuid6 uuid7 uuid8 getnode NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500 SafeUUID"


class UUID:
    def __init__(self, hex=None, *, int=None, bytes=None, version=None):
        if hex is not None:
            text = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(text) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _whole(text)
        self.int = int

    hex = property(lambda self: "%032x" % self.int)

    def __str__(self):
        text = self.hex
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def __repr__(self):
        return f"UUID('{self}')"

    def __eq__(self, other):
        return isinstance(other, UUID) and self.int == other.int

    def __hash__(self):
        return hash(self.int)


def _whole(text):
    return int(text, 16)


def uuid4():
    value = _random.getrandbits(128)
    value = value & ~(0xF000 << 64) | 4 << 76
    return UUID(int=value & ~(0xC000 << 48) | 0x8000 << 48)
