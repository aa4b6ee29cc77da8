"""Which rule answers a path."""
from _d_host import gap


class BuildError(LookupError):
    """No URL can be made for an endpoint."""


class Rule:
    def __init__(self, rule, endpoint, methods, defaults=None, strict_slashes=True):
        self.rule = rule
        self.endpoint = endpoint
        self.methods = set(methods)
        if "GET" in self.methods:
            self.methods.add("HEAD")
        self.defaults = defaults or {}
        self.strict = strict_slashes
        self.parts = _parts(rule)
        self.arguments = {name for kind, name, _ in self.parts if kind != "text"} | set(self.defaults)
        self.is_leaf = not rule.endswith("/")

    @property
    def weight(self):
        """Sorts as Werkzeug does: fixed text first, then by the kind of converter."""
        order = {"int": 1, "float": 1, "uuid": 1, "any": 1, "string": 2, "default": 2, "path": 9}
        return [(0, -len(name)) if kind == "text" else (order[kind], 0) for kind, name, _ in self.parts]

    def match(self, path):
        values = _match(self.parts, 0, path, 0)
        if values is None:
            return None
        return dict(self.defaults, **values)

    def __repr__(self):
        methods = ", ".join(sorted(self.methods))
        return f"<Rule {self.rule!r} ({methods}) -> {self.endpoint}>"

    def __str__(self):
        return self.rule


def _parts(rule):
    if not rule.startswith("/"):
        raise ValueError(f"URL rule {rule!r} must start with a slash.")
    out, place = [], 0
    while place < len(rule):
        start = rule.find("<", place)
        if start < 0:
            out.append(("text", rule[place:], None))
            break
        if start > place:
            out.append(("text", rule[place:start], None))
        end = rule.find(">", start)
        if end < 0:
            raise ValueError(f"malformed url rule: {rule!r}")
        kind, colon, name = rule[start + 1:end].partition(":")
        if not colon:
            kind, name = "default", kind
        options = None
        if "(" in kind:
            kind, _, options = kind.partition("(")
            options = [one.strip().strip("'\"") for one in options.rstrip(")").split(",")]
            if kind != "any":
                options = dict([(key.strip(), int(value) if value.strip().isdigit() else value.strip() == "True") for key, _, value in [one.partition("=") for one in options]])
        if kind not in ("default", "string", "int", "float", "path", "uuid", "any"):
            raise LookupError(f"the converter {kind!r} does not exist")
        out.append((kind, name, options))
        place = end + 1
    return out


_HEX = "0123456789abcdefABCDEF"


def _accepts(kind, text, options):
    if not text:
        return False
    options = options or {}
    if kind in ("default", "string"):
        size = len(text)
        if options and (size < options.get("minlength", 1) or size > options.get("maxlength", size) or options.get("length", size) != size):
            return False
        return "/" not in text
    if kind in ("int", "float") and options:
        if options.get("signed") and text[:1] == "-":
            text = text[1:]
            if "min" in options or "max" in options:
                gap("a signed converter with bounds")
        if "fixed_digits" in options and len(text) != options["fixed_digits"]:
            return False
        if not _accepts(kind, text, None):
            return False
        value = float(text)
        return options.get("min", value) <= value <= options.get("max", value)
    if kind == "path":
        return not text.startswith("/")
    if kind == "int":
        return text.isdigit()
    if kind == "float":
        whole, dot, rest = text.partition(".")
        return bool(dot) and whole.isdigit() and rest.isdigit()
    if kind == "any":
        return text in options
    sizes = [len(one) for one in text.split("-")]
    return sizes == [8, 4, 4, 4, 12] and all(one in _HEX or one == "-" for one in text)


def _value(kind, text):
    if kind == "int":
        return int(text)
    if kind == "float":
        return float(text)
    if kind == "uuid":
        import uuid
        return uuid.UUID(text)
    return text


def _match(parts, index, path, place):
    if index == len(parts):
        return {} if place == len(path) else None
    kind, name, options = parts[index]
    if kind == "text":
        if not path.startswith(name, place):
            return None
        return _match(parts, index + 1, path, place + len(name))
    end = len(path)
    if kind != "path":
        slash = path.find("/", place)
        end = slash if slash >= 0 else end
    while end > place:
        text = path[place:end]
        if _accepts(kind, text, options):
            rest = _match(parts, index + 1, path, end)
            if rest is not None:
                return dict({name: _value(kind, text)}, **rest)
        end -= 1
    return None


class Map:
    def __init__(self):
        self.rules = []

    def add(self, rule):
        self.rules.append(rule)

    def iter_rules(self, endpoint=None):
        return iter([one for one in self.rules if endpoint is None or one.endpoint == endpoint])

    def in_order(self):
        return sorted(self.rules, key=lambda one: (one.weight, -len(one.parts)))

    def match(self, path, method):
        """`(rule, values)`, or the path to redirect to, or the methods that would do, or None."""
        allowed, slash = set(), None
        path = "/" + path.lstrip("/")
        for rule in self.in_order():
            values = rule.match(path)
            if values is None and not rule.strict:
                other = path.rstrip("/") if rule.is_leaf else path + "/"
                values = rule.match(other)
            if values is not None:
                if method in rule.methods:
                    return rule, values
                allowed |= rule.methods
            elif not rule.is_leaf and rule.strict and rule.match(path + "/") is not None and method in rule.methods:
                slash = path + "/"
        if slash is not None:
            return slash
        return allowed or None

    def build(self, endpoint, values, method=None):
        from urllib.parse import quote, urlencode
        for rule in self.rules:
            if rule.endpoint != endpoint:
                continue
            needed = {name for kind, name, _ in rule.parts if kind != "text"}
            if not needed <= set(values) | set(rule.defaults):
                continue
            out = []
            for kind, name, _ in rule.parts:
                if kind == "text":
                    out.append(name)
                else:
                    value = values.get(name, rule.defaults.get(name))
                    out.append(quote(str(value), safe="!$&'()*+,/:;=@"))
            rest = {key: one for key, one in values.items() if key not in needed and one is not None}
            return "".join(out) + ("?" + urlencode(rest, doseq=True) if rest else "")
        message = f"Could not build url for endpoint {endpoint!r}"
        if values:
            message += f" with values {sorted(values)!r}"
        message += "."
        known = [one for one in self.rules if one.endpoint == endpoint]
        if known:
            lacking = {name for one in known for kind, name, _ in one.parts if kind != "text"} - set(values)
            if len(known) > 1 or method is not None:
                gap("the suggestion in the message: " + message + ", which lacks " + ", ".join(sorted(lacking)))
            raise BuildError(message + f" Did you forget to specify values {sorted(lacking)!r}?")
        from difflib import SequenceMatcher
        best = None
        for one in self.rules:
            # Three parts of it are whether the names are alike, one whether the values are.
            found = 0.98 * SequenceMatcher(None, one.endpoint, endpoint).ratio() + 0.01 * (set(values) <= one.arguments)
            if best is None or found > best[0]:
                best = (found, one.endpoint)
        if best is not None:
            message += f" Did you mean {best[1]!r} instead?"
        raise BuildError(message)
