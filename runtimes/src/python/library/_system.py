"""What the module `sys` is made of: streams, and the state of the running program."""
from _native import isinstance, getattr
import sys as _sys

import _errors
import _imports
from _host_calls import ask, gap
from _show import type_name
from _standard_names import NAMES as standard_names

program = _imports.program
modules = _imports.modules


def missing(name):
    space = dict(_imports.space_of(modules["sys"]))
    space.pop("__getattr__", None)
    _imports.missing(modules["sys"], space, name)


def handled():
    return _errors.handling[-1] if _errors.handling else None


def complain(error):
    modules["sys"].stderr.write("".join(_errors.format_error(error)))


def executable():
    """The whole path of the interpreter, as CPython finds it."""
    name = program["executable"]
    if "/" in name:
        return name if name.startswith("/") else program["cwd"].rstrip("/") + "/" + name
    for folder in program["env"].get("PATH", "").split(":"):
        path = folder + "/" + name
        if ask("posix", operation="access", path=path, mode=1) is True:
            return path
    return program["prefix"] + "/bin/" + name


class _Buffer:
    """The bytes below a text stream."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._stream.put(bytes(data))
        return len(data)

    def flush(self):
        self._stream.flush()


class Stream:
    """Standard output or standard error."""

    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    newlines = None
    closed = False
    line_buffering = False

    def __init__(self, name, number):
        self.name = name
        self._number = number
        self.buffer = _Buffer(self)

    def put(self, data):
        (_sys.stdout if self._number == 1 else _sys.stderr).write(data)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type_name(text))
        if type(text) is not str:
            text = str(text)
        if text:
            self.put(text)
        return len(text)

    def writelines(self, lines):
        for one in lines:
            self.write(one)

    def flush(self):
        if self._number == 1:
            ask("flush")

    def fileno(self):
        return self._number

    def isatty(self):
        return bool(program.get("isatty"))

    def writable(self):
        return True

    def readable(self):
        return False

    def reconfigure(self, **names):
        pass

    def close(self):
        gap("closing a standard stream")


class StandardInput:
    """Standard input."""

    name = "<stdin>"
    encoding = "utf-8"
    errors = "strict"
    mode = "r"
    closed = False

    def __init__(self):
        self.buffer = self._Bytes(self)

    class _Bytes:
        def __init__(self, stream):
            self._stream = stream

        def read(self, size=-1):
            if size is not None and size >= 0:
                gap("reading a part of standard input")
            return bytes([ord(one) for one in ask("stdin")])

        def readline(self):
            return bytes([ord(one) for one in ask("stdin", line=True)])

        def __iter__(self):
            return self

        def __next__(self):
            line = self.readline()
            if not line:
                raise StopIteration
            return line

    def readline(self, size=-1):
        return self.buffer.readline().decode()

    def read(self, size=-1):
        return self.buffer.read(size).decode()

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def isatty(self):
        return bool(program.get("isatty"))

    def fileno(self):
        return 0

    def readable(self):
        return True
