"""How argparse lays out usage and help (`argparse.HelpFormatter`)."""
import os
import textwrap

SUPPRESS = "==SUPPRESS=="


class HelpFormatter:
    raw_text = raw_help = shows_defaults = False


class RawDescriptionHelpFormatter(HelpFormatter):
    raw_text = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    raw_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    shows_defaults = True


def columns():
    """How wide a line may be."""
    return int(os.environ.get("COLUMNS") or 80) - 2


def filled(text, width, indent=""):
    words = " ".join(text.split())
    return textwrap.fill(words, width, initial_indent=indent, subsequent_indent=indent) + "\n"


def _flag_text(option):
    if option.action == "boolean":
        return " | ".join(option.flags)
    if not option.takes_value:
        return option.flags[0]
    return option.flags[0] + " " + option.value_text()


def _usage_parts(parser, options):
    """The text of each option, those of which one alone may be given together."""
    parts, done = [], []
    for one in options:
        if one in done or one.help == SUPPRESS:
            continue
        group = next((group for group in parser._groups if group.alone and one in group.options), None)
        if group is not None and len(group.options) > 1:
            shown = [other for other in group.options if other.help != SUPPRESS]
            done += shown
            texts = [other.value_text() if other.positional else _flag_text(other) for other in shown]
            parts.append(("(" if group.required else "[") + " | ".join(texts) + (")" if group.required else "]"))
        else:
            parts.append(_flag_text(one) if one.required else "[" + _flag_text(one) + "]")
    return parts


def _lines(parts, indent, width, prefix=None):
    lines, line, length = [], [], len(prefix if prefix is not None else indent) - 1
    for part in parts:
        if length + 1 + len(part) > width and line:
            lines.append(indent + " ".join(line))
            line, length = [], len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix is not None and lines:
        lines[0] = lines[0][len(indent):]
    return lines


def usage_text(parser, options=None, places=None):
    """The usage, over as many lines as it takes."""
    if parser._usage is not None:
        return "usage: " + parser._usage.replace("%(prog)s", parser.prog) + "\n"
    if options is None:
        options = [one for one in parser._options if not one.positional]
    if places is None:
        places = [one for one in parser._options if one.positional]
    flags = _usage_parts(parser, options)
    plain = [one.value_text() for one in places if one.help != SUPPRESS]
    prog, width = parser.prog, columns()
    text = " ".join([prog] + flags + plain)
    if len("usage: " + text) > width:
        if len("usage: ") + len(prog) <= 0.75 * width:
            indent = " " * (len("usage: ") + len(prog) + 1)
            if flags:
                lines = _lines([prog] + flags, indent, width, "usage: ")
                lines += _lines(plain, indent, width)
            else:
                lines = _lines([prog] + plain, indent, width, "usage: ")
        else:
            indent = " " * len("usage: ")
            lines = _lines(flags + plain, indent, width)
            if len(lines) > 1:
                lines = _lines(flags, indent, width) + _lines(plain, indent, width)
            lines = [prog] + lines
        text = "\n".join(lines)
    return "usage: " + text + "\n"


def _invocation(option, version):
    if option.positional:
        return option.shown
    if not option.takes_value:
        return ", ".join(option.flags)
    if version >= 13:
        return ", ".join(option.flags) + " " + option.value_text()
    return ", ".join([one + " " + option.value_text() for one in option.flags])


def _help_of(parser, option):
    text = option.help
    defaults = parser.formatter_class.shows_defaults and option.default != SUPPRESS and (not option.positional or option.nargs in ("?", "*"))
    if defaults and "%(default)" not in text and option.action not in ("help", "version", "parsers"):
        text += " (default: %(default)s)"
    elif option.action == "boolean" and not defaults and False:
        text += ""
    if "%" not in text:
        return text
    choices = option.choices
    return text % {
        "prog": parser.prog, "default": option.default, "type": getattr(option.type, "__name__", None), "dest": option.dest,
        "metavar": option.metavar, "const": getattr(option, "const", None), "nargs": option.nargs, "required": option.required,
        "help": option.help, "choices": ", ".join([str(one) for one in choices]) if choices is not None else None,
        "option_strings": list(option.flags),
    }


def help_text(parser):
    """The whole help."""
    import sys
    version = sys.version_info[1]
    width = columns()
    inside = [one for group in parser._groups if not group.alone for one in group.options]
    titled = next((one for one in parser._options if one.action == "parsers" and (one.title or one.description)), None)
    sections = [
        ("positional arguments", None, [one for one in parser._options if one.positional and one not in inside and one is not titled]),
        ("options" if version >= 10 else "optional arguments", None, [one for one in parser._options if not one.positional and one not in inside]),
    ]
    sections += [(group.title, group.description, group.options) for group in parser._groups if not group.alone]
    if titled is not None:
        sections.append((titled.title or "subcommands", titled.description, [titled]))
    longest = 0
    rows = []
    for title, description, options in sections:
        lines = []
        for one in options:
            if one.help == SUPPRESS:
                continue
            lines.append((2, _invocation(one, version), None if one.help is None else _help_of(parser, one)))
            if one.action == "parsers":
                lines += [(4, name, told) for name, told in one.listed]
        rows.append((title, description, lines))
        longest = max([longest] + [len(text) + indent for indent, text, _ in lines])
    place = min(longest + 2, 24, max(width - 20, 4))
    out = [usage_text(parser)]
    if parser.description:
        out.append(_paragraph(parser, parser.description, width))
    for title, description, lines in rows:
        if not lines and not description:
            continue
        body = "" if title is None else title + ":\n"
        if description:
            body += _paragraph(parser, description, width, "  ") + ("\n" if lines else "")
        for indent, text, told in lines:
            body += _row(parser, indent, text, told, place, width)
        out.append(body)
    if parser.epilog:
        out.append(_paragraph(parser, parser.epilog, width))
    return "\n".join(out)


def _paragraph(parser, text, width, indent=""):
    text = text.replace("%(prog)s", parser.prog)
    if parser.formatter_class.raw_text:
        return "".join([indent + line + "\n" if line.strip() else line.rstrip(" ") + "\n" for line in text.strip("\n").split("\n")])
    return filled(text, width, indent)


def _row(parser, indent, text, told, place, width):
    head = " " * indent + text
    if not told:
        return head + "\n"
    lines = told.split("\n") if parser.formatter_class.raw_help else textwrap.wrap(" ".join(told.split()), max(width - place, 11))
    if len(head) <= place - 2:
        first, lines = head + " " * (place - len(head)) + lines[0] + "\n", lines[1:]
    else:
        first = head + "\n"
    return first + "".join([" " * place + line + "\n" for line in lines])
