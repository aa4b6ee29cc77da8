"""Checksums; compression is not modelled."""
__lacks__ = "compress decompress compressobj decompressobj Z_BEST_COMPRESSION Z_BEST_SPEED Z_DEFAULT_COMPRESSION MAX_WBITS error"


def adler32(data, value=1, /):
    a, b = value & 0xFFFF, value >> 16
    for one in data:
        a = (a + one) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def crc32(data, value=0, /):
    value ^= 0xFFFFFFFF
    for one in data:
        value ^= one
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF
