"""Template text cut into text, `{{ }}`, `{% %}`, and expressions into tokens."""
from _d_host import gap
from jinja2.exceptions import TemplateSyntaxError

_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def pieces(source):
    """`(kind, text, line)`: `text`, `{{` or `{%`."""
    source = source.replace("\r\n", "\n")
    if source.endswith("\n"):
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
        if text:
            out.append(("text", text, source.count("\n", 0, place) + 1))
        if kind is None:
            return out
        line = source.count("\n", 0, start) + 1
        end = _end(source, start + 2, kind)
        if end < 0:
            if kind == "{#":
                raise TemplateSyntaxError("Missing end of comment tag", line)
            raise TemplateSyntaxError("unexpected end of template", line)
        body = source[start + 2:end]
        strip = body.endswith("-")
        body = body[1:] if body[:1] in ("-", "+") else body
        body = body[:-1] if body[-1:] in ("-", "+") else body
        place = end + 2
        if kind != "{#":
            out.append((kind, body.strip(), line))
            if kind == "{%" and body.strip() == "raw":
                close = source.find("{% endraw %}", place)
                if close < 0:
                    gap("this form of {% raw %}")
                out.pop()
                out.append(("text", source[place:close], line))
                place = close + 12


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
            number = text[place:end]
            out.append(("number", float(number) if "." in number else int(number)))
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
