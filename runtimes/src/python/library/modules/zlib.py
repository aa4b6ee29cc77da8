"""Checksums, and reading what is compressed. What zlib would write, to the byte, is not modelled."""
from _d_host import gap

__lacks__ = "decompressobj DEF_BUF_SIZE ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BLOCK Z_FILTERED Z_FIXED Z_HUFFMAN_ONLY Z_PARTIAL_FLUSH Z_RLE Z_TREES"
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_DEFAULT_STRATEGY = 0, 2, 3, 4, 0
MAX_WBITS, DEFLATED, DEF_MEM_LEVEL = 15, 8, 8


class error(Exception):
    pass


error.__module__ = "zlib"


def adler32(data, value=1, /):
    a, b = value & 0xFFFF, value >> 16
    for one in data:
        a = (a + one) % 65521
        b = (b + a) % 65521
    return b << 16 | a


_table = []


def crc32(data, value=0, /):
    if not _table:
        for one in range(256):
            for _ in range(8):
                one = one >> 1 ^ (0xEDB88320 if one & 1 else 0)
            _table.append(one)
    value ^= 0xFFFFFFFF
    for one in data:
        value = value >> 8 ^ _table[(value ^ one) & 255]
    return value ^ 0xFFFFFFFF


def decompress(data, /, wbits=MAX_WBITS, bufsize=16384):
    deflate, io = _d_native("deflate"), _d_native("io")
    kind = deflate.RAW if wbits < 0 else deflate.GZIP if wbits > 15 else deflate.ZLIB
    data = bytes(data)
    if kind == deflate.ZLIB and (len(data) < 2 or data[0] & 15 != 8 or (data[0] << 8 | data[1]) % 31):
        if len(data) < 2:
            raise error("Error -5 while decompressing data: incomplete or truncated stream")
        raise error("Error -3 while decompressing data: incorrect header check")
    try:
        found = deflate.DeflateIO(io.BytesIO(data), kind, 15 if kind == deflate.RAW else 0).read()
    except EOFError:
        raise error("Error -5 while decompressing data: incomplete or truncated stream") from None
    except (OSError, ValueError):
        gap("what is wrong with compressed data", "say what")
    if kind == deflate.ZLIB and int.from_bytes(data[-4:], "big") != adler32(found):
        gap("what is wrong with compressed data", "say what")
    return found


def compress(data, /, level=-1, wbits=15):
    gap("zlib.compress()", "compress, to bytes that its version of zlib decides")


def compressobj(*args, **names):
    gap("zlib.compressobj()", "compress, to bytes that its version of zlib decides")
