"""JSON as CPython writes and reads it."""
__lacks__ = "JSONEncoder JSONDecoder detect_encoding decoder encoder scanner tool"


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


JSONDecodeError.__module__ = "json.decoder"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quote(text, ascii_only):
    out = []
    for one in text:
        code = ord(one)
        if one in _ESCAPES:
            out.append(_ESCAPES[one])
        elif code < 32 or ascii_only and 126 < code < 0x10000:
            out.append("\\u%04x" % code)
        elif ascii_only and code >= 0x10000:
            code -= 0x10000
            out.append("\\u%04x\\u%04x" % (0xD800 | code >> 10, 0xDC00 | code & 0x3FF))
        else:
            out.append(one)
    return '"' + "".join(out) + '"'


class _Writer:
    def __init__(self, ensure_ascii, indent, separators, default, sort_keys, skipkeys, allow_nan, check_circular):
        self.ascii = ensure_ascii
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is None:
            separators = (", ", ": ") if indent is None else (",", ": ")
        self.comma, self.colon = separators
        self.default = default
        self.sort = sort_keys
        self.skip = skipkeys
        self.nan = allow_nan
        self.busy = []

    def number(self, value):
        if value != value or value in (float("inf"), float("-inf")):
            if not self.nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
            return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
        return repr(value)

    def key(self, key):
        if isinstance(key, str):
            return key
        if key is True or key is False or key is None:
            return {True: "true", False: "false", None: "null"}[key]
        if isinstance(key, int):
            return str(int(key))
        if isinstance(key, float):
            return self.number(key)
        if self.skip:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")

    def write(self, value, depth):
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, str):
            return _quote(value, self.ascii)
        if isinstance(value, int):
            return str(int(value))
        if isinstance(value, float):
            return self.number(value)
        if id(value) in self.busy:
            raise ValueError("Circular reference detected")
        self.busy.append(id(value))
        try:
            if isinstance(value, dict):
                return self.mapping(value, depth)
            if isinstance(value, (list, tuple)):
                return self.wrap("[", "]", [self.write(one, depth + 1) for one in value], depth)
            if self.default is None:
                raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
            return self.write(self.default(value), depth)
        finally:
            self.busy.pop()

    def mapping(self, value, depth):
        items = sorted(value.items()) if self.sort else value.items()
        parts = []
        for key, one in items:
            name = self.key(key)
            if name is not None:
                parts.append(_quote(name, self.ascii) + self.colon + self.write(one, depth + 1))
        return self.wrap("{", "}", parts, depth)

    def wrap(self, left, right, parts, depth):
        if not parts:
            return left + right
        if self.indent is None:
            return left + self.comma.join(parts) + right
        inner = "\n" + self.indent * (depth + 1)
        return left + inner + (self.comma + inner).join(parts) + "\n" + self.indent * depth + right


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False):
    if cls is not None:
        default = cls().default
    return _Writer(ensure_ascii, indent, separators, default, sort_keys, skipkeys, allow_nan, check_circular).write(obj, 0)


def dump(obj, fp, **names):
    fp.write(dumps(obj, **names))


class JSONEncoder:
    def __init__(self, **names):
        self._names = names

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return dumps(o, default=self.default, **self._names)


_BLANK = " \t\n\r"
_PLAIN = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class _Reader:
    def __init__(self, text, hook, pairs, parse_float, parse_int):
        self.text = text
        self.hook = hook
        self.pairs = pairs
        self.float = parse_float or float
        self.int = parse_int or int

    def fail(self, message, place):
        raise JSONDecodeError(message, self.text, place)

    def blank(self, place):
        text, size = self.text, len(self.text)
        while place < size and text[place] in _BLANK:
            place += 1
        return place

    def value(self, place):
        text = self.text
        one = text[place:place + 1]
        if one == '"':
            return self.string(place + 1)
        if one == "{":
            return self.object(place + 1)
        if one == "[":
            return self.array(place + 1)
        for word, value in (("null", None), ("true", True), ("false", False), ("NaN", float("nan")),
                            ("Infinity", float("inf")), ("-Infinity", float("-inf"))):
            if text.startswith(word, place):
                return value, place + len(word)
        return self.number(place)

    def number(self, start):
        text, size, place = self.text, len(self.text), start
        if text[place:place + 1] == "-":
            place += 1
        if not text[place:place + 1].isdigit():
            self.fail("Expecting value", start)
        if text[place] == "0":
            place += 1
        else:
            while place < size and "0" <= text[place] <= "9":
                place += 1
        whole = True
        if text[place:place + 1] == "." and text[place + 1:place + 2].isdigit():
            whole = False
            place += 1
            while place < size and "0" <= text[place] <= "9":
                place += 1
        if text[place:place + 1] in ("e", "E"):
            after = place + 1
            if text[after:after + 1] in ("+", "-"):
                after += 1
            if text[after:after + 1].isdigit():
                whole = False
                place = after
                while place < size and "0" <= text[place] <= "9":
                    place += 1
        found = text[start:place]
        return (self.int(found) if whole else self.float(found)), place

    def string(self, start):
        text, place, out = self.text, start, []
        while True:
            quote, slash = text.find('"', place), text.find("\\", place)
            if quote < 0:
                self.fail("Unterminated string starting at", start - 1)
            end = quote if slash < 0 or quote < slash else slash
            part = text[place:end]
            for offset, one in enumerate(part):
                if ord(one) < 32:
                    self.fail("Invalid control character at", place + offset)
            out.append(part)
            if end == quote:
                return "".join(out), quote + 1
            code = text[slash + 1:slash + 2]
            if code == "u":
                value, place = self.escape(slash + 2)
                if 0xD800 <= value < 0xDC00 and text[place:place + 2] == "\\u":
                    low, after = self.escape(place + 2)
                    if 0xDC00 <= low < 0xE000:
                        value, place = 0x10000 + ((value - 0xD800) << 10 | low - 0xDC00), after
                out.append(chr(value))
            elif code in _PLAIN:
                out.append(_PLAIN[code])
                place = slash + 2
            else:
                self.fail("Invalid \\escape", slash)

    def escape(self, place):
        digits = self.text[place:place + 4]
        if len(digits) < 4 or any(one not in "0123456789abcdefABCDEF" for one in digits):
            self.fail("Invalid \\uXXXX escape", place)
        return int(digits, 16), place + 4

    def object(self, start):
        text, found = self.text, []
        place = self.blank(start)
        if text[place:place + 1] == "}":
            return self.made(found), place + 1
        if text[place:place + 1] != '"':
            self.fail("Expecting property name enclosed in double quotes", place)
        while True:
            key, place = self.string(place + 1)
            place = self.blank(place)
            if text[place:place + 1] != ":":
                self.fail("Expecting ':' delimiter", place)
            value, place = self.value(self.blank(place + 1))
            found.append((key, value))
            place = self.blank(place)
            one = text[place:place + 1]
            if one == "}":
                return self.made(found), place + 1
            if one != ",":
                self.fail("Expecting ',' delimiter", place)
            comma = place
            place = self.blank(place + 1)
            if text[place:place + 1] != '"':
                import sys
                if text[place:place + 1] == "}" and sys.version_info[:2] >= (3, 13):
                    self.fail("Illegal trailing comma before end of object", comma)
                self.fail("Expecting property name enclosed in double quotes", place)

    def made(self, found):
        if self.pairs is not None:
            return self.pairs(found)
        value = dict(found)
        return value if self.hook is None else self.hook(value)

    def array(self, start):
        text, found = self.text, []
        place = self.blank(start)
        if text[place:place + 1] == "]":
            return found, place + 1
        while True:
            value, place = self.value(place)
            found.append(value)
            place = self.blank(place)
            one = text[place:place + 1]
            if one == "]":
                return found, place + 1
            if one != ",":
                self.fail("Expecting ',' delimiter", place)
            comma = place
            place = self.blank(place + 1)
            if text[place:place + 1] == "]":
                import sys
                if sys.version_info[:2] >= (3, 13):
                    self.fail("Illegal trailing comma before end of array", comma)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    reader = _Reader(s, object_hook, object_pairs_hook, parse_float, parse_int)
    value, place = reader.value(reader.blank(0))
    place = reader.blank(place)
    if place != len(s):
        reader.fail("Extra data", place)
    return value


def load(fp, **names):
    return loads(fp.read(), **names)
