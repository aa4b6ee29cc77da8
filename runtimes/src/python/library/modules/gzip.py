"""Files of gzip, to read. What gzip would write, to the byte, is not modelled."""
import io
import zlib

from _d_host import gap

__lacks__ = "FCOMMENT FEXTRA FHCRC FNAME FTEXT READ WRITE main"


class BadGzipFile(OSError):
    pass


BadGzipFile.__module__ = "gzip"


def decompress(data):
    data = bytes(data)
    if not data:
        return b""
    if data[:2] != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({data[:2]!r})")
    if len(data) < 18:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    found = zlib.decompress(data, 31)
    if int.from_bytes(data[-4:], "little") != len(found) & 0xFFFFFFFF:
        gap("a file of several gzip members, or one that breaks off", "read them one after another")
    if int.from_bytes(data[-8:-4], "little") != zlib.crc32(found):
        raise BadGzipFile("CRC check failed " + hex(int.from_bytes(data[-8:-4], "little")) + " != " + hex(zlib.crc32(found)))
    return found


def compress(data, compresslevel=9, *, mtime=None):
    gap("gzip.compress()", "compress, to bytes that its version of zlib decides")


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "w" in mode or "a" in mode or "x" in mode:
        gap("writing a gzip file", "compress, to bytes that its version of zlib decides")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        import builtins
        with builtins.open(filename, "rb") as file:
            data = file.read()
    else:
        data = filename.read()
    found = decompress(data)
    return io.StringIO(found.decode(encoding or "utf-8")) if "t" in mode else io.BytesIO(found)


def GzipFile(filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
    return open(fileobj if fileobj is not None else filename, mode or "rb")
