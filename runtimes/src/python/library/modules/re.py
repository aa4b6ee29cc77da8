"""Regular expressions: the matching is done around the machine (`pattern/`), what stands around it here."""
import _d_errors
from _d_templates import RegexFlag, _ask, _fill, _template, _text, error

__lacks__ = "template TEMPLATE T DEBUG Scanner LOCALE L copyreg enum functools"
NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
A = ASCII = RegexFlag(256)
error.__module__ = "re"
if _d_errors.version[0] >= 13:
    error.__name__ = error.__qualname__ = "PatternError"
    PatternError = error


class Match:
    def __init__(self, pattern, string, spans, pos, endpos):
        self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
        self._spans = spans

    @property
    def lastindex(self):
        return self._spans[-1] or None

    @property
    def lastgroup(self):
        for name, index in self.re.groupindex.items():
            if index == self._spans[-1]:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(one) for one in range(self.re.groups + 1)])

    def _index(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif hasattr(group, "__index__") and not isinstance(group, int):
            group = group.__index__()
        if not isinstance(group, int) or group < 0 or group > self.re.groups:
            raise IndexError("no such group")
        return group

    def _one(self, group, default=None):
        index = self._index(group)
        start = self._spans[2 * index]
        return default if self._spans[2 * index + 1] < 0 else self.string[start:self._spans[2 * index + 1]]

    def group(self, *groups):
        if len(groups) < 2:
            return self._one(groups[0] if groups else 0)
        return tuple([self._one(one) for one in groups])

    def __getitem__(self, group):
        return self._one(group)

    def groups(self, default=None):
        return tuple([self._one(one, default) for one in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._one(index, default) for name, index in self.re.groupindex.items()}

    def span(self, group=0):
        index = self._index(group)
        if self._spans[2 * index + 1] < 0:
            return (-1, -1)
        return (self._spans[2 * index], self._spans[2 * index + 1])

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def expand(self, template):
        return _fill(_template(template, self.re), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={repr(self.group())[:50]}>"


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags
        told = _ask(pattern, flags)
        if "problem" in told:
            raise error(told["problem"], *(() if told["position"] is None else (pattern, told["position"])))
        if "overflow" in told:
            raise OverflowError("the repetition number is too large")
        self.flags = told["flags"] | (32 if isinstance(pattern, str) and not told["flags"] & 256 else 0)
        self.groups = told["groups"]
        self.groupindex = dict(sorted(told["names"].items(), key=lambda pair: pair[1]))

    def _find(self, string, how, pos=0, endpos=None, most=1):
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
        elif not isinstance(string, (bytes, bytearray, memoryview)):
            told = "expected string or bytes-like object"
            raise TypeError(told + (f", got '{type(string).__name__}'" if _d_errors.version[0] > 10 else ""))
        elif isinstance(self.pattern, str):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        size = len(string)
        endpos = size if endpos is None else max(0, min(endpos, size))
        pos = max(0, min(pos, size))
        if pos > endpos:
            return []
        flags = self.flags
        found = _ask(self.pattern, flags, text=_text(string), how=how, start=pos, end=endpos, most=most)["found"]
        return [Match(self, string, spans, pos, endpos) for spans in found]

    def search(self, string, pos=0, endpos=None):
        found = self._find(string, "search", pos, endpos)
        return found[0] if found else None

    def match(self, string, pos=0, endpos=None):
        found = self._find(string, "match", pos, endpos)
        return found[0] if found else None

    def fullmatch(self, string, pos=0, endpos=None):
        found = self._find(string, "fullmatch", pos, endpos)
        return found[0] if found else None

    def finditer(self, string, pos=0, endpos=None):
        return iter(self._find(string, "search", pos, endpos, 0))

    def findall(self, string, pos=0, endpos=None):
        found = self._find(string, "search", pos, endpos, 0)
        empty = string[:0]
        if self.groups > 1:
            return [one.groups(empty) for one in found]
        return [one.groups(empty)[0] if self.groups else one.group() for one in found]

    def split(self, string, maxsplit=0):
        out, place = [], 0
        for one in self._find(string, "search", 0, None, max(0, maxsplit)) if maxsplit >= 0 else []:
            out.append(string[place:one.start()])
            out.extend(one.groups())
            place = one.end()
        out.append(string[place:])
        return out

    def subn(self, repl, string, count=0):
        if not callable(repl):
            filled = _template(repl, self)
            repl = lambda match: _fill(filled, match)
        out, place, done = [], 0, 0
        for one in self._find(string, "search", 0, None, max(0, count)) if count >= 0 else []:
            out.append(string[place:one.start()])
            out.append(repl(one))
            place = one.end()
            done += 1
        out.append(string[place:])
        for index, one in enumerate(out):
            if one is None:
                out[index] = string[:0]
            elif type(one) is not type(string[:0]):
                raise TypeError(f"sequence item {index}: expected str instance, {type(one).__name__} found")
        return (string[:0].join(out), done)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        return isinstance(other, Pattern) and self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        flags = self.flags & ~32 if isinstance(self.pattern, str) else self.flags
        return "re.compile(" + repr(self.pattern)[:200] + (", " + repr(RegexFlag(flags)) if flags else "") + ")"


Match.__module__ = Pattern.__module__ = "re"
_cache = {}


def compile(pattern, flags=0):
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    elif flags & 32:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    key = (type(pattern), pattern, flags)
    found = _cache.get(key)
    if found is None:
        if len(_cache) >= 200:
            _cache.clear()
        found = _cache[key] = Pattern(pattern, flags)
    return found


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, int(count))


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, int(count))


def escape(pattern):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    text = "".join(["\\" + one if one in special else one for one in _text(pattern)])
    return text if isinstance(pattern, str) else text.encode("latin-1")


def purge():
    _cache.clear()
