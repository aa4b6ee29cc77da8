"""Exceptions: the classes that MicroPython lacks, what is known about each exception beside itself, and tracebacks."""
from _native import isinstance, hasattr, getattr, repr
import builtins
import io
import sys

import _show
import _words
from _host_calls import ask, gap
from _show import full_name, repr_of, str_of, type_name

# Texts of files that were compiled, and for each line of what runs the line of the text.
sources = {}
lines_of = {}
# The exceptions that handlers are busy with, the innermost last.
handling = []
# By id: [exception, context, cause, is the cause told, frames from before it was raised again, attributes]
_facts = {}
_order = []
# Set by `_known`: names of attributes of builtin types that CPython has and MicroPython lacks.
lacking = [lambda kind, name: False]
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


def fact(error, slot, value=None):
    """What is known about an exception beside itself; with a value, from now on."""
    known = _facts.get(id(error))
    if known is None or known[0] is not error:
        if value is None:
            return None
        known = [error, None, None, False, None, None]
        _facts[id(error)] = known
        _order.append(id(error))
        if len(_order) > 64:
            for one in _order[:-32]:
                if not any(_facts[one][0] is busy for busy in handling if one in _facts):
                    _facts.pop(one, None)
            _order[:] = [one for one in _order if one in _facts]
    if value is not None:
        known[slot] = value
    return known[slot]


CONTEXT, CAUSE, TOLD, FRAMES, ATTRIBUTES = 1, 2, 3, 4, 5


def attribute(error, name):
    """An attribute that CPython's exceptions have and MicroPython's lack; raises KeyError where this one has none."""
    extra = fact(error, ATTRIBUTES) or {}
    if name in extra:
        return extra[name]
    if name == "__cause__":
        return fact(error, CAUSE)
    if name == "__context__":
        return fact(error, CONTEXT)
    if name == "__suppress_context__":
        return bool(fact(error, TOLD))
    if name == "__traceback__":
        return Traceback(error)
    if name == "with_traceback":
        return lambda told: error
    if name == "add_note":
        return lambda text: fact(error, ATTRIBUTES, dict(extra, __notes__=extra.get("__notes__", []) + [text]))
    if isinstance(error, OSError) and name in ("errno", "strerror", "filename", "filename2"):
        args = error.args
        if len(args) == 1 and type(args[0]) is int and type(error) is OSError and name == "errno":
            return args[0]
        place = ("errno", "strerror", "filename", "filename2").index(name)
        return args[place] if len(args) > max(1, place) else None
    if isinstance(error, SystemExit) and name == "code":
        return error.args[0] if len(error.args) == 1 else (error.args or None)
    if isinstance(error, (ImportError, NameError, AttributeError)) and name in ("name", "path", "obj"):
        text = text_of(error)
        if name == "name" and isinstance(error, NameError) and text.startswith("name '"):
            return text[6:text.find("'", 6)]
        return None
    raise KeyError(name)


def own(error):
    """An exception whose words are CPython's already."""
    fact(error, ATTRIBUTES, {})
    return error


def lacking_attribute(kind, name, owner=None):
    """The AttributeError that CPython too would raise: it is no complaint of MicroPython's own."""
    error = AttributeError("'" + kind + "' object has no attribute '" + name + "'")
    fact(error, ATTRIBUTES, {"name": name, "obj": owner})
    return error


class Traceback:
    """What `__traceback__` gives: good for `traceback.format_tb` and `is None`, not for walking frames."""

    def __init__(self, error):
        self.error = error


def is_native(error):
    """Did MicroPython itself make the text, not a program or a module?"""
    return type(error).__dict__.get("__module__", None) is None if hasattr(type(error), "__dict__") else True


def text_of(error):
    """`str` of an exception, in CPython's words."""
    args = error.args
    if isinstance(error, KeyError) and len(args) == 1:
        return repr_of(args[0])
    if isinstance(error, OSError):
        if len(args) == 1 and type(args[0]) is int and type(error) is OSError and args[0] in strings:
            return "[Errno " + str(args[0]) + "] " + strings[args[0]]
        if len(args) >= 2:
            told = "[Errno " + str_of(args[0]) + "] " + str_of(args[1])
            if len(args) > 2 and args[2] is not None:
                told += ": " + repr_of(args[2])
                if len(args) > 3 and args[3] is not None:
                    told += " -> " + repr_of(args[3])
            return told
    if len(args) == 0:
        return "division by zero" if type(error) is ZeroDivisionError and False else ""
    if len(args) > 1:
        return repr_of(tuple(args))
    text = args[0]
    if type(text) is not str:
        return str_of(text)
    kind = type(error).__name__
    if is_native(error) and fact(error, ATTRIBUTES) is None:
        if kind == "TypeError" and "() takes " in text:
            told = call_text[0](text)
            if told is None:
                gap("the message of this call with other arguments than the function takes: " + text)
            return told
        if kind == "TypeError" and text.startswith("unexpected keyword argument '"):
            gap("the message of a call with an " + text, "name the function in it")
        text = _words.words(kind, text)
        if kind == "TypeError" and text.startswith("unsupported operand type(s) for "):
            return _augmented(error, text)
        if kind == "AttributeError":
            return _property(error, text)
        if text in ("list index out of range", "bytearray index out of range") and statement_of(error)["assigns"]:
            return text.replace("index", "assignment index", 1)
    return text


def _property(error, text):
    """Setting a property that has no setter: MicroPython says that there is none such."""
    head, found, name = text.partition("' object has no attribute '")
    name, kind = name[:-1], head[1:]
    if not found or version[0] < 11 or kind in _BUILTIN or fact(error, ATTRIBUTES) is not None:
        return text
    told = statement_of(error)
    for done, word in (("stored", "setter"), ("deleted", "deleter")):
        if name in told[done]:
            if kind in named_tuples:
                return "can't set attribute" if word == "setter" else "can't delete attribute"
            return "property '" + name + "' of '" + kind + "' object has no " + word
    return text


# Names of classes that `namedtuple` made: their fields are no properties to CPython.
named_tuples = set()
_BUILTIN = "int float str bytes bytearray list tuple dict set frozenset bool NoneType function module type object range".split()


def statement_of(error):
    """What the line that raised an exception is about."""
    frames = frames_of(error)
    name, line, place = frames[-1] if frames else ("", 0, "")
    text = sources.get(name)
    if text is None:
        return {"augmented": [], "assigns": False, "stored": [], "deleted": []}
    return ask("statement", text=text, line=line, version=version[0], place=place)


def _augmented(error, text):
    """`x += y` that MicroPython tells as if it were `x + y`."""
    sign, colon, rest = text[32:].partition(": ")
    bare = sign[:-9] if sign.endswith(" or pow()") else sign
    if bare not in statement_of(error)["augmented"]:
        return text
    return text[:32] + (bare + "=" if bare == sign else "**=") + colon + rest


# Set by `boot`: a message about the arguments of a call, by the shape of the function.
call_text = [lambda text: None]


_show.exception_text[0] = text_of


def check(error):
    """Stops where an exception is MicroPython's fault and not the program's."""
    if not isinstance(error, Exception):
        if isinstance(error, MemoryError):
            gap("a program that needs this much memory", "go on while the machine has memory")
        return
    args = error.args
    text = args[0] if len(args) == 1 and type(args[0]) is str else ""
    kind = type(error).__name__
    if isinstance(error, MemoryError):
        gap("a program that needs this much memory", "go on while the machine has memory")
    if kind == "RuntimeError" and text == "maximum recursion depth exceeded":
        gap("calls inside one another this deep", "go on to a depth of 1000 calls")
    if text and is_native(error) and fact(error, ATTRIBUTES) is None and _words.limit(kind, text):
        here = frames_of(error)
        where = " (line " + str(here[-1][1]) + " of " + here[-1][0] + ")" if here else ""
        gap("this use of Python" + where + ": " + text, "run it")
    if kind == "KeyError" and len(args) == 1 and type(args[0]) in (list, dict, set, bytearray):
        gap("looking for a key that has no hash", "raise a TypeError")
    if kind == "AttributeError" and text:
        owner, found, name = text.partition("' object has no attribute '")
        if found and lacking[0](owner.strip("'"), name.strip("'")):
            gap("the attribute " + name.strip("'") + " of a " + owner.strip("'"), "have it")


def _native_frames(error):
    told = io.StringIO()
    sys.print_exception(error, told)
    found = []
    for line in told.getvalue().split("\n"):
        if not line.startswith('  File "'):
            continue
        name, rest = line[8:].split('", line ', 1)
        number, place = rest.split(", in ", 1) if ", in " in rest else (rest, "<module>")
        if name.startswith("/_drydock/") or name in ("<stdin>", "boot.py") or name.startswith("_"):
            continue
        found.append((name, int(number), place))
    mapped = []
    for name, number, place in found:
        lines = lines_of.get(name)
        if lines is None or number - 1 >= len(lines):
            continue
        frame = (name, lines[number - 1], place)
        if place in _inlined and version[0] >= 12 and mapped:
            # A part of the function around it since Python 3.12.
            mapped[-1] = (name, frame[1], mapped[-1][2])
        else:
            mapped.append(frame)
    return mapped


_inlined = ("<listcomp>", "<setcomp>", "<dictcomp>")


def frames_of(error):
    """`(file, line, function)` of each call, the outermost first."""
    now = _native_frames(error)
    before = fact(error, FRAMES)
    if before is None:
        return now
    again, kept = before
    if len(now) >= len(kept) and now[len(now) - len(kept):] == kept:
        return now
    return (now[:-1] if again == "again" and now else now) + kept


def keep_frames(error, how):
    """The frames so far, before MicroPython forgets them because the exception is raised again."""
    fact(error, FRAMES, (how, frames_of(error)))


def enter(error):
    """A handler begins to deal with an exception."""
    check(error)
    keep_frames(error, "again")
    handling.append(error)


def leave(other):
    """Another exception, or the same, leaves a handler."""
    if not handling:
        return
    error = handling[-1]
    if other is error:
        return
    check(other)
    if fact(other, CONTEXT) is None:
        fact(other, CONTEXT, error)
    keep_frames(other, "again")


def exit():
    """A handler is done."""
    if handling:
        handling.pop()


def caused(error, cause):
    """`raise error from cause`."""
    if isinstance(error, type):
        error = error()
    if isinstance(cause, type):
        cause = cause()
    fact(error, TOLD, True)
    if cause is not None:
        fact(error, CAUSE, cause)
    return raised(error)


def raised(error):
    """`raise error` of an exception that may have been raised before."""
    if isinstance(error, BaseException) and not isinstance(error, type) and _native_frames(error):
        keep_frames(error, "anew")
    return error


def kinds(test):
    """What stands behind `except`."""
    return test


def source_line(name, line):
    """A line of a file that was compiled, without the blanks around it; empty if it is not known."""
    if name in ("<string>", "<stdin>") and version[0] < 13:
        return ""
    text = sources.get(name)
    if text is None:
        return ""
    lines = text.split("\n")
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def format_frames(frames, error=None):
    """The lines that tell where. Frames of one line that follow one another three times and more are counted."""
    out = []
    last, times = None, 0
    for place, frame in enumerate(frames):
        times = times + 1 if frame == last else 1
        last = frame
        if times > 3:
            again = frames[place + 1] if place + 1 < len(frames) else None
            if again != frame:
                more = times - 3
                out.append("  [Previous line repeated " + str(more) + " more time" + ("s" if more > 1 else "") + "]\n")
            continue
        name, line, function = frame
        out.append('  File "' + name + '", line ' + str(line) + ", in " + function + "\n")
        following = frames[place + 1][2] if place + 1 < len(frames) else None
        for text in excerpt(name, line, function, error, following):
            out.append("    " + text + "\n")
    return out


def excerpt(name, line, function, error, following):
    """The source of a frame, with marks under it since Python 3.11."""
    text = source_line(name, line)
    if not text or error is None or version[0] < 11:
        return [text] if text else []
    kind = type(error)
    return ask(
        "excerpt", text=sources[name], line=line, version=version[0], place=function, kind=kind.__name__,
        message=text_of(error), following=following,
    )


def format_only(error):
    """The last lines: the class and the text; for a syntax error the place too."""
    kind = type(error)
    name = full_name(kind) if kind.__dict__.get("__module__", None) not in (None, "builtins") else kind.__name__
    name = name[9:] if name.startswith("__main__.") else name
    if name == "NameError" and "local variable referenced before assignment" in str_of(error):
        gap("the message of this UnboundLocalError", "name the variable")
    extra = fact(error, ATTRIBUTES) or {}
    out = []
    if isinstance(error, SyntaxError) and "lineno" in extra:
        out.append('  File "' + extra["filename"] + '", line ' + str(extra["lineno"]) + "\n")
        text = extra["text"].rstrip("\n")
        shown = text.lstrip(" \t\f")
        if shown:
            out.append("    " + shown + "\n")
            start = extra["offset"] - 1 - (len(text) - len(shown))
            end = extra["end_offset"] - 1 - (len(text) - len(shown))
            if extra["end_lineno"] != extra["lineno"]:
                end = len(shown)
            if start >= 0:
                out.append("    " + " " * start + "^" * max(1, end - start) + "\n")
        out.append(name + ": " + error.args[0] + "\n")
        return out
    text = str_of(error)
    text += suggestion(error, text)
    out.append(name + (": " + text if text else "") + "\n")
    for note in extra.get("__notes__", ()):
        out.append(note + "\n")
    return out


def suggestion(error, text):
    """`Did you mean` and `Did you forget`: known for names of modules only; others are left out."""
    if isinstance(error, NameError) and text.startswith("name '") and text.endswith("' is not defined"):
        name = text[6:-16]
        if name in standard_names:
            return ". Did you forget to import '" + name + "'?" if version[0] >= 12 else ""
    return ""


standard_names = set()


def format_error(error, chain=True, seen=None):
    """All lines of a traceback, with the exceptions that came before."""
    check(error)
    seen = seen or []
    out = []
    if chain and not any(one is error for one in seen):
        seen = seen + [error]
        cause, context = fact(error, CAUSE), fact(error, CONTEXT)
        if cause is not None:
            out += format_error(cause, True, seen)
            out.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif context is not None and not fact(error, TOLD) and not any(one is context for one in seen):
            out += format_error(context, True, seen)
            out.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    frames = frames_of(error)
    if frames:
        out.append("Traceback (most recent call last):\n")
        out += format_frames(frames, error)
    return out + format_only(error)
