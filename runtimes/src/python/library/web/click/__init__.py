"""A small click: commands, groups, arguments, options, their errors and help."""
import os
import sys

from _d_host import gap

__lacks__ = """
prompt confirm progressbar edit launch getchar pause clear File IntRange FloatRange DateTime Tuple UUID STRING BOOL UNPROCESSED
make_pass_decorator password_option confirmation_option ParamType Parameter Option Argument BaseCommand MultiCommand CommandCollection
echo_via_pager format_filename get_app_dir get_binary_stream get_text_stream open_file testing core types exceptions utils decorators
wrap_text HelpFormatter NoSuchOption BadOptionUsage BadArgumentUsage FileError get_os_args unstyle OptionParser
"""
_COLOURS = {"black": 30, "red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36, "white": 37}
_WIDTH = 78


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("click")
    if name in __lacks__.split():
        gap("click." + name, "have it")
    raise AttributeError(f"module 'click' has no attribute {name!r}")


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def format_message(self):
        return self.message

    def show(self, file=None):
        echo(f"Error: {self.format_message()}", err=True)

    def __str__(self):
        return self.message


class UsageError(ClickException):
    exit_code = 2

    def __init__(self, message, ctx=None):
        super().__init__(message)
        self.ctx = ctx

    def show(self, file=None):
        if self.ctx is not None:
            echo(self.ctx.get_usage() + f"\nTry '{self.ctx.command_path} --help' for help.\n", err=True)
        echo(f"Error: {self.format_message()}", err=True)


class BadParameter(UsageError):
    def __init__(self, message, ctx=None, param=None, param_hint=None):
        super().__init__(message, ctx)
        self.param, self.param_hint = param, param_hint

    def format_message(self):
        hint = self.param_hint or (self.param.hint() if self.param is not None else None)
        return f"Invalid value for {hint}: {self.message}" if hint else f"Invalid value: {self.message}"


class MissingParameter(BadParameter):
    def format_message(self):
        kind = "option" if self.param.flags else "argument"
        return f"Missing {kind} {self.param.hint()}." + (f" {self.message}" if self.message else "")


class Abort(RuntimeError):
    pass


class Exit(RuntimeError):
    def __init__(self, code=0):
        super().__init__(code)
        self.exit_code = code


def echo(message=None, file=None, nl=True, err=False, color=None):
    file = file or (sys.stderr if err else sys.stdout)
    if isinstance(message, (bytes, bytearray)):
        message = message.decode()
    text = ("" if message is None else str(message)) + ("\n" if nl else "")
    file.write(text if color or file.isatty() else _plain(text))
    file.flush()


def _plain(text):
    import re
    return re.sub("\033\\[[;?0-9]*[a-zA-Z]", "", text) if "\033" in text else text


def style(text, fg=None, bg=None, bold=None, dim=None, underline=None, reset=True, **more):
    if bg or more:
        gap("this style of click.style()")
    out = f"\033[{_COLOURS[fg]}m" if fg else ""
    for chosen, code in ((bold, 1), (dim, 2), (underline, 4)):
        out += f"\033[{code}m" if chosen else ""
    return out + str(text) + ("\033[0m" if reset else "")


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    echo(style(message, **styles) if styles and message is not None else message, file, nl, err, color)


class Choice:
    def __init__(self, choices, case_sensitive=True):
        self.choices, self.case_sensitive = list(choices), case_sensitive
        self.name = "choice"

    def __call__(self, value):
        for one in self.choices:
            if one == value or not self.case_sensitive and one.lower() == value.lower():
                return one
        told = ", ".join([repr(one) for one in self.choices])
        raise ValueError(f"{value!r} is not one of {told}.")


class Path:
    name = "path"

    def __init__(self, exists=False, file_okay=True, dir_okay=True, path_type=None, **names):
        self.exists, self.file_okay, self.dir_okay, self.path_type = exists, file_okay, dir_okay, path_type
        if any(names.values()):
            gap("these options of click.Path()")

    def __call__(self, value):
        kind = "Path" if self.file_okay and self.dir_okay else "File" if self.file_okay else "Directory"
        if not os.path.exists(value):
            if self.exists:
                raise ValueError(f"{kind} {value!r} does not exist.")
        elif not self.file_okay and os.path.isfile(value):
            raise ValueError(f"{kind} {value!r} is a file.")
        elif not self.dir_okay and os.path.isdir(value):
            raise ValueError(f"{kind} {value!r} is a directory.")
        return self.path_type(value) if self.path_type else value


INT, FLOAT = int, float


def _converted(kind, value):
    if kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a valid {'integer' if kind is int else 'float'}.")
    return kind(value)


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


_HELP = {"help": "Show this message and exit.", "is_flag": True}


class Context:
    def __init__(self, command, info_name=None, parent=None, obj=None):
        self.command, self.info_name, self.parent = command, info_name, parent
        self.obj = parent.obj if obj is None and parent is not None else obj
        self.invoked_subcommand = None
        self.params, self.args = {}, []

    @property
    def command_path(self):
        return (self.parent.command_path + " " if self.parent else "") + (self.info_name or "")

    def get_usage(self):
        return self.command.get_usage(self)

    def get_help(self):
        return self.command.get_help(self)

    def ensure_object(self, kind):
        if self.obj is None:
            self.obj = kind()
        return self.obj

    def invoke(self, callback, *args, **names):
        return getattr(callback, "callback", callback)(*args, **names)

    def exit(self, code=0):
        raise Exit(code)

    def fail(self, message):
        raise UsageError(message, self)


_contexts = []


def get_current_context(silent=False):
    if _contexts:
        return _contexts[-1]
    if silent:
        return None
    raise RuntimeError("There is no active click context.")


def _rows(rows):
    width = max([len(one) for one, _ in rows])
    out = []
    for name, text in rows:
        if width > 30 or len(text) + width + 4 > _WIDTH:
            import textwrap
            if width > 30:
                gap("click's help of a long option")
            lines = textwrap.wrap(text, _WIDTH - width - 4)
            out.append(f"  {name.ljust(width)}  " + ("\n" + " " * (width + 4)).join(lines))
        else:
            out.append(f"  {name.ljust(width)}  {text}".rstrip())
    return "\n".join(out)


class Command:
    def __init__(self, name=None, callback=None, params=None, help=None, short_help=None, **names):
        self.name, self.callback, self.params, self.help = name, callback, list(params or []), help
        self.short_help = short_help

    def get_usage(self, ctx):
        return f"Usage: {ctx.command_path} " + " ".join(self._pieces())

    def _pieces(self):
        return ["[OPTIONS]"] + [one.usage() for one in self.params if not one.flags]

    def get_help(self, ctx):
        parts = [self.get_usage(ctx)]
        if self.help:
            import textwrap
            paragraphs = [" ".join(one.split()) for one in self.help.strip().split("\n\n")]
            parts.append("\n\n".join([textwrap.fill(one, _WIDTH, initial_indent="  ", subsequent_indent="  ") for one in paragraphs]))
        rows = [one.row() for one in self.params if one.flags and not one.hidden] + [("--help", _HELP["help"])]
        parts.append("Options:\n" + _rows(rows))
        return "\n\n".join(parts + self._more())

    def _more(self):
        return []

    def get_short_help_str(self):
        text = " ".join((self.short_help or self.help or "").strip().split("\n\n")[0].split())
        return text if len(text) <= 45 or self.short_help else gap("click's short help of a long text")

    def _read(self, ctx, args):
        """Values by name; what stands behind a group's own options is left in `ctx.args`."""
        options = {flag: (one, True) for one in self.params for flag in one.flags}
        for one in self.params:
            if one.off:
                options[one.off] = (one, False)
        found, rest, args = {}, [], list(args)
        while args:
            one = args.pop(0)
            if one == "--":
                rest += args
                break
            if not one.startswith("-") or one == "-":
                rest.append(one)
                if isinstance(self, Group):
                    rest += args
                    break
                continue
            name, mark, value = one.partition("=") if one.startswith("--") else (one, "", "")
            if name == "--help":
                echo(self.get_help(ctx))
                raise Exit(0)
            if not one.startswith("--") and len(one) > 2 and one[:2] in options:
                name, parameter = one[:2], options[one[:2]][0]
                if parameter.is_flag:
                    args.insert(0, "-" + one[2:])
                else:
                    mark, value = "=", one[2:].removeprefix("=")
            if name not in options:
                from difflib import get_close_matches
                close = sorted(get_close_matches(name, list(options) + ["--help"]))
                told = "" if not close else f" Did you mean {close[0]}?" if len(close) == 1 else f" (Possible options: {', '.join(close)})"
                raise UsageError(f"No such option: {name}" + told, ctx)
            parameter, on = options[name]
            if parameter.is_flag:
                if mark and name.startswith("--"):
                    raise UsageError(f"Option {name!r} does not take a value.", ctx)
                found.setdefault(parameter.name, []).append(on)
                continue
            if not mark:
                if not args:
                    raise UsageError(f"Option {name!r} requires an argument.", ctx)
                value = args.pop(0)
            found.setdefault(parameter.name, []).append(value)
        for one in self.params:
            if not one.flags:
                taken = len(rest) if one.nargs == -1 else 1
                found[one.name], rest = rest[:taken], rest[taken:]
        values = {}
        for one in sorted(self.params, key=lambda one: one.name not in found):
            values[one.name] = one.value(found.get(one.name), ctx)
            if one.callback:
                values[one.name] = one.callback(ctx, one, values[one.name])
        ctx.params, ctx.args = values, rest

    def invoke_in(self, ctx, args):
        self._read(ctx, args)
        if ctx.args:
            s = "s" if len(ctx.args) > 1 else ""
            raise UsageError(f"Got unexpected extra argument{s} ({' '.join(ctx.args)})", ctx)
        return self._call(ctx)

    def _call(self, ctx):
        if self.callback is None:
            return None
        _contexts.append(ctx)
        try:
            return self.callback(**ctx.params)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        finally:
            _contexts.pop()

    def main(self, args=None, prog_name=None, standalone_mode=True, **names):
        args = sys.argv[1:] if args is None else list(args)
        ctx = Context(self, prog_name or os.path.basename(sys.argv[0]), None, names.get("obj"))
        try:
            value = self.invoke_in(ctx, args)
            if not standalone_mode:
                return value
        except Exit as error:
            sys.exit(error.exit_code)
        except ClickException as error:
            if not standalone_mode:
                raise
            error.show()
            sys.exit(error.exit_code)
        except (Abort, KeyboardInterrupt, EOFError):
            echo("Aborted!", err=True)
            sys.exit(1)
        sys.exit(0)

    def __call__(self, *args, **names):
        return self.main(*args, **names)


class Group(Command):
    def __init__(self, name=None, commands=None, invoke_without_command=False, **names):
        super().__init__(name, **names)
        self.commands = dict(commands or {})
        self.invoke_without_command = invoke_without_command

    def add_command(self, command, name=None):
        self.commands[name or command.name] = command

    def command(self, *args, **names):
        def note(f):
            made = command(*args, **names)(f)
            self.add_command(made)
            return made
        if args and callable(args[0]):
            function, args = args[0], ()
            return note(function)
        return note

    def group(self, *args, **names):
        names["cls"] = names.get("cls") or Group
        return self.command(*args, **names)

    def _pieces(self):
        return super()._pieces() + ["COMMAND [ARGS]..."]

    def list_commands(self, ctx):
        return sorted(self.commands)

    def get_command(self, ctx, name):
        return self.commands.get(name)

    def _more(self):
        rows = [(name, self.get_command(None, name).get_short_help_str()) for name in self.list_commands(None)]
        return ["Commands:\n" + _rows(rows)] if rows else []

    def invoke_in(self, ctx, args):
        self._read(ctx, args)
        if not ctx.args:
            if self.invoke_without_command:
                return self._call(ctx)
            echo(self.get_help(ctx), err=True)
            raise Exit(2)
        name = ctx.args[0]
        found = self.get_command(ctx, name)
        if found is None:
            raise UsageError(f"No such command {name!r}.", ctx)
        ctx.invoked_subcommand = name
        self._call(ctx)
        return found.invoke_in(Context(found, name, ctx), ctx.args[1:])


def _named(f):
    name = f.__name__.lower().replace("_", "-")
    for end in ("-command", "-cmd", "-group", "-grp"):
        if name.endswith(end):
            return name[:-len(end)]
    return name


def command(name=None, cls=None, **names):
    def make(f):
        params = declared(f)[::-1]
        names.setdefault("help", f.__doc__)
        return (cls or Command)(name=name if isinstance(name, str) else _named(f), callback=f, params=params, **names)
    if callable(name):
        function, name = name, None
        return make(function)
    return make


def group(name=None, cls=None, **names):
    return command(name, cls or Group, **names)


def _noted(made):
    def note(f):
        if isinstance(f, Command):
            f.params.insert(0, made)
            return f
        declared(f).append(made)
        return f
    return note


# By id of a function: the function, and the parameters that were declared for it.
_declared = {}


def declared(f, others=None):
    if others is not None:
        _declared[id(f)] = (f, others)
    return _declared.setdefault(id(f), (f, []))[1]


def argument(*declared, **names):
    return _noted(_Parameter(declared, **names))


def option(*declared, **names):
    return _noted(_Parameter(declared, **names))


def version_option(version=None, prog_name=None, message="%(prog)s, version %(version)s", **names):
    def show(ctx, parameter, value):
        if value:
            if version is None:
                gap("click.version_option() without a version")
            echo(message % {"prog": prog_name or ctx.command_path, "version": version})
            raise Exit(0)
    return option("--version", is_flag=True, help="Show the version and exit.", callback=show)


def pass_context(f):
    return _carried(f, lambda *args, **names: f(get_current_context(), *args, **names))


def pass_obj(f):
    return _carried(f, lambda *args, **names: f(get_current_context().obj, *args, **names))


def _carried(f, made):
    import functools
    made = functools.wraps(f)(made)
    declared(made, declared(f))
    return made
