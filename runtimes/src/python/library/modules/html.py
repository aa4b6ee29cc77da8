"""Escaping for HTML."""
import re

__lacks__ = "entities parser"
_NAMED = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae", "euro": "\u20ac",
    "auml": "\xe4", "ouml": "\xf6", "uuml": "\xfc", "Auml": "\xc4", "Ouml": "\xd6", "Uuml": "\xdc", "szlig": "\xdf",
    "eacute": "\xe9", "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7", "hellip": "\u2026", "mdash": "\u2014",
    "ndash": "\u2013", "times": "\xd7", "middot": "\xb7", "deg": "\xb0", "larr": "\u2190", "rarr": "\u2192",
}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", _meant, s) if "&" in s else s


def _meant(found):
    told = found.group(1)
    bare = told.rstrip(";")
    if bare[0] == "#":
        number = int(bare[2:], 16) if bare[1] in "xX" else int(bare[1:])
        if number in (0, 13) or 128 <= number < 160 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            from _d_host import gap
            gap("html.unescape() of a number that is no character")
        return chr(number)
    if bare in _NAMED and (told.endswith(";") or bare in ("amp", "lt", "gt", "quot", "copy", "reg", "nbsp")):
        return _NAMED[bare]
    if told.endswith(";") and bare.isalnum():
        from _d_host import gap
        gap(f"the entity &{bare};", "put the character for it")
    return found.group(0)
