"""Where `logging` writes."""
import os
import sys

from _d_host import gap
from _d_log_records import Formatter, NOTSET, WARNING, _level, getLevelName

__name__ = "logging"


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class _Filtered:
    def addFilter(self, filter):
        self.filters.append(filter)

    def removeFilter(self, filter):
        self.filters.remove(filter)

    def _passes(self, record):
        return all((one.filter(record) if hasattr(one, "filter") else one(record)) for one in self.filters)


class Handler(_Filtered):
    def __init__(self, level=NOTSET):
        self.level = _level(level)
        self.formatter = None
        self.filters = []
        self.name = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if self._passes(record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def handleError(self, record):
        """A record could not be told: that itself is told, and the program goes on."""
        import traceback
        import _d_tracebacks
        if not sys.stderr:
            return
        place = record.__dict__.get("lineno") and (record.pathname, record.lineno, record.funcName)
        if not place or place[2] != "<module>" or not record.pathname.endswith("/" + record.filename):
            gap("a log record that could not be told, in a function", "tell of it on stderr, with all calls that led there")
        told = traceback.format_exc()
        # It begins in the library, whose frames are left out.
        told = told if told.startswith("Traceback ") else "Traceback (most recent call last):\n" + told
        sys.stderr.write("--- Logging error ---\n" + told + "Call stack:\n" + "".join(_d_tracebacks.format_frames([place])))
        sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except Exception:
            self.handleError(record)

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

    def setStream(self, stream):
        before, self.stream = self.stream, stream
        return before


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(filename)
        StreamHandler.__init__(self, open(filename, mode, encoding=encoding))

    def close(self):
        self.stream.close()

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class _LastResort(Handler):
    def emit(self, record):
        try:
            sys.stderr.write(self.format(record) + "\n")
        except Exception:
            self.handleError(record)


_last = _LastResort(WARNING)
