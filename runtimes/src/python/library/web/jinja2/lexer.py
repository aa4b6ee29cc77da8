"""Template text cut into text, `{{ }}`, `{% %}`, and expressions into tokens."""
from _d_host import gap
from jinja2.exceptions import TemplateSyntaxError

_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def pieces(source, trim=False, lstrip=False, keep=False):
    """`(kind, text, line)`: `text`, `{{` or `{%`."""
    source = source.replace("\r\n", "\n")
    if source.endswith("\n") and not keep:
        source = source[:-1]
    out, place, strip = [], 0, False
    while True:
        found = [(source.find(one, place), one) for one in _ENDS]
        found = [one for one in found if one[0] >= 0]
        start, kind = min(found) if found else (len(source), None)
        text = source[place:start]
        if strip:
            text = text.lstrip()
        if kind is not None and source[start + 2:start + 3] == "-":
            text = text.rstrip()
        elif lstrip and kind in ("{%", "{#") and source[start + 2:start + 3] != "+":
            line_start = text.rfind("\n") + 1
            if not text[line_start:].strip() and (line_start or place == 0 or source[place - 1] == "\n"):
                text = text[:line_start]
        if text:
            out.append(("text", text, source.count("\n", 0, place) + 1))
        if kind is None:
            return out
        line = source.count("\n", 0, start) + 1
        end = _end(source, start + 2, kind)
        if end < 0:
            if kind == "{#":
                raise TemplateSyntaxError("Missing end of comment tag", line)
            what = "end of print statement" if kind == "{{" else "end of statement block"
            raise TemplateSyntaxError(f"unexpected end of template, expected '{what}'.", line)
        body = source[start + 2:end]
        strip = body.endswith("-")
        body = body[1:] if body[:1] in ("-", "+") else body
        body = body[:-1] if body[-1:] in ("-", "+") else body
        place = end + 2
        if trim and kind != "{{" and source[place:place + 1] == "\n" and source[end - 1:end] != "+":
            place += 1
        if kind != "{#":
            out.append((kind, body.strip(), line))
            if kind == "{%" and body.strip() == "raw":
                import re
                close = re.compile("\\{%(-?)\\s*endraw\\s*(-?)%\\}").search(source, place)
                if close is None:
                    raise TemplateSyntaxError("Missing end of raw directive", line)
                out.pop()
                text = source[place:close.start()]
                text = text.lstrip() if strip else text
                out.append(("text", text.rstrip() if close.group(1) else text, line))
                strip = bool(close.group(2))
                place = close.end()


def _end(source, place, kind):
    """Where the tag ends, past strings."""
    end = _ENDS[kind]
    while place < len(source):
        one = source[place]
        if kind != "{#" and one in "\"'":
            close = source.find(one, place + 1)
            while close > 0 and source[close - 1] == "\\":
                close = source.find(one, close + 1)
            if close < 0:
                return -1
            place = close + 1
        elif source.startswith(end, place):
            return place
        else:
            place += 1
    return -1


_SIGNS = ("**", "//", "==", "!=", ">=", "<=", "+", "-", "*", "/", "%", "~", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|", ">", "<", "=")


def tokens(text, line):
    """`(kind, value)` of an expression: `name`, `number`, `string`, or the sign itself."""
    out, place = [], 0
    while place < len(text):
        one = text[place]
        if one.isspace():
            place += 1
        elif one in "\"'":
            end = place + 1
            while end < len(text) and text[end] != one:
                end += 2 if text[end] == "\\" else 1
            body = text[place + 1:end]
            for escape, real in (("\\n", "\n"), ("\\t", "\t"), ("\\'", "'"), ('\\"', '"'), ("\\\\", "\\")):
                body = body.replace(escape, real)
            out.append(("string", body))
            place = end + 1
        elif one.isdigit():
            end = place
            while end < len(text) and (text[end].isdigit() or text[end] == "." and text[end + 1:end + 2].isdigit()):
                end += 1
            if text[end:end + 1] in "eE" and text[end + 1:end + 3].lstrip("+-")[:1].isdigit():
                end += 2
                while end < len(text) and text[end].isdigit():
                    end += 1
            number = text[place:end].replace("_", "")
            out.append(("number", float(number) if "." in number or "e" in number.lower() else int(number)))
            place = end
        elif one.isalpha() or one == "_":
            end = place
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
            out.append(("name", text[place:end]))
            place = end
        else:
            for sign in _SIGNS:
                if text.startswith(sign, place):
                    out.append((sign, sign))
                    place += len(sign)
                    break
            else:
                raise TemplateSyntaxError(f"unexpected char {one!r} at {place}", line)
    return out
