"""Filters and tests."""
from markupsafe import Markup, escape

from jinja2.expressions import Undefined, attribute as _attribute


def _default(value, default_value="", boolean=False):
    return default_value if isinstance(value, Undefined) or boolean and not value else value


def _join(value, d="", attribute=None):
    items = [_path(one, attribute) if attribute else one for one in value]
    if any(hasattr(one, "__html__") for one in items):
        return Markup(str(escape(d))).join(items)
    return d.join([str(one) for one in items])


def _title(value):
    out, inside = [], False
    for one in str(value):
        out.append(one.lower() if inside else one.upper())
        inside = not (one.isspace() or one in "-([{<")
    return "".join(out)


def _truncate(value, length=255, killwords=False, end="...", leeway=5):
    text = str(value)
    if len(text) <= length + leeway:
        return text
    if killwords:
        return text[:length - len(end)] + end
    return text[:length - len(end)].rsplit(" ", 1)[0] + end


def _sort(value, reverse=False, case_sensitive=False, attribute=None):
    def key(one):
        found = _path(one, attribute) if attribute else one
        return found.lower() if isinstance(found, str) and not case_sensitive else found
    return sorted(value, key=key, reverse=reverse)


def _tojson(value, indent=None):
    from flask.json import dumps
    text = dumps(value) if indent is None else dumps(value, indent=indent)
    for one, other in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("'", "\\u0027")):
        text = text.replace(one, other)
    return Markup(text)


def _round(value, precision=0, method="common"):
    import math
    if method == "common":
        return round(value, precision) if precision else float(round(value))
    function = math.ceil if method == "ceil" else math.floor
    return function(value * 10 ** precision) / 10 ** precision


def _number(kind):
    def convert(value, default=kind(0)):
        try:
            return kind(value)
        except (TypeError, ValueError):
            return default
    return convert


def _select(value, name, kept, args=()):
    if name is not None:
        return [one for one in value if bool(TESTS[name](one, *args)) == kept]
    return [one for one in value if bool(one) == kept]


def _selectattr(value, attr, name=None, *args):
    test = TESTS[name] if name else (lambda one: bool(one))
    return [one for one in value if test(_path(one, attr), *args)]


def _map(value, name=None, *args, attribute=None, default=None, **names):
    if attribute is not None:
        found = [_path(one, attribute) for one in value]
        return [default if default is not None and isinstance(one, Undefined) else one for one in found]
    return [FILTERS[name](one, *args, **names) for one in value]


def _path(value, name):
    for part in str(name).split("."):
        value = _attribute(value, int(part) if part.isdigit() else part)
    return value


def _urlencode(value):
    from urllib.parse import quote, urlencode
    return urlencode(value) if isinstance(value, dict) else quote(str(value), safe="/")


def _batch(value, linecount, fill_with=None):
    out, row = [], []
    for one in value:
        if len(row) == linecount:
            out.append(row)
            row = []
        row.append(one)
    if row:
        out.append(row + ([fill_with] * (linecount - len(row)) if fill_with is not None else []))
    return out


def _slices(value, slices, fill_with=None):
    items = list(value)
    size, more = divmod(len(items), slices)
    out, start = [], 0
    for number in range(slices):
        end = start + size + (number < more)
        out.append(items[start:end] + ([fill_with] if fill_with is not None and number >= more else []))
        start = end
    return out


class _Group(tuple):
    grouper = property(lambda self: self[0])
    list = property(lambda self: self[1])


def _groupby(value, attribute, default=None, case_sensitive=False):
    def key(one):
        found = _attribute(one, attribute)
        found = default if isinstance(found, Undefined) else found
        return found.lower() if isinstance(found, str) and not case_sensitive else found
    out = []
    for one in sorted(value, key=key):
        if not out or key(one) != out[-1][2]:
            out.append((_attribute(one, attribute), [], key(one)))
        out[-1][1].append(one)
    return [_Group((name, items)) for name, items, _ in out]


def _striptags(value):
    import re
    text = re.sub("<[^>]*>", "", re.sub("(?s)<!--.*?-->", "", str(value)))
    text = " ".join(text.split())
    if "&" not in text:
        return text
    import html
    return html.unescape(text)


def _indent(s, width=4, first=False, blank=False):
    mark = width if isinstance(width, str) else " " * width
    lines = str(s).split("\n")
    if len(lines) > 1 and lines[-1] == "":
        lines.pop()
    out = [lines[0]] + [mark + one if one or blank else one for one in lines[1:]]
    text = (mark if first else "") + "\n".join(out)
    return Markup(text) if hasattr(s, "__html__") else text


def _filesize(value, binary=False):
    size, base = float(value), 1024 if binary else 1000
    names = ("KiB", "MiB", "GiB", "TiB", "PiB") if binary else ("kB", "MB", "GB", "TB", "PB")
    if size == 1:
        return "1 Byte"
    if size < base:
        return f"{int(size)} Bytes"
    for place, name in enumerate(names):
        unit = base ** (place + 2)
        if size < unit:
            break
    return f"{base * size / unit:.1f} {name}"


def _wordwrap(s, width=79, break_long_words=True, wrapstring=None, break_on_hyphens=True):
    import textwrap
    mark = "\n" if wrapstring is None else wrapstring
    return mark.join([
        mark.join(textwrap.wrap(line, width, expand_tabs=False, replace_whitespace=False, break_long_words=break_long_words, break_on_hyphens=break_on_hyphens))
        for line in str(s).splitlines()
    ])


def _xmlattr(d, autospace=True):
    pairs = [f'{escape(key)}="{escape(value)}"' for key, value in d.items() if value is not None and not isinstance(value, Undefined)]
    text = " ".join(pairs)
    return Markup(" " + text if autospace and text else text)


def _unique(value, case_sensitive=False, attribute=None):
    seen, out = [], []
    for one in value:
        key = _path(one, attribute) if attribute else one
        key = key.lower() if isinstance(key, str) and not case_sensitive else key
        if key not in seen:
            seen.append(key)
            out.append(one)
    return out


def _best(kind):
    def pick(value, case_sensitive=False, attribute=None):
        items = list(value)
        if not items:
            return Undefined("No aggregated item, sequence was empty.")

        def key(one):
            found = _path(one, attribute) if attribute else one
            return found.lower() if isinstance(found, str) and not case_sensitive else found
        return kind(items, key=key)
    return pick


def _random(value):
    import random
    return random.choice(list(value))


LACKING = ("urlize", "pprint")
FILTERS = {
    "upper": lambda value: str(value).upper(), "lower": lambda value: str(value).lower(), "title": _title,
    "capitalize": lambda value: str(value).capitalize(), "trim": lambda value, chars=None: str(value).strip(chars) if chars else str(value).strip(),
    "length": lambda value: len(value), "count": lambda value: len(value), "default": _default, "d": _default, "join": _join,
    "safe": lambda value: Markup(value), "escape": escape, "e": escape, "first": lambda value: next(iter(value), Undefined("No first item, sequence was empty.")),
    "last": lambda value: list(value)[-1] if list(value) else Undefined("No last item, sequence was empty."),
    "int": _number(int), "float": _number(float), "string": lambda value: str(value), "list": lambda value: list(value),
    "sort": _sort, "reverse": lambda value: value[::-1] if isinstance(value, str) else list(value)[::-1],
    "replace": lambda value, old, new: str(value).replace(str(old), str(new)), "round": _round, "abs": abs,
    "sum": lambda value, attribute=None, start=0: sum([_path(one, attribute) if attribute else one for one in value], start),
    "min": _best(min), "max": _best(max), "tojson": _tojson, "truncate": _truncate,
    "unique": _unique, "batch": _batch, "slice": _slices, "groupby": _groupby, "indent": _indent, "filesizeformat": _filesize,
    "wordwrap": _wordwrap, "xmlattr": _xmlattr, "random": _random, "center": lambda value, width=80: str(value).center(width),
    "forceescape": lambda value: escape(str(value)), "rejectattr": lambda value, attr, name=None, *args: [
        one for one in value if not (TESTS[name] if name else bool)(_path(one, attr), *args)
    ], "items": lambda value: list(value.items()),
    "dictsort": lambda value, case_sensitive=False, by="key", reverse=False: sorted(
        value.items(), reverse=reverse,
        key=lambda one: (lambda key: key.lower() if isinstance(key, str) and not case_sensitive else key)(one[by == "value"])
    ),
    "map": _map, "select": lambda value, name=None, *args: _select(value, name, True, args),
    "reject": lambda value, name=None, *args: _select(value, name, False, args), "selectattr": _selectattr,
    "format": lambda value, *args: str(value) % args, "urlencode": _urlencode,
    "wordcount": lambda value: len(str(value).split()), "striptags": _striptags, "attr": lambda value, name: getattr(value, name, Undefined(name)),
}
TESTS = {
    "defined": lambda value: not isinstance(value, Undefined), "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None, "odd": lambda value: value % 2 == 1, "even": lambda value: value % 2 == 0,
    "divisibleby": lambda value, by: value % by == 0, "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float)), "mapping": lambda value: isinstance(value, dict),
    "iterable": lambda value: hasattr(type(value), "__iter__") or isinstance(value, (list, str, tuple, dict, set, range)),
    "sequence": lambda value: isinstance(value, (list, str, tuple, dict, range)), "equalto": lambda a, b: a == b,
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b, "gt": lambda a, b: a > b,
    "le": lambda a, b: a <= b, "ge": lambda a, b: a >= b, "in": lambda a, b: a in b, "true": lambda value: value is True,
    "false": lambda value: value is False, "float": lambda value: isinstance(value, float), "escaped": lambda value: hasattr(value, "__html__"),
    "lessthan": lambda a, b: a < b, "greaterthan": lambda a, b: a > b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "boolean": lambda value: value is True or value is False,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool), "sameas": lambda a, b: a is b,
    "lower": lambda value: str(value).islower(), "upper": lambda value: str(value).isupper(), "callable": callable,
}
