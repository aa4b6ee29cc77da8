"""A small click: commands, groups, arguments, options, their errors and help."""
import os
import sys

from _d_host import gap
from click._parameter import _Parameter
from click._words import (
    Abort, BadParameter, Choice, ClickException, Exit, FLOAT, INT, MissingParameter, Path, UsageError, _converted, echo, secho, style,
)

__lacks__ = """
prompt confirm progressbar edit launch getchar pause clear File IntRange FloatRange DateTime Tuple UUID STRING BOOL UNPROCESSED
make_pass_decorator password_option confirmation_option ParamType Parameter Option Argument BaseCommand MultiCommand CommandCollection
echo_via_pager format_filename get_app_dir get_binary_stream get_text_stream open_file testing core types exceptions utils decorators
wrap_text HelpFormatter NoSuchOption BadOptionUsage BadArgumentUsage FileError get_os_args unstyle OptionParser
"""
_WIDTH = 78


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("click")
    if name in __lacks__.split():
        gap("click." + name, "have it")
    raise AttributeError(f"module 'click' has no attribute {name!r}")


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
