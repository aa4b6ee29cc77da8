"""Filters and tests."""
from markupsafe import Markup, escape

from jinja2.expressions import Undefined, attribute as _attribute


def _default(value, default_value="", boolean=False):
    return default_value if isinstance(value, Undefined) or boolean and not value else value


def _join(value, d="", attribute=None):
    items = [_attribute(one, attribute) if attribute else one for one in value]
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
        found = _attribute(one, attribute) if attribute else one
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


def _select(value, name, kept):
    if name is not None:
        return [one for one in value if bool(TESTS[name](one)) == kept]
    return [one for one in value if bool(one) == kept]


def _selectattr(value, attr, name=None, *args):
    test = TESTS[name] if name else (lambda one: bool(one))
    return [one for one in value if test(_attribute(one, attr), *args)]


def _map(value, name=None, attribute=None, default=None):
    if attribute is not None:
        return [_attribute(one, attribute) for one in value]
    return [FILTERS[name](one) for one in value]


def _urlencode(value):
    from urllib.parse import quote, urlencode
    return urlencode(value) if isinstance(value, dict) else quote(str(value), safe="/")


FILTERS = {
    "upper": lambda value: str(value).upper(), "lower": lambda value: str(value).lower(), "title": _title,
    "capitalize": lambda value: str(value).capitalize(), "trim": lambda value, chars=None: str(value).strip(chars) if chars else str(value).strip(),
    "length": lambda value: len(value), "count": lambda value: len(value), "default": _default, "d": _default, "join": _join,
    "safe": lambda value: Markup(value), "escape": escape, "e": escape, "first": lambda value: next(iter(value), Undefined("No first item, sequence was empty.")),
    "last": lambda value: list(value)[-1] if list(value) else Undefined("No last item, sequence was empty."),
    "int": _number(int), "float": _number(float), "string": lambda value: str(value), "list": lambda value: list(value),
    "sort": _sort, "reverse": lambda value: value[::-1] if isinstance(value, str) else list(value)[::-1],
    "replace": lambda value, old, new: str(value).replace(str(old), str(new)), "round": _round, "abs": abs,
    "sum": lambda value, attribute=None, start=0: sum([_attribute(one, attribute) if attribute else one for one in value], start),
    "min": lambda value: min(value), "max": lambda value: max(value), "tojson": _tojson, "truncate": _truncate,
    "unique": lambda value: list(dict.fromkeys(value)), "items": lambda value: list(value.items()),
    "dictsort": lambda value: sorted(value.items(), key=lambda one: str(one[0]).lower()),
    "map": _map, "select": lambda value, name=None: _select(value, name, True),
    "reject": lambda value, name=None: _select(value, name, False), "selectattr": _selectattr,
    "format": lambda value, *args: str(value) % args, "urlencode": _urlencode,
    "wordcount": lambda value: len(str(value).split()), "striptags": None, "attr": lambda value, name: getattr(value, name, Undefined(name)),
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
    "false": lambda value: value is False, "boolean": lambda value: value is True or value is False,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool), "sameas": lambda a, b: a is b,
    "lower": lambda value: str(value).islower(), "upper": lambda value: str(value).isupper(), "callable": callable,
}
