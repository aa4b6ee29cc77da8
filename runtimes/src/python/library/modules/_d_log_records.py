"""Levels, records and their formats: what `logging` begins with."""
import os
import sys
import time

import _d_builtins
from _d_host import ask, gap

__name__ = "logging"
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


_start = ask("now")


def _thread():
    modules = sys.modules
    return modules["threading"].current_thread() if "threading" in modules else None


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
        thread = _thread()
        self.threadName, self.thread = ("MainThread", 1) if thread is None else (thread.name, thread.ident)
        self.taskName = None
        place, _d_builtins.log_place[0] = _d_builtins.log_place[0], None
        if module:
            self.module = module
        elif place is not None:
            self.lineno, self.funcName, space = place
            self.pathname = space.get("__file__") or "<string>"
            self.filename = self.pathname.rpartition("/")[2]
            self.module = self.filename[:-3] if self.filename.endswith(".py") else self.filename
        self.relativeCreated = (self.created - _start) * 1000

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text

    def __getattr__(self, name):
        if name in ("module", "filename", "pathname", "lineno", "funcName"):
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
            pass
        return super().__getitem__(key)


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self.datefmt = datefmt
        self._style = style
        self._defaults = defaults

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

    def formatMessage(self, record):
        fields = _Fields(record)
        fields.update(self._defaults or {})
        try:
            if self._style == "%":
                return self._fmt % fields
            if self._style == "{":
                return self._fmt.format_map(fields)
            from string import Template
            return Template(self._fmt).substitute(fields)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info:
            text = text.rstrip("\n") + "\n" + self.formatException(record.exc_info)
        return text
