"""What `re` is made of beside patterns: flags, its error, and the templates of replacements."""
import _d_errors
from _d_host import ask

__name__ = "re"
_NAMES = ((2, "IGNORECASE"), (8, "MULTILINE"), (16, "DOTALL"), (32, "UNICODE"), (64, "VERBOSE"), (256, "ASCII"))


class RegexFlag:
    def __init__(self, value):
        self.value = int(value)

    def __int__(self):
        return self.value

    __index__ = __int__

    def __bool__(self):
        return self.value != 0

    def __or__(self, other):
        return RegexFlag(self.value | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(self.value & int(other))

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(self.value ^ int(other))

    def __invert__(self):
        return RegexFlag(378 & ~self.value)

    def __eq__(self, other):
        return isinstance(other, (int, RegexFlag)) and int(other) == self.value

    def __hash__(self):
        return hash(self.value)

    @property
    def name(self):
        return "|".join([name for bit, name in _NAMES if self.value & bit]) or None

    def __repr__(self):
        return "|".join(["re." + name for bit, name in _NAMES if self.value & bit]) or "re.NOFLAG"


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline, none = ("\n", "") if isinstance(pattern, str) else (b"\n", b"")
            self.lineno = pattern[:pos].count(newline) + 1
            self.colno = pos - (pattern[:pos].rfind(newline) if newline in pattern[:pos] else -1)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


def _text(value):
    return value if isinstance(value, str) else bytes(value).decode("latin-1")


def _ask(pattern, flags, **question):
    return ask(
        "pattern", pattern=_text(pattern), flags=flags, bytes=not isinstance(pattern, str), version=_d_errors.version[0],
        **question
    )


_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_OCTAL = "01234567"
_DIGITS = "0123456789"


def _template(template, pattern):
    """A replacement as a list of texts and numbers of groups."""
    text = _text(template)
    out, place, size = [], 0, len(text)

    def wrong(message, position):
        raise error(message, template, position)

    while place < size:
        stop = text.find("\\", place)
        if stop < 0:
            stop = size
        if stop > place:
            out.append(text[place:stop])
        if stop == size:
            break
        if stop + 1 == size:
            wrong("bad escape (end of pattern)", stop)
        sign = text[stop + 1]
        place = stop + 2
        if sign == "g":
            if text[place:place + 1] != "<":
                wrong("missing <", place)
            end = text.find(">", place)
            if end < 0:
                if place + 1 == size:
                    wrong("missing group name", size)
                wrong("missing >, unterminated name", place + 1)
            name = text[place + 1:end]
            if not name:
                wrong("missing group name", end)
            if name.isidentifier():
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                index = pattern.groupindex[name]
            elif all(one in _DIGITS for one in name):
                index = int(name)
            else:
                wrong(f"bad character in group name {name!r}", place + 1)
            if index > pattern.groups:
                wrong(f"invalid group reference {index}", place + 1)
            out.append(index)
            place = end + 1
        elif sign == "0":
            while place < stop + 4 and text[place:place + 1] in _OCTAL and place < size:
                place += 1
            out.append(chr(int(text[stop + 1:place], 8) & 255))
        elif sign in _DIGITS:
            if place < size and text[place] in _DIGITS:
                place += 1
                whole = text[stop + 1:place + 1]
                if len(whole) == 3 and all(one in _OCTAL for one in whole):
                    place += 1
                    if int(whole, 8) > 255:
                        wrong(f"octal escape value \\{whole} outside of range 0-0o377", stop)
                    out.append(chr(int(whole, 8)))
                    continue
            index = int(text[stop + 1:place])
            if index > pattern.groups:
                wrong(f"invalid group reference {index}", stop + 1)
            out.append(index)
        elif sign in _ESCAPES:
            out.append(_ESCAPES[sign])
        elif sign.isalpha() and ord(sign) < 128:
            wrong("bad escape \\" + sign, stop)
        else:
            out.append("\\" + sign)
    return out if isinstance(template, str) else [one if isinstance(one, int) else one.encode("latin-1") for one in out]


def _fill(template, match):
    empty = match.string[:0]
    return empty.join([match._one(one, empty) if isinstance(one, int) else one for one in template])
