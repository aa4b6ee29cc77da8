"""Where an exception went: the frames that a traceback tells."""
import io
import sys

from _exceptions import version
from _facts import FRAMES, fact

# Texts of files that were compiled, and for each line of what runs the line of the text.
sources = {}
lines_of = {}
# By id: an exception, and frames that it went through and CPython forgets: of a context manager that lets it pass.
hidden = {}
_inlined = ("<listcomp>", "<setcomp>", "<dictcomp>")


def _native_frames(error):
    told = io.StringIO()
    sys.print_exception(error, told)
    found = []
    for line in told.getvalue().split("\n"):
        if not line.startswith('  File "'):
            continue
        name, rest = line[8:].split('", line ', 1)
        number, place = rest.split(", in ", 1) if ", in " in rest else (rest, "<module>")
        if name.startswith("/_drydock/") or name in ("<stdin>", "boot.py") or name.startswith("_"):
            continue
        found.append((name, int(number), place[8:] if place.startswith("_d_twin_") else place))
    mapped = []
    for name, number, place in found:
        lines = lines_of.get(name)
        if lines is None or number - 1 >= len(lines):
            continue
        frame = (name, lines[number - 1], place)
        if place in _inlined and version[0] >= 12 and mapped:
            # A part of the function around it since Python 3.12.
            mapped[-1] = (name, frame[1], mapped[-1][2])
        else:
            mapped.append(frame)
    return mapped


def frames_of(error):
    """`(file, line, function)` of each call, the outermost first."""
    now = _native_frames(error)
    away = hidden.get(id(error))
    if away is not None and away[0] is error:
        now = [one for one in now if one not in away[1]]
    before = fact(error, FRAMES)
    if before is None:
        return now
    again, kept = before
    if len(now) >= len(kept) and now[len(now) - len(kept):] == kept:
        return now
    return (now[:-1] if again == "again" and now else now) + kept


def hide_frames(error, before):
    """Forgets the frames of an exception that were not there before."""
    after = frames_of(error)
    gone = [one for one in after if one not in before]
    hidden.clear()
    hidden[id(error)] = (error, gone)
    kept = fact(error, FRAMES)
    if kept is not None:
        fact(error, FRAMES, (kept[0], [one for one in kept[1] if one not in gone]))


def keep_frames(error, how):
    """The frames so far, before MicroPython forgets them because the exception is raised again."""
    fact(error, FRAMES, (how, frames_of(error)))
