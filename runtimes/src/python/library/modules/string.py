"""Constants and templates."""
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([one.capitalize() for one in s.split(sep)])


def _substitute(text, names, missing=None):
    out, place = [], 0
    while place < len(text):
        one = text[place]
        if one != "$":
            out.append(one)
            place += 1
            continue
        rest = text[place + 1:]
        if rest[:1] == "$" and missing is not None:
            out.append("$")
            place += 2
            continue
        braces = rest[:1] == "{"
        end = 1 if braces else 0
        while end < len(rest) and (rest[end].isalnum() and rest[end].isascii() or rest[end] == "_"):
            end += 1
        name = rest[1 if braces else 0:end]
        if not name or name[0].isdigit() or braces and rest[end:end + 1] != "}":
            if missing == "fail":
                line = text.count("\n", 0, place) + 1
                raise ValueError(f"Invalid placeholder in string: line {line}, col {place - text.rfind(chr(10), 0, place)}")
            out.append(one)
            place += 1
            continue
        whole = "$" + rest[:end + (1 if braces else 0)]
        if name in names:
            out.append(str(names[name]))
        elif missing == "fail":
            raise KeyError(name)
        else:
            out.append(whole)
        place += len(whole)
    return "".join(out)


class Template:
    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=None, /, **names):
        return _substitute(self.template, _Both(mapping, names), "fail")

    def safe_substitute(self, mapping=None, /, **names):
        return _substitute(self.template, _Both(mapping, names), "leave")


class _Both:
    def __init__(self, mapping, names):
        self._mapping = {} if mapping is None else mapping
        self._names = names

    def __contains__(self, name):
        if name in self._names:
            return True
        try:
            self._mapping[name]
        except KeyError:
            return False
        return True

    def __getitem__(self, name):
        return self._names[name] if name in self._names else self._mapping[name]
