"""Cookies as headers write them."""
import re

__lacks__ = ""
_LEGAL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:"
_PAIR = re.compile(r"\s*([\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]+?)\s*(?:=\s*(\"(?:[^\\\"]|\\.)*\"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=\[\]]*)\s*)?(?:\s+|;|$)")
_ATTRIBUTES = {
    "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
    "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite",
}


class CookieError(Exception):
    pass


CookieError.__module__ = "http.cookies"


def _quoted(text):
    if text and all(one in _LEGAL for one in text):
        return text
    out = ""
    for one in text:
        if one in '"\\':
            out += "\\" + one
        elif one in ",;" or not 32 <= ord(one) < 127:
            out += "\\%03o" % ord(one)
        else:
            out += one
    return f'"{out}"'


def _unquoted(text):
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    text = re.sub(r"\\([0-3][0-7][0-7])", lambda found: chr(int(found.group(1), 8)), text[1:-1])
    return re.sub(r"\\(.)", lambda found: found.group(1), text)


class Morsel(dict):
    """One cookie and its attributes."""

    def __init__(self):
        super().__init__()
        self.key = self.value = self.coded_value = None
        for name in _ATTRIBUTES:
            super().__setitem__(name, "")

    def __setitem__(self, key, value):
        if key.lower() not in _ATTRIBUTES:
            raise CookieError(f"Invalid attribute {key!r}")
        super().__setitem__(key.lower(), value)

    def set(self, key, val, coded_val):
        if key.lower() in _ATTRIBUTES:
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not key or not all(one in _LEGAL for one in key):
            raise CookieError(f"Illegal key {key!r}")
        self.key, self.value, self.coded_value = key, val, coded_val

    def OutputString(self, attrs=None):
        out = [f"{self.key}={self.coded_value}"]
        for name in sorted(self.keys()):
            value = self[name]
            if value == "" or attrs is not None and name not in attrs:
                continue
            if name == "max-age" and isinstance(value, int):
                out.append("Max-Age=%d" % value)
            elif name in ("secure", "httponly"):
                if value:
                    out.append(_ATTRIBUTES[name])
            else:
                out.append(f"{_ATTRIBUTES[name]}={value}")
        return "; ".join(out)

    def output(self, attrs=None, header="Set-Cookie:"):
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<Morsel: {self.OutputString()}>"


class BaseCookie(dict):
    def __init__(self, input=None):
        super().__init__()
        if input:
            self.load(input)

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        return str(val), str(val)

    def _put(self, key, value, coded):
        morsel = self[key] if key in self else Morsel()
        morsel.set(key, value, coded)
        super().__setitem__(key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            super().__setitem__(key, value)
        else:
            self._put(key, *self.value_encode(value))

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        place, last = 0, None
        while place < len(rawdata):
            found = _PAIR.match(rawdata, place)
            if not found:
                break
            key, value, place = found.group(1), found.group(2), found.end()
            if key[0] == "$":
                continue
            if key.lower() in _ATTRIBUTES:
                if last is not None:
                    last[key] = True if value is None else _unquoted(value)
            elif value is not None:
                self._put(key, *self.value_decode(value))
                last = self[key]
            else:
                break

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        return sep.join([self[name].output(attrs, header) for name in sorted(self.keys())])

    __str__ = output


class SimpleCookie(BaseCookie):
    def value_decode(self, val):
        return _unquoted(val), val

    def value_encode(self, val):
        return str(val), _quoted(str(val))
