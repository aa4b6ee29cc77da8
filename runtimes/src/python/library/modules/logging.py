"""Logging to streams and files."""
import os
import sys
import time

from _d_host import ask, gap

__lacks__ = "LogRecordFactory getLogRecordFactory setLogRecordFactory captureWarnings makeLogRecord Filterer BufferingFormatter PlaceHolder LoggerAdapter lastResort raiseExceptions logThreads config handlers"
CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def getLevelName(level):
    if isinstance(level, str):
        return _level(level)
    return _names.get(level, f"Level {level}")


def addLevelName(level, name):
    _names[level] = name


def getLevelNamesMapping():
    return {name: level for level, name in _names.items()}


def _level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level or (level, number) in (("WARN", 30), ("FATAL", 50)):
                return number
        raise ValueError(f"Unknown level: {level!r}")
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info=None, func=None, sinfo=None, module=None):
        self.name = name
        self.msg = msg
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = None
        self.created = ask("now")
        self.msecs = int((self.created - int(self.created)) * 1000)
        self.process = os.getpid()
        self.processName = "MainProcess"
        self.threadName = "MainThread"
        self.thread = 1
        self._module = module

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text

    def __getattr__(self, name):
        if name == "module" and self.__dict__.get("_module"):
            return self._module
        if name in ("module", "filename", "pathname", "lineno", "funcName", "relativeCreated", "taskName"):
            gap("%(" + name + ")s of a log record", "tell where the program logs")
        raise AttributeError(f"'LogRecord' object has no attribute {name!r}")


class _Fields(dict):
    def __init__(self, record):
        super().__init__()
        self._record = record

    def __getitem__(self, key):
        try:
            return getattr(self._record, key)
        except AttributeError:
            raise KeyError(key) from None


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self.datefmt = datefmt
        self._style = style

    def formatTime(self, record, datefmt=None):
        parts = time.localtime(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        return time.strftime("%Y-%m-%d %H:%M:%S", parts) + ",%03d" % record.msecs

    def formatException(self, ei):
        import traceback
        return "".join(traceback.format_exception(ei[1])).rstrip("\n")

    def usesTime(self):
        return "asctime" in self._fmt

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        if self._style == "%":
            text = self._fmt % _Fields(record)
        elif self._style == "{":
            text = self._fmt.format_map(_Fields(record))
        else:
            from string import Template
            text = Template(self._fmt).substitute(_Fields(record))
        if record.exc_info:
            text = text.rstrip("\n") + "\n" + self.formatException(record.exc_info)
        return text


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


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)
        self.flush()

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def setStream(self, stream):
        before, self.stream = self.stream, stream
        return before


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(filename)
        StreamHandler.__init__(self, open(filename, mode, encoding=encoding))

    def close(self):
        self.stream.close()


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class _LastResort(Handler):
    def emit(self, record):
        sys.stderr.write(self.format(record) + "\n")


_last = _LastResort(WARNING)


class Logger(_Filtered):
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = _level(level)
        self.handlers = []
        self.filters = []
        self.parent = None
        self.propagate = True
        self.disabled = False

    def _chosen(self):
        one = self
        while one is not None and one is not root:
            if one.level:
                return True
            one = one.parent
        return False

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        one = self
        while one is not None:
            if one.level:
                return one.level
            one = one.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled[0] and level >= self.getEffectiveLevel()

    def hasHandlers(self):
        one = self
        while one is not None:
            if one.handlers:
                return True
            if not one.propagate:
                return False
            one = one.parent
        return False

    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + "." + suffix)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1, _module=None):
        if not self.isEnabledFor(level):
            return
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, None)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        record = LogRecord(self.name, level, "", 0, msg, args, exc_info or None, module=_module)
        for key, value in (extra or {}).items():
            setattr(record, key, value)
        if not self._passes(record):
            return
        self.handle(record)

    def handle(self, record):
        one, found = self, False
        while one is not None:
            for handler in one.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            if not one.propagate:
                break
            one = one.parent
        if not found and record.levelno >= _last.level:
            _last.handle(record)

    def debug(self, msg, *args, **kwargs):
        self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self._log(ERROR, msg, args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        self._log(level, msg, args, **kwargs)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    pass


root = RootLogger("root", WARNING)
_loggers = {}
_disabled = [0]


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name not in _loggers:
        _loggers[name] = made = Logger(name)
        for key, one in _loggers.items():
            one.parent = _above(key)
    return _loggers[name]


def _above(name):
    while "." in name:
        name = name.rpartition(".")[0]
        if name in _loggers:
            return _loggers[name]
    return root


def disable(level=CRITICAL):
    _disabled[0] = level


def basicConfig(**kwargs):
    force = kwargs.pop("force", False)
    if force:
        root.handlers[:] = []
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    filename, stream = kwargs.pop("filename", None), kwargs.pop("stream", None)
    mode, encoding = kwargs.pop("filemode", "a"), kwargs.pop("encoding", None)
    if handlers is None:
        handlers = [FileHandler(filename, mode, encoding) if filename else StreamHandler(stream)]
    style = kwargs.pop("style", "%")
    default = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}[style]
    formatter = Formatter(kwargs.pop("format", default), kwargs.pop("datefmt", None), style)
    level = kwargs.pop("level", None)
    if kwargs:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def _at_root(name):
    def log(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)
    return log


debug, info, warning, error, critical, exception = [
    _at_root(one) for one in ("debug", "info", "warning", "error", "critical", "exception")
]
warn, fatal = warning, critical


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def shutdown():
    pass
