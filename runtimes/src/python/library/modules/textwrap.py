"""Wrapping of text."""
__lacks__ = "TextWrapper shorten"


def dedent(text):
    lines = text.split("\n")
    margins = [len(one) - len(one.lstrip()) for one in lines if one.strip()]
    margin = min(margins, default=0)
    return "\n".join([one[margin:] if one.strip() else "" for one in lines])


def indent(text, prefix, predicate=None):
    return "".join([prefix + one if (predicate(one) if predicate else one.strip()) else one for one in text.splitlines(True)])


def wrap(text, width=70, **names):
    if names:
        from _d_host import gap
        gap("options of textwrap.wrap()")
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines + [line] if line else lines


def fill(text, width=70, **names):
    return "\n".join(wrap(text, width, **names))
