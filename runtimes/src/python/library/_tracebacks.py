"""The lines of a traceback."""
from _native import isinstance

from _exceptions import version
from _facts import ATTRIBUTES, CAUSE, CONTEXT, TOLD, fact
from _frames import frames_of, sources
from _host_calls import ask, gap
from _messages import check, text_of
from _show import full_name, str_of
from _standard_names import NAMES as standard_names


def source_line(name, line):
    """A line of a file that was compiled, without the blanks around it; empty if it is not known."""
    if name in ("<string>", "<stdin>") and version[0] < 13:
        return ""
    text = sources.get(name)
    if text is None:
        return ""
    lines = text.split("\n")
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def format_frames(frames, error=None):
    """The lines that tell where. Frames of one line that follow one another three times and more are counted."""
    out = []
    last, times = None, 0
    for place, frame in enumerate(frames):
        times = times + 1 if frame == last else 1
        last = frame
        if times > 3:
            again = frames[place + 1] if place + 1 < len(frames) else None
            if again != frame:
                more = times - 3
                out.append("  [Previous line repeated " + str(more) + " more time" + ("s" if more > 1 else "") + "]\n")
            continue
        name, line, function = frame
        out.append('  File "' + name + '", line ' + str(line) + ", in " + function + "\n")
        following = frames[place + 1][2] if place + 1 < len(frames) else None
        for text in excerpt(name, line, function, error, following):
            out.append("    " + text + "\n")
    return out


def excerpt(name, line, function, error, following):
    """The source of a frame, with marks under it since Python 3.11."""
    text = source_line(name, line)
    if not text or error is None or version[0] < 11:
        return [text] if text else []
    kind = type(error)
    return ask(
        "excerpt", text=sources[name], line=line, version=version[0], place=function, kind=kind.__name__,
        message=text_of(error), following=following,
    )


def format_only(error):
    """The last lines: the class and the text; for a syntax error the place too."""
    kind = type(error)
    name = full_name(kind) if kind.__dict__.get("__module__", None) not in (None, "builtins") else kind.__name__
    name = name[9:] if name.startswith("__main__.") else name
    if name == "NameError" and "local variable referenced before assignment" in str_of(error):
        gap("the message of this UnboundLocalError", "name the variable")
    extra = fact(error, ATTRIBUTES) or {}
    out = []
    if isinstance(error, SyntaxError) and "lineno" in extra:
        out.append('  File "' + extra["filename"] + '", line ' + str(extra["lineno"]) + "\n")
        text = extra["text"].rstrip("\n")
        shown = text.lstrip(" \t\f")
        if shown:
            out.append("    " + shown + "\n")
            start = extra["offset"] - 1 - (len(text) - len(shown))
            end = extra["end_offset"] - 1 - (len(text) - len(shown))
            if extra["end_lineno"] != extra["lineno"]:
                end = len(shown)
            if start >= 0 and error.args[0] != "unexpected indent" and name != "TabError":
                out.append("    " + " " * start + "^" * max(1, end - start) + "\n")
        out.append(name + ": " + error.args[0] + "\n")
        return out
    text = str_of(error)
    text += suggestion(error, text)
    out.append(name + (": " + text if text else "") + "\n")
    for note in extra.get("__notes__", ()):
        out.append(note + "\n")
    return out


# The name that was meant where an object has none such: set by `boot`.
member_of = [None]


def suggestion(error, text):
    """`Did you mean` and `Did you forget`."""
    if isinstance(error, AttributeError) and " has no attribute '" in text and version[0] >= 10 and member_of[0]:
        return member_of[0](text)
    if not isinstance(error, NameError) or not text.startswith("name '") or not text.endswith("' is not defined"):
        return ""
    name = text[6:-16]
    frames = frames_of(error)
    file, line, _ = frames[-1] if frames else ("", 0, "")
    near = ask("suggest", text=sources[file], line=line, name=name, version=version[0]) if file in sources else None
    told = ". Did you mean: '" + near + "'?" if near else ""
    if name in standard_names and version[0] >= 12:
        told = told[:-1] + " Or did you forget to import '" + name + "'?" if near else ". Did you forget to import '" + name + "'?"
    return told


# The class of exceptions that hold others, and how those are told: set by who has them.
of_groups = [None, None]


def format_error(error, chain=True, seen=None):
    """All lines of a traceback, with the exceptions that came before."""
    check(error)
    if of_groups[0] is not None and isinstance(error, of_groups[0]):
        return of_groups[1](error, format_error)
    seen = seen or []
    out = []
    if chain and not any(one is error for one in seen):
        seen = seen + [error]
        cause, context = fact(error, CAUSE), fact(error, CONTEXT)
        if cause is not None:
            out += format_error(cause, True, seen)
            out.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif context is not None and not fact(error, TOLD) and not any(one is context for one in seen):
            out += format_error(context, True, seen)
            out.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    frames = frames_of(error)
    if frames:
        out.append("Traceback (most recent call last):\n")
        out += format_frames(frames, error)
    return out + format_only(error)
