"""`open`, and the text and byte streams that it gives."""
import _errors
import _text
from _host_calls import gap
from _native import isinstance, open
import os
from _show import repr_of, str_of, type_name


def path_of(path):
    """A path as a string: `str`, bytes, or what has `__fspath__`."""
    if isinstance(path, str):
        return path if type(path) is str else str(path)
    if isinstance(path, (bytes, bytearray)):
        return bytes(path).decode()
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not " + type_name(path))


class Stream:
    """What text and byte streams have in common."""

    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for one in lines:
            self.write(one)

    def isatty(self):
        return False


class File(Stream):
    """A file that was opened by name."""

    def __init__(self, name, mode, encoding, errors, newline):
        self.name = name
        self.mode = mode
        self._binary = "b" in mode
        if not self._binary:
            self.encoding = encoding
            self.errors = errors
            self._newline = newline
        letter = [one for one in mode if one in "rwax"]
        self._reads = "r" in mode or "+" in mode
        self._writes = letter != ["r"] or "+" in mode
        path = path_of(name)
        native = ("w" if letter == ["x"] else letter[0]) + "b" + ("+" if "+" in mode else "")
        try:
            if letter == ["x"]:
                try:
                    open(path, "rb").close()
                except OSError:
                    pass
                else:
                    raise OSError(17)
            if letter == ["r"] and os.stat(path)[0] & 0x4000:
                # MicroPython would open a folder.
                raise OSError(21)
            self._file = open(path, native)
        except OSError as error:
            raise _errors.os_error(error.args[0], name if not hasattr(type(name), "__fspath__") else path)
        self._pending = ""

    def _readable(self):
        self._check()
        if not self._reads:
            _unsupported("not readable")

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def seekable(self):
        return True

    def fileno(self):
        return self._file.fileno()

    def read(self, size=-1):
        self._readable()
        if self._binary:
            return self._native_read(size)
        if size is None or size < 0:
            text = self._pending + self._decoded(self._native_read(-1))
            self._pending = ""
            return text
        while len(self._pending) < size:
            line = self._line()
            if not line:
                break
            self._pending += line
        text, self._pending = self._pending[:size], self._pending[size:]
        return text

    def _native_read(self, size):
        try:
            return self._file.read() if size is None or size < 0 else self._file.read(size)
        except OSError as error:
            raise _errors.os_error(error.args[0])

    def _decoded(self, data):
        text = _text.decode(data, self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _line(self):
        data = self._file.readline()
        return self._decoded(data) if data else ""

    def readline(self, size=-1):
        self._readable()
        if self._binary:
            return self._file.readline()
        if self._pending:
            head, dot, tail = self._pending.partition("\n")
            self._pending = tail
            return head + dot if dot else head + self._line()
        return self._line()

    def write(self, data):
        self._check()
        if not self._writes:
            _unsupported("not writable")
        if self._binary:
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            return self._file.write(data)
        if not isinstance(data, str):
            raise TypeError("write() argument must be str, not " + type_name(data))
        text = data
        if self._newline not in (None, "", "\n"):
            text = text.replace("\n", self._newline)
        try:
            self._file.write(_text.encode(text, self.encoding, self.errors))
        except OSError as error:
            raise _errors.os_error(error.args[0])
        return len(data)

    def seek(self, offset, whence=0):
        self._check()
        self._pending = ""
        return self._file.seek(offset, whence)

    def tell(self):
        if self._pending:
            gap("tell() in the middle of a line")
        return self._file.tell()

    def truncate(self, size=None):
        gap("truncate() of an open file")

    def flush(self):
        self._check()
        self._file.flush()

    def close(self):
        if not self.closed:
            self.closed = True
            self._file.close()

    def __repr__(self):
        if self._binary:
            return "<_io.Buffered" + ("Writer" if self._writes else "Reader") + " name=" + repr_of(self.name) + ">"
        return (
            "<_io.TextIOWrapper name=" + repr_of(self.name) + " mode=" + repr_of(self.mode) + " encoding="
            + repr_of(self.encoding) + ">"
        )


class UnsupportedOperation(OSError):
    """`io.UnsupportedOperation`."""


UnsupportedOperation.__module__ = "io"


def _unsupported(text):
    raise UnsupportedOperation(text)


def open_file(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """The builtin `open`."""
    if isinstance(file, int):
        gap("open() of a file descriptor")
    letters = [one for one in mode if one in "rwax"]
    if len(letters) != 1 or any(one not in "rwaxbt+" for one in mode):
        if len([one for one in mode if one not in "rwaxbt+"]):
            raise ValueError("invalid mode: " + repr_of(mode))
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    return File(file, mode, encoding or "UTF-8", errors or "strict", newline)


class Text(Stream):
    """`io.StringIO`."""

    def __init__(self, initial_value="", newline="\n"):
        self._text = initial_value or ""
        self._at = 0

    def read(self, size=-1):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._at + size
        found = self._text[self._at:end]
        self._at += len(found)
        return found

    def readline(self, size=-1):
        end = self._text.find("\n", self._at)
        end = len(self._text) if end < 0 else end + 1
        found = self._text[self._at:end]
        self._at = end
        return found

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got '" + type_name(text) + "'")
        if self._at == len(self._text):
            self._text += text
        else:
            self._text = self._text[:self._at] + text + self._text[self._at + len(text):]
        self._at += len(text)
        return len(text)

    def getvalue(self):
        self._check()
        return self._text

    def seek(self, place, whence=0):
        self._at = place if whence == 0 else len(self._text)
        return self._at

    def tell(self):
        return self._at

    def truncate(self, size=None):
        self._text = self._text[:self._at if size is None else size]
        return len(self._text)

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def readable(self):
        return True

    writable = seekable = readable


class Bytes(Text):
    """`io.BytesIO`."""

    def __init__(self, initial_bytes=b""):
        self._text = bytes(initial_bytes)
        self._at = 0

    def readline(self, size=-1):
        end = self._text.find(b"\n", self._at)
        end = len(self._text) if end < 0 else end + 1
        found = self._text[self._at:end]
        self._at = end
        return found

    def write(self, data):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._text = self._text[:self._at] + data + self._text[self._at + len(data):]
        self._at += len(data)
        return len(data)

    def getbuffer(self):
        return memoryview(self._text)
