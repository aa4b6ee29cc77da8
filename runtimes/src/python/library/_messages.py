"""What an exception says, in CPython's words; and whether it is the program's at all."""
from _native import hasattr, isinstance

import _show
import _words
from _exceptions import strings, version
from _facts import ATTRIBUTES, CAUSE, CONTEXT, TOLD, Traceback, fact
from _frames import frames_of, sources
from _host_calls import ask, gap
from _show import repr_of, str_of

# Names of classes that `namedtuple` made: their fields are no properties to CPython.
named_tuples = set()
_BUILTIN = "int float complex str bytes bytearray list tuple dict set frozenset bool NoneType function module type object range".split()
# What numbers have beside methods, and MicroPython's do not.
_OF_ALL = (
    "__init__", "__hash__", "__eq__", "__ne__", "__repr__", "__str__", "__format__", "__new__", "__setattr__", "__delattr__", "__getattribute__",
    "__dir__", "__sizeof__", "__reduce__", "__init_subclass__", "__enter__", "__exit__",
)
_LACKING = ("real", "imag", "numerator", "denominator", "conjugate", "__len__", "__contains__", "__iter__", "__getitem__", "__add__", "__mul__")
# Types of MicroPython that have next to no attributes.
_BARE = ("property", "staticmethod", "classmethod", "slice", "generator")
# Set by `boot`: a message about the arguments of a call, by the shape of the function.
call_text = [lambda text, error: None]
# Set by `boot`: what is said of a value that does not come apart as a line wants it.
unpack_text = [None]
# Set by `boot`: what is said of an attribute that could not be found, set or deleted.
attribute_text = [None]
# Set by `boot`: stops where an object of the library lacks what CPython's may have.
check_member = [None]
_CALLS = ("unexpected keyword argument '", "function got multiple values for ", "function missing ")


def _of_call(text):
    """Does MicroPython complain about the arguments of a function that was defined?"""
    return "() takes " in text and " positional arguments but " in text or text.startswith(_CALLS)


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
        if kind == "TypeError" and _of_call(text):
            return call_text[0](text, error)
        if text.startswith("need more than ") or text.endswith("' object isn't iterable"):
            return unpack_text[0](error, text)
        if text == "list index out of range" and "pop" in [one["name"] for one in statement_of(error)["calls"]]:
            return "pop index out of range"
        text = _words.words(kind, text)
        if kind == "TypeError" and text.startswith("unsupported operand type(s) for "):
            return _augmented(error, text)
        if kind == "AttributeError":
            check_member[0](text)
            return attribute_text[0](error, text)
        if text in ("list index out of range", "bytearray index out of range") and statement_of(error)["assigns"]:
            return text.replace("index", "assignment index", 1)
    return text


def statement_of(error):
    """What the line that raised an exception is about."""
    frames = frames_of(error)
    name, line, place = frames[-1] if frames else ("", 0, "")
    text = sources.get(name)
    if text is None:
        return {"augmented": [], "assigns": False, "stored": [], "deleted": [], "calls": [], "unpacks": [], "inside": None}
    return ask("statement", text=text, line=line, version=version[0], place=place)


def _augmented(error, text):
    """`x += y` that MicroPython tells as if it were `x + y`."""
    sign, colon, rest = text[32:].partition(": ")
    bare = sign[:-9] if sign.endswith(" or pow()") else sign
    if bare not in statement_of(error)["augmented"]:
        return text
    return text[:32] + (bare + "=" if bare == sign else "**=") + colon + rest


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
        if name == "name" and (text.startswith("name '") or " has no attribute '" in text):
            return text[6:text.find("'", 6)] if text[:6] == "name '" else text[text.rfind(" '") + 2:-1]
        if name == "obj":
            gap("the attribute obj of an exception")
        return None
    raise KeyError(name)


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
    if text and is_native(error) and fact(error, ATTRIBUTES) is None and not _of_call(text) and _words.limit(kind, text):
        here = frames_of(error)
        where = " (line " + str(here[-1][1]) + " of " + here[-1][0] + ")" if here else ""
        gap("this use of Python" + where + ": " + text, "run it")
    if kind == "AttributeError" and is_native(error) and fact(error, ATTRIBUTES) is None:
        owner, _, name = text[1:].partition("' object has no attribute '")
        if name[:-1] in _OF_ALL or " has no attribute '__hash__'" in text:
            gap("this use of an object: " + text, "go on or raise another error")
        if owner in _BUILTIN and name[:-1] in _LACKING or owner.startswith("Unicode") or owner in _BARE:
            gap("the attribute " + name[:-1] + " of a " + owner)
    if kind == "KeyError" and len(args) == 1 and type(args[0]) in (list, dict, set, bytearray):
        gap("looking for a key that has no hash", "raise a TypeError")


_show.exception_text[0] = text_of
