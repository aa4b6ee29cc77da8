"""TOML 1.0."""
import re

__all__ = ("loads", "load", "TOMLDecodeError")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|"
    r"[+-]?(?:0|[1-9](?:_?[0-9])*)(\.[0-9](?:_?[0-9])*)?([eE][+-]?[0-9](?:_?[0-9])*)?"
)
_MOMENT = re.compile(
    r"(?:(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*(Z|z|[+-]\d\d:\d\d)?)?|(\d\d:\d\d:\d\d(?:\.\d{1,6})?)\d*)"
)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class TOMLDecodeError(ValueError):
    """What is wrong, and where."""


TOMLDecodeError.__module__ = "tomllib"


class _Table(dict):
    """A table that is still being read; `closed`: nothing may be added; `made`: it has had its own head."""

    closed = made = False


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float

    def wrong(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = "at end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex("\n", 0, at)
            place = f"at line {line}, column {column}"
        return TOMLDecodeError(f"{message} ({place})")

    def peek(self, size=1):
        return self.text[self.at:self.at + size]

    def blanks(self, also=""):
        while self.at < len(self.text) and self.text[self.at] in " \t" + also:
            self.at += 1

    def comment(self):
        if self.peek() == "#":
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end

    def void(self):
        """Blanks, lines and comments."""
        while True:
            before = self.at
            self.blanks("\n")
            self.comment()
            if self.at == before:
                return

    def document(self):
        root = table = _Table()
        while True:
            self.blanks()
            one = self.peek()
            if not one:
                return root
            if one == "\n":
                self.at += 1
                continue
            if _BARE.match(one) or one in "\"'":
                self.pair(table)
            elif one == "[":
                table = self.head(root)
            elif one != "#":
                raise self.wrong("Invalid statement")
            self.blanks()
            self.comment()
            if self.peek() not in ("", "\n"):
                raise self.wrong("Expected newline or end of document after a statement")

    def head(self, root):
        several = self.peek(2) == "[["
        self.at += 2 if several else 1
        self.blanks()
        key = self.key()
        close = "]]" if several else "]"
        if self.peek(len(close)) != close:
            raise self.wrong(f"Expected {close!r} at the end of an {'array' if several else 'table'} declaration".replace("an table", "a table"))
        table = root
        for part in key[:-1]:
            table = table.setdefault(part, _Table())
            if isinstance(table, list):
                table = table[-1]
            if not isinstance(table, _Table) or table.closed:
                raise self.wrong("Cannot overwrite a value")
        last = key[-1]
        if several:
            found = table.setdefault(last, [])
            if not isinstance(found, list) or found and not isinstance(found[0], _Table):
                raise self.wrong("Cannot overwrite a value")
            found.append(_Table())
            table = found[-1]
        else:
            found = table.setdefault(last, _Table())
            if not isinstance(found, _Table) or found.made or found.closed:
                raise self.wrong(f"Cannot declare {tuple(key)!r} twice")
            found.made = True
            table = found
        self.at += len(close)
        return table

    def pair(self, table, closed=False):
        key = self.key()
        if self.peek() != "=":
            raise self.wrong("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        value = self.value()
        for part in key[:-1]:
            table = table.setdefault(part, _Table())
            if not isinstance(table, _Table) or table.closed:
                raise self.wrong("Cannot overwrite a value")
            table.made = True
        if key[-1] in table:
            raise self.wrong("Duplicate inline table key " + repr(key[-1]) if closed else "Cannot overwrite a value")
        table[key[-1]] = value

    def key(self):
        parts = []
        while True:
            one = self.peek()
            found = _BARE.match(self.text, self.at)
            if found:
                parts.append(found.group())
                self.at = found.end()
            elif one == '"':
                parts.append(self.basic())
            elif one == "'":
                parts.append(self.literal())
            else:
                raise self.wrong("Invalid initial character for a key part")
            self.blanks()
            if self.peek() != ".":
                return parts
            self.at += 1
            self.blanks()

    def literal(self):
        end = self.text.find("'", self.at + 1)
        line = self.text.find("\n", self.at)
        if end < 0 or 0 <= line < end:
            raise self.wrong("Expected \"'\"", len(self.text)) if end < 0 else self.wrong("Found invalid character '\\n'", line)
        found, self.at = self.text[self.at + 1:end], end + 1
        return found

    def basic(self, long=False):
        self.at += 3 if long else 1
        if long and self.peek() == "\n":
            self.at += 1
        out = []
        while True:
            one = self.peek()
            if not one:
                raise self.wrong("Unterminated string")
            if long and self.peek(3) == '"""':
                self.at += 3
                while self.peek() == '"' and len(out) >= 0 and self.text[self.at - 3:self.at] == '"""' and self.peek() == '"':
                    out.append('"')
                    self.at += 1
                return "".join(out)
            if not long and one == '"':
                self.at += 1
                return "".join(out)
            if not long and one == "\n":
                raise self.wrong("Illegal character '\\n'")
            self.at += 1
            if one != "\\":
                out.append(one)
                continue
            code = self.peek()
            if long and code in " \t\n":
                rest = self.at
                self.blanks()
                if self.peek() != "\n":
                    raise self.wrong("Unescaped '\\' in a string", rest)
                self.blanks("\n")
            elif code in _ESCAPES:
                out.append(_ESCAPES[code])
                self.at += 1
            elif code in ("u", "U"):
                size = 4 if code == "u" else 8
                digits = self.text[self.at + 1:self.at + 1 + size]
                if len(digits) != size or not re.fullmatch("[0-9A-Fa-f]+", digits):
                    raise self.wrong("Invalid hex value", self.at + 1)
                out.append(chr(int(digits, 16)))
                self.at += 1 + size
            else:
                self.at += 1
                raise self.wrong("Unescaped '\\' in a string")

    def value(self):
        one = self.peek()
        if one == '"':
            return self.basic(self.peek(3) == '"""')
        if one == "'":
            if self.peek(3) != "'''":
                return self.literal()
            start = self.at + (4 if self.peek(4)[3:] == "\n" else 3)
            end = self.text.find("'''", start)
            if end < 0:
                raise self.wrong("Expected \"'''\"", len(self.text))
            while self.text[end + 3:end + 4] == "'":
                end += 1
            self.at = end + 3
            return self.text[start:end]
        for word, meant in (("true", True), ("false", False)):
            if self.peek(len(word)) == word:
                self.at += len(word)
                return meant
        if one == "[":
            return self.array()
        if one == "{":
            return self.inline()
        found = _MOMENT.match(self.text, self.at)
        if found:
            return self.moment(found)
        found = _NUMBER.match(self.text, self.at)
        if found:
            self.at = found.end()
            bare = found.group().replace("_", "")
            if found.group(1) or found.group(2):
                return self.parse_float(bare)
            return int(bare, 0)
        for size, words in ((3, ("inf", "nan")), (4, ("-inf", "+inf", "-nan", "+nan"))):
            if self.peek(size) in words:
                self.at += size
                return self.parse_float(self.text[self.at - size:self.at])
        raise self.wrong("Invalid value")

    def moment(self, found):
        import datetime
        self.at = found.end()
        day, clock, zone, alone = found.groups()
        try:
            if alone:
                return datetime.time.fromisoformat(alone)
            if not clock:
                return datetime.date.fromisoformat(day)
            return datetime.datetime.fromisoformat(day + "T" + clock + (zone or "").upper())
        except ValueError:
            raise self.wrong("Invalid date or datetime", found.start()) from None

    def array(self):
        self.at += 1
        out = []
        while True:
            self.void()
            if self.peek() == "]":
                self.at += 1
                return out
            out.append(self.value())
            self.void()
            if self.peek() == ",":
                self.at += 1
            elif self.peek() != "]":
                raise self.wrong("Unclosed array")

    def inline(self):
        self.at += 1
        table = _Table()
        self.blanks()
        if self.peek() == "}":
            self.at += 1
        else:
            while True:
                self.pair(table, True)
                self.blanks()
                one = self.peek()
                self.at += 1
                if one == "}":
                    break
                if one != ",":
                    self.at -= 1
                    raise self.wrong("Unclosed inline table")
                self.blanks()
        table.closed = True
        return table


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def loads(s, /, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'")
    return _plain(_Reader(s.replace("\r\n", "\n"), parse_float).document())


def load(fp, /, *, parse_float=float):
    data = fp.read()
    if isinstance(data, str):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`")
    return loads(data.decode(), parse_float=parse_float)
