"""Methods of `str` that MicroPython lacks or has otherwise than CPython."""
from _native import isinstance, zip

import _imports
from _host_calls import ask, gap
from _show import type_name


def _plain(text):
    """Is it ASCII, so that MicroPython's own methods are right?"""
    return len(text.encode()) == len(text)


def _by_host(operation):
    def method(text):
        return ask("text", operation=operation, text=text)

    return method


def upper(text):
    return text.upper() if _plain(text) else ask("text", operation="upper", text=text)


def lower(text):
    return text.lower() if _plain(text) else ask("text", operation="lower", text=text)


def capitalize(text):
    return upper(text[:1]) + lower(text[1:]) if _plain(text) else ask("text", operation="capitalize", text=text)


def swapcase(text):
    return "".join([lower(one) if one == upper(one) else upper(one) for one in text])


def title(text):
    out, inside = [], False
    for one in text:
        cased = upper(one) != lower(one)
        out.append(lower(one) if inside else upper(one)) if cased else out.append(one)
        inside = cased
    return "".join(out)


def zfill(text, width):
    if text[:1] in ("+", "-") and text:
        return text[0] + "0" * (width - len(text)) + text[1:]
    return "0" * (width - len(text)) + text


def _pads(width, text, fill):
    if len(fill) != 1:
        raise TypeError("The fill character must be exactly one character long")
    return fill * (width - len(text))


def ljust(text, width, fill=" "):
    return text + _pads(width, text, fill)


def rjust(text, width, fill=" "):
    return _pads(width, text, fill) + text


def center(text, width, fill=" "):
    missing = width - len(text)
    if missing <= 0:
        return text
    left = missing // 2 + (missing & width & 1)
    return fill * left + text + fill * (missing - left)


def removeprefix(text, prefix):
    return text[len(prefix):] if prefix and text.startswith(prefix) else text


def removesuffix(text, suffix):
    return text[:len(text) - len(suffix)] if suffix and text.endswith(suffix) else text


def expandtabs(text, tabsize=8):
    out, column = [], 0
    for one in text:
        if one == "\t":
            count = tabsize - column % tabsize if tabsize > 0 else 0
            out.append(" " * count)
            column += count
        else:
            out.append(one)
            column = 0 if one in "\n\r" else column + 1
    return "".join(out)


def _all(operation):
    """A test of each character: ASCII here, others by the other side."""
    def method(text):
        return ask("text", operation=operation, text=text)

    return method


def isidentifier(text):
    return ask("text", operation="isidentifier", text=text)


def isascii(text):
    return _plain(text)


def istitle(text):
    return text == title(text) and any(upper(one) != lower(one) for one in text)


def maketrans(first, second=None, third=None):
    if second is None:
        return {(ord(key) if isinstance(key, str) else key): value for key, value in first.items()}
    if len(first) != len(second):
        raise ValueError("the first two maketrans arguments must have equal length")
    table = {ord(a): ord(b) for a, b in zip(first, second)}
    for one in third or "":
        table[ord(one)] = None
    return table


def translate(text, table):
    out = []
    for one in text:
        try:
            to = table[ord(one)]
        except LookupError:
            out.append(one)
            continue
        if to is not None:
            out.append(chr(to) if isinstance(to, int) else to)
    return "".join(out)


def str_format(text, *args, **names):
    return _imports.load("_d_format_string").format_string(text, args, names, _imports.builtins.getattr)


def format_map(text, names):
    return _imports.load("_d_format_string").format_string(text, (), names, _imports.builtins.getattr)


def split(text, sep=None, maxsplit=-1):
    if sep is not None and not isinstance(sep, str):
        raise TypeError("must be str or None, not " + type_name(sep))
    if sep == "":
        raise ValueError("empty separator")
    return text.split(sep, maxsplit)


def rsplit(text, sep=None, maxsplit=-1):
    if maxsplit < 0:
        return split(text, sep)
    if sep is not None:
        return text.rsplit(sep, maxsplit)
    out, rest = [], text.rstrip()
    while maxsplit > 0 and rest:
        end = len(rest)
        while end > 0 and not rest[end - 1].isspace():
            end -= 1
        out.insert(0, rest[end:])
        rest = rest[:end].rstrip()
        maxsplit -= 1
    if rest:
        out.insert(0, rest)
    return out


def splitlines(text, keepends=False):
    return text.splitlines(True) if keepends else text.splitlines()


def replace(text, old, new, count=-1):
    for one, place in ((old, 1), (new, 2)):
        if not isinstance(one, str):
            raise TypeError("replace() argument " + str(place) + " must be str, not " + type_name(one))
    if old == "" and count != 0:
        out = new + new.join([one for one in text]) + (new if text else "")
        if count >= 0:
            gap("str.replace of an empty string with a count")
        return out
    return text.replace(old, new, count) if count >= 0 else text.replace(old, new)


def index(text, sub, start=0, end=None):
    found = text.find(sub, start) if end is None else text.find(sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def rindex(text, sub, start=0, end=None):
    found = text.rfind(sub, start) if end is None else text.rfind(sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def join(text, values):
    values = list(values)
    for place, one in enumerate(values):
        if type(one) is not str:
            if not isinstance(one, str):
                raise TypeError(
                    "sequence item " + str(place) + ": expected str instance, " + type_name(one) + " found"
                )
            values[place] = str(one)
    return text.join(values)


def startswith(text, prefix, *rest):
    if not isinstance(prefix, (str, tuple)):
        raise TypeError("startswith first arg must be str or a tuple of str, not " + type_name(prefix))
    return text.startswith(prefix, *rest)


def endswith(text, suffix, *rest):
    if not isinstance(suffix, (str, tuple)):
        raise TypeError("endswith first arg must be str or a tuple of str, not " + type_name(suffix))
    if isinstance(suffix, tuple):
        return any(text.endswith(one, *rest) for one in suffix)
    return text.endswith(suffix, *rest)
