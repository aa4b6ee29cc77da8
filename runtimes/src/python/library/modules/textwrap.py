"""Wrapping of text."""
import re

__lacks__ = ""
_WHITE = "\t\n\x0b\x0c\r "
# Where a line may end: behind white space, behind a hyphen between letters, behind a dash.
_PARTS = re.compile(
    r"([\t\n\x0b\x0c\r ]+|(?<=[\w!\"'&.,?])-{2,}(?=\w)|[^\t\n\x0b\x0c\r ](?:[^\t\n\x0b\x0c\r -]*[^\d\W]-(?=[^\d\W]-?[^\d\W])"
    r"|[^\t\n\x0b\x0c\r ]*?(?=[\t\n\x0b\x0c\r ]|\Z|(?<=[\w!\"'&.,?])-{2,}\w)))")
_SPACES = re.compile(r"([\t\n\x0b\x0c\r ]+)")


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace = expand_tabs, replace_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens, self.tabsize = drop_whitespace, break_on_hyphens, tabsize
        self.max_lines, self.placeholder = max_lines, placeholder

    def _words(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if one in _WHITE else one for one in text])
        parts = [one for one in (_PARTS if self.break_on_hyphens else _SPACES).split(text) if one]
        if self.fix_sentence_endings:
            for place in range(len(parts) - 1):
                if parts[place + 1] == " " and re.search(r"[a-z][.!?][\"']?\Z", parts[place]):
                    parts[place + 1] = "  "
        return parts

    def wrap(self, text):
        parts = self._words(text)[::-1]
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        while parts:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, size = [], 0
            if self.drop_whitespace and parts[-1].strip() == "" and lines:
                parts.pop()
            while parts and size + len(parts[-1]) <= width:
                size += len(parts[-1])
                line.append(parts.pop())
            if parts and len(parts[-1]) > width:
                self._long(parts, line, size, width)
                size = sum([len(one) for one in line])
            if self.drop_whitespace and line and line[-1].strip() == "":
                size -= len(line.pop())
            if not line:
                continue
            last = not parts or (self.drop_whitespace and len(parts) == 1 and not parts[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (last and size <= width):
                lines.append(indent + "".join(line))
                continue
            self._shortened(lines, line, size, width, indent)
            break
        return lines

    def _shortened(self, lines, line, size, width, indent):
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            size -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _long(self, parts, line, size, width):
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            end, part = room, parts[-1]
            if self.break_on_hyphens and len(part) > room:
                hyphen = part.rfind("-", 0, room)
                if hyphen > 0 and any(one != "-" for one in part[:hyphen]):
                    end = hyphen + 1
            line.append(part[:end])
            parts[-1] = part[end:]
        elif not line:
            line.append(parts.pop())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    margin = None
    for one in lines:
        if not one.strip(" \t"):
            continue
        own = one[:len(one) - len(one.lstrip(" \t"))]
        if margin is None:
            margin = own
        while not own.startswith(margin):
            margin = margin[:-1]
    size = len(margin or "")
    return "\n".join([one[size:] if one.strip(" \t") else "" for one in lines])


def indent(text, prefix, predicate=None):
    return "".join([prefix + one if (predicate(one) if predicate else one.strip()) else one for one in text.splitlines(True)])
