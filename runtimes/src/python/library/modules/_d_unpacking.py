"""What CPython says where a value does not come apart as a line wants it."""
import _d_errors
from _d_host import gap

# Builtins that go through what they are given: they may be what complains.
_THROUGH = (
    "all any dict enumerate extend filter frozenset fromkeys iter join list map max min reversed set sorted sum tuple update zip"
).split()


def said(error, text):
    """CPython's words for MicroPython's `text`."""
    told = _d_errors.statement_of(error)
    if text.startswith("need more than "):
        got = int(text[15:-17])
        wanted = {(one["count"], one["star"]) for one in told["unpacks"] if one["count"] > got}
        if len(wanted) != 1:
            gap("the message of this unpacking: " + text)
        count, star = list(wanted)[0]
        return f"not enough values to unpack (expected {'at least ' if star else ''}{count}, got {got})"
    kind = text[1:-23]
    if told["unpacks"]:
        if any(one["name"] in _THROUGH for one in told["calls"]):
            gap("the message of this unpacking: " + text)
        return f"cannot unpack non-iterable {kind} object"
    return f"'{kind}' object is not iterable"
