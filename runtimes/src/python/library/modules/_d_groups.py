"""Exceptions that hold several, and `except*` (PEP 654)."""
import _d_errors
from _d_host import gap

__name__ = "builtins"


class ExceptionGroup(Exception):
    def __init__(self, *args):
        if len(args) != 2:
            raise _d_errors.own(TypeError(f"BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)"))
        message, exceptions = args
        if not isinstance(message, str):
            raise _d_errors.own(TypeError(f"argument 1 must be str, not {type(message).__name__}"))
        if not isinstance(exceptions, (list, tuple)):
            raise _d_errors.own(TypeError("second argument (exceptions) must be a sequence"))
        if not exceptions:
            raise _d_errors.own(ValueError("second argument (exceptions) must be a non-empty sequence"))
        for place, one in enumerate(exceptions):
            if not isinstance(one, BaseException):
                raise _d_errors.own(ValueError(f"Item {place} of second argument (exceptions) is not an exception"))
            if not isinstance(one, Exception):
                raise _d_errors.own(TypeError("Cannot nest BaseExceptions in an ExceptionGroup"))
        super().__init__(message, exceptions)
        self.message, self.exceptions = message, tuple(exceptions)

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def derive(self, excs):
        return ExceptionGroup(self.message, excs)

    def split(self, condition):
        """What fits, and the rest, each in groups as they were; None where there is nothing."""
        if _fits(self, condition):
            return self, None
        inside, outside = [], []
        for one in self.exceptions:
            if isinstance(one, ExceptionGroup):
                fits, rest = one.split(condition)
                inside += [fits] if fits is not None else []
                outside += [rest] if rest is not None else []
            else:
                (inside if _fits(one, condition) else outside).append(one)
        return _part(self, inside), _part(self, outside)

    def subgroup(self, condition):
        return self.split(condition)[0]


def _fits(error, condition):
    if isinstance(condition, (type, tuple)):
        return isinstance(error, condition)
    return condition(error)


def _part(group, exceptions):
    if not exceptions:
        return None
    made = group.derive(exceptions)
    for slot in (_d_errors.CAUSE, _d_errors.CONTEXT, _d_errors.TOLD, _d_errors.ATTRIBUTES):
        found = _d_errors.fact(group, slot)
        if found:
            _d_errors.fact(made, slot, found)
    _d_errors.fact(made, _d_errors.FRAMES, ("again", _d_errors.frames_of(group)))
    return made


class Handling:
    """An exception on its way through the handlers of one `try` with `except*`."""

    def __init__(self, error):
        self.error, self.rest, self.raised = error, error, []

    def take(self, kinds):
        """The group of what a handler is for, or None."""
        for one in kinds if isinstance(kinds, tuple) else (kinds,):
            if one is ExceptionGroup:
                raise _d_errors.own(TypeError("catching ExceptionGroup with except* is not allowed. Use except instead."))
        if self.rest is None:
            return None
        if isinstance(self.rest, ExceptionGroup):
            fits, self.rest = self.rest.split(kinds)
            return fits
        if not isinstance(self.rest, kinds):
            return None
        found, self.rest = self.rest, None
        if not isinstance(found, Exception):
            gap("except* for an exception that is no Exception")
        return ExceptionGroup("", (found,))

    def end(self):
        """Nothing where all was dealt with; else what is raised from here."""
        if self.raised:
            gap("an exception that a handler of except* raises", "raise it in a group, with what is left")
        return self.rest


def _indented(text, depth, margin):
    head = "  " * depth + (margin + " " if depth else "")
    return "".join([head + line for line in text.split("\n")[:-1] for line in [line + "\n"]])


def formatted(error, format_error, depth=0, state=None):
    """The lines of a traceback of a group."""
    state = {"close": False} if state is None else state
    top = depth == 0
    depth = 1 if top else depth
    out = []
    cause, context = _d_errors.fact(error, _d_errors.CAUSE), _d_errors.fact(error, _d_errors.CONTEXT)
    before = cause or (None if _d_errors.fact(error, _d_errors.TOLD) else context)
    if before is not None:
        if not top:
            gap("the traceback of a group inside a group that has a cause")
        out += formatted(before, format_error) if isinstance(before, ExceptionGroup) else format_error(before)
        out.append(
            "\nThe above exception was the direct cause of the following exception:\n\n" if cause is not None else
            "\nDuring handling of the above exception, another exception occurred:\n\n"
        )
    frames = _d_errors.frames_of(error)
    if frames:
        out.append(_indented("Exception Group Traceback (most recent call last):\n", depth, "+" if top else "|"))
        out.append(_indented("".join(_d_errors.format_frames(frames, error)), depth, "|"))
    out.append(_indented("".join(_d_errors.format_only(error)), depth, "|"))
    count = len(error.exceptions)
    shown = min(count, 16)
    state["close"] = False
    for place in range(shown):
        last = place == shown - 1
        if last:
            state["close"] = True
        title = "..." if place == 15 and count > 15 else str(place + 1)
        out.append("  " * depth + ("+-" if place == 0 else "  ") + f"+---------------- {title} ----------------\n")
        one = error.exceptions[place]
        if title == "...":
            more = count - 15
            out.append(_indented(f"and {more} more exception{'s' if more > 1 else ''}\n", depth + 1, "|"))
        elif isinstance(one, ExceptionGroup):
            out += formatted(one, format_error, depth + 1, state)
        else:
            out.append(_indented("".join(format_error(one)), depth + 1, "|"))
        if last and state["close"]:
            out.append("  " * (depth + 1) + "+------------------------------------\n")
            state["close"] = False
    return out


_d_errors.of_groups[:] = [ExceptionGroup, formatted]
