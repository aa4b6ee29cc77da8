"""Values laid out over lines."""
import sys

from _d_host import gap

__lacks__ = ""


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        (self._stream or sys.stdout).write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._laid(object, 0, 0, 1)

    def isreadable(self, object):
        return True

    def isrecursive(self, object):
        return False

    def _short(self, value, level):
        """The whole value on one line."""
        kind = type(value)
        if kind is int and self._underscores:
            return f"{value:_d}"
        if kind is dict:
            if not value:
                return "{}"
            if self._depth is not None and level > self._depth:
                return "{...}"
            return "{" + ", ".join([f"{self._short(key, level + 1)}: {self._short(one, level + 1)}"
                                    for key, one in self._items(value)]) + "}"
        if kind in (list, tuple):
            if not value:
                return "[]" if kind is list else "()"
            if self._depth is not None and level > self._depth:
                return "[...]" if kind is list else "(...)"
            parts = [self._short(one, level + 1) for one in value]
            if kind is list:
                return "[" + ", ".join(parts) + "]"
            return "(" + ", ".join(parts) + (",)" if len(parts) == 1 else ")")
        return repr(value)

    def _items(self, value):
        if not self._sort:
            return list(value.items())
        return sorted(value.items(), key=_Key)

    def _laid(self, value, indent, allowance, level):
        short = self._short(value, level)
        if len(short) <= self._width - indent - allowance or self._depth is not None and level > self._depth:
            return short
        kind = type(value)
        if kind is dict and value:
            return self._dict(value, indent, allowance, level)
        if kind is list and value:
            return self._row("[", "]", value, indent, allowance, level)
        if kind is tuple and value:
            return self._row("(", ",)" if len(value) == 1 else ")", value, indent, allowance, level)
        if kind in (set, frozenset) and value:
            values = sorted(value, key=_Key)
            if kind is set:
                return self._row("{", "}", values, indent, allowance, level)
            return "frozenset(" + self._row("{", "})", values, indent + 10, allowance, level)
        if kind is str and value:
            return self._text(value, indent, allowance, level)
        if hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            return self._fields(kind.__name__, [(one, getattr(value, one)) for one, field in value.__dataclass_fields__.items()
                                                if field.repr], indent, allowance, level)
        if kind.__name__ in ("OrderedDict", "defaultdict", "Counter", "deque", "ChainMap", "SimpleNamespace", "bytes"):
            gap(f"pprint of a long {kind.__name__}", "lay it out over lines")
        return short

    def _dict(self, value, indent, allowance, level):
        inner = indent + self._indent
        pairs = self._items(value)
        out = "{" + " " * (self._indent - 1)
        for place, (key, one) in enumerate(pairs):
            told = self._short(key, level + 1)
            last = place == len(pairs) - 1
            out += told + ": " + self._laid(one, inner + len(told) + 2, allowance + 1 if last else 1, level + 1)
            out += "" if last else ",\n" + " " * inner
        return out + "}"

    def _row(self, begin, end, values, indent, allowance, level):
        inner = indent + self._indent
        allowance += len(end)
        out = begin + " " * (self._indent - 1)
        if not self._compact:
            parts = [self._laid(one, inner, allowance if place == len(values) - 1 else 1, level + 1)
                     for place, one in enumerate(values)]
            return out + (",\n" + " " * inner).join(parts) + end
        room = width = self._width - inner + 1
        first = True
        for place, one in enumerate(values):
            last = place == len(values) - 1
            if last:
                room, width = room - allowance, width - allowance
            told = self._short(one, level + 1)
            if not first and room >= len(told) + 2:
                out, room = out + ", " + told, room - len(told) - 2
                continue
            if not first:
                out += ",\n" + " " * inner
                room = width
            if len(told) + 2 <= room:
                out, room = out + told, room - len(told) - 2
            else:
                out, room = out + self._laid(one, inner, allowance if last else 1, level + 1), 0
            first = False
        return out + end

    def _fields(self, name, pairs, indent, allowance, level):
        inner = indent + len(name) + 1
        parts = []
        for place, (key, one) in enumerate(pairs):
            last = place == len(pairs) - 1
            parts.append(f"{key}=" + self._laid(one, inner + len(key) + 1, allowance + 1 if last else 1, level + 1))
        return f"{name}(" + (",\n" + " " * inner).join(parts) + ")"

    def _text(self, value, indent, allowance, level):
        """A long text in pieces, line by line and word by word."""
        import re
        lines = value.splitlines(True)
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        most = width = self._width - indent
        pieces = []
        for place, line in enumerate(lines):
            told = repr(line)
            if place == len(lines) - 1:
                most -= allowance
            if len(told) <= most:
                pieces.append(told)
                continue
            words = re.findall(r"\S*\s*", line)[:-1]
            if not words:
                continue
            current, limit = "", width
            for number, word in enumerate(words):
                longer = current + word
                if number == len(words) - 1 and place == len(lines) - 1:
                    limit -= allowance
                if len(repr(longer)) > limit:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current = longer
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            return pieces[0]
        text = ("\n" + " " * indent).join(pieces)
        return f"({text})" if level == 1 else text


class _Key:
    """Orders what cannot be compared, by the names of types."""

    def __init__(self, value):
        self._value = value

    def __lt__(self, other):
        a, b = self._value, other._value
        if isinstance(a, tuple) and isinstance(b, tuple) and a and b:
            return _Key(a[0]) < _Key(b[0]) if a[0] != b[0] else len(a) < len(b)
        if isinstance(a, (int, float)) and isinstance(b, (int, float)) or type(a) is type(b):
            return a < b
        return type(a).__name__ < type(b).__name__


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._short(object, 1)


def isreadable(object):
    return True


def isrecursive(object):
    return False
