"""Logging to streams and files."""
import sys

from _d_log_handlers import FileHandler, Filter, Handler, NullHandler, StreamHandler, _Filtered, _last
from _d_log_records import (
    BASIC_FORMAT, CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING, Formatter, LogRecord, _level, _names, addLevelName,
    getLevelName, getLevelNamesMapping,
)

__lacks__ = "LogRecordFactory getLogRecordFactory setLogRecordFactory captureWarnings makeLogRecord Filterer BufferingFormatter PlaceHolder logThreads"


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


class LoggerAdapter:
    """A logger whose records carry more."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        if self.merge_extra and "extra" in kwargs:
            kwargs["extra"] = dict(self.extra or {}, **kwargs["extra"])
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"


lastResort = _last
raiseExceptions = True
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
