"""Options and arguments of a command."""
import os

from _d_host import gap
from click._words import BadParameter, Choice, MissingParameter, _converted


class _Parameter:
    """An option, or an argument, which has no flags."""

    def __init__(self, declared, type=None, default=None, required=None, help=None, is_flag=None, multiple=False, nargs=1,
                 show_default=False, envvar=None, metavar=None, count=False, callback=None, hidden=False, **more):
        if more or count or nargs not in (1, -1):
            gap("these options of a parameter of click")
        self.flags = [one for one in declared if one.startswith("-")]
        names = [one for one in declared if not one.startswith("-")]
        self.off = None
        for place, one in enumerate(self.flags):
            if "/" in one:
                self.flags[place], _, self.off = one.partition("/")
                self.off = self.off.strip()
                is_flag = True
        longest = max(self.flags, key=len).lstrip("-") if self.flags else ""
        self.name = (names[0] if names else longest).replace("-", "_").lower()
        self.is_flag = bool(is_flag)
        self.type = type or (default.__class__ if isinstance(default, (int, float)) and not isinstance(default, bool) else str)
        self.default, self.multiple, self.nargs, self.help = default, multiple, nargs, help
        self.required = (not self.flags and default is None and nargs == 1) if required is None else required
        self.show_default, self.envvar, self.callback, self.hidden = show_default, envvar, callback, hidden
        self.metavar = metavar or (self.name.upper() if not self.flags else self._kind())

    def _kind(self):
        if isinstance(self.type, Choice):
            return "[" + "|".join(self.type.choices) + "]"
        return {int: "INTEGER", float: "FLOAT", str: "TEXT", bool: "BOOLEAN"}.get(self.type) or getattr(self.type, "name", "TEXT").upper()

    def hint(self):
        return "'" + "' / '".join(self.flags) + "'" if self.flags else f"'{self.usage().strip('[].')}'"

    def usage(self):
        text = self.metavar if self.required else f"[{self.metavar}]"
        return text + "..." if self.nargs == -1 else text

    def row(self):
        flags = ", ".join(sorted(self.flags, key=lambda one: one.startswith("--")))
        if self.off:
            flags += " / " + self.off
        if not self.is_flag:
            flags += " " + self.metavar
        more = []
        if self.show_default and self.default is not None:
            more.append(f"default: {self.default}")
        if self.required:
            more.append("required")
        return flags, (self.help or "") + (("  " if self.help else "") + "[" + "; ".join(more) + "]" if more else "")

    def value(self, found, ctx):
        if not found and self.envvar and os.environ.get(self.envvar):
            found = [os.environ[self.envvar]]
        if not found:
            if self.required:
                raise MissingParameter("", ctx, self)
            if self.multiple or self.nargs == -1:
                return tuple(self.default or ())
            if self.is_flag and self.default is None:
                return None if self.off else False
            if isinstance(self.default, str) and self.type in (int, float):
                found = [self.default]
            else:
                return self.default() if callable(self.default) else self.default
        if self.is_flag:
            return found[-1]
        try:
            values = [_converted(self.type, one) for one in found]
        except ValueError as error:
            raise BadParameter(str(error), ctx, self)
        return tuple(values) if self.multiple or self.nargs == -1 else values[-1]
