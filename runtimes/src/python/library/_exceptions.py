"""The exceptions that MicroPython lacks, and what Linux calls its errors."""
import builtins

from _host_calls import gap

# The minor version of the Python that a program runs on.
version = [12]
# The classes that are made here; the module of builtins gives back only what it was born with.
classes = {}


def _define(name, base):
    kind = type(name, (base,), {"__module__": "builtins"})
    setattr(builtins, name, kind)
    classes[name] = kind
    return kind


for _name, _base in (
    ("ModuleNotFoundError", ImportError), ("RecursionError", RuntimeError), ("UnboundLocalError", NameError),
    ("FileNotFoundError", OSError), ("FileExistsError", OSError), ("PermissionError", OSError),
    ("IsADirectoryError", OSError), ("NotADirectoryError", OSError), ("ConnectionError", OSError),
    ("TimeoutError", OSError), ("InterruptedError", OSError), ("ProcessLookupError", OSError),
    ("ChildProcessError", OSError), ("BlockingIOError", OSError), ("FloatingPointError", ArithmeticError),
    ("BufferError", Exception), ("ReferenceError", Exception), ("SystemError", Exception), ("Warning", Exception),
    ("TabError", IndentationError), ("UnicodeDecodeError", UnicodeError), ("UnicodeEncodeError", UnicodeError),
    ("UnicodeTranslateError", UnicodeError),
):
    _define(_name, _base)
for _name in (
    "UserWarning", "DeprecationWarning", "PendingDeprecationWarning", "SyntaxWarning", "RuntimeWarning", "FutureWarning",
    "ImportWarning", "UnicodeWarning", "BytesWarning", "ResourceWarning", "EncodingWarning",
):
    _define(_name, classes["Warning"])
for _name in ("ConnectionRefusedError", "ConnectionResetError", "ConnectionAbortedError", "BrokenPipeError"):
    _define(_name, classes["ConnectionError"])


class _Group:
    def __init__(self, *args):
        gap("exception groups")


builtins.ExceptionGroup = builtins.BaseExceptionGroup = _Group
builtins.EnvironmentError = builtins.IOError = OSError

_by_number = {
    1: "PermissionError", 2: "FileNotFoundError", 3: "ProcessLookupError", 4: "InterruptedError", 10: "ChildProcessError",
    11: "BlockingIOError", 13: "PermissionError", 17: "FileExistsError", 20: "NotADirectoryError",
    21: "IsADirectoryError", 32: "BrokenPipeError", 103: "ConnectionAbortedError", 104: "ConnectionResetError",
    110: "TimeoutError", 111: "ConnectionRefusedError",
}
strings = {
    1: "Operation not permitted", 2: "No such file or directory", 3: "No such process", 4: "Interrupted system call",
    5: "Input/output error", 9: "Bad file descriptor", 10: "No child processes", 11: "Resource temporarily unavailable",
    12: "Cannot allocate memory", 13: "Permission denied", 16: "Device or resource busy", 17: "File exists",
    18: "Invalid cross-device link", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument",
    24: "Too many open files", 25: "Inappropriate ioctl for device", 27: "File too large", 28: "No space left on device",
    29: "Illegal seek", 30: "Read-only file system", 31: "Too many links", 32: "Broken pipe",
    33: "Numerical argument out of domain", 34: "Numerical result out of range", 36: "File name too long",
    38: "Function not implemented", 39: "Directory not empty", 40: "Too many levels of symbolic links",
    98: "Address already in use", 99: "Cannot assign requested address", 101: "Network is unreachable",
    103: "Software caused connection abort", 104: "Connection reset by peer", 110: "Connection timed out",
    111: "Connection refused", 113: "No route to host",
}


def os_error(number, *names):
    """The OSError of a number, in its subclass, with the files it is about."""
    kind = classes.get(_by_number.get(number), OSError)
    return kind(number, strings.get(number, "Unknown error " + str(number)), *names)
