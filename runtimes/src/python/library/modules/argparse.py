"""Arguments of the command line: the common part."""
import os
import sys

import _d_arguments_help as _help
from _d_host import gap

__lacks__ = "MetavarTypeHelpFormatter FileType Action ArgumentError PARSER REMAINDER"
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?", "*", "+"
SUPPRESS = "==SUPPRESS=="
HelpFormatter, RawDescriptionHelpFormatter = _help.HelpFormatter, _help.RawDescriptionHelpFormatter
RawTextHelpFormatter, ArgumentDefaultsHelpFormatter = _help.RawTextHelpFormatter, _help.ArgumentDefaultsHelpFormatter


class BooleanOptionalAction:
    pass


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **names):
        for key, value in names.items():
            setattr(self, key, value)

    def __repr__(self):
        return "Namespace(" + ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()]) + ")"

    def __contains__(self, key):
        return key in self.__dict__

    def __eq__(self, other):
        return isinstance(other, Namespace) and self.__dict__ == other.__dict__


class _Option:
    """One argument as it was declared."""

    def __init__(self, flags, action="store", nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None, dest=None, version=None):
        if action not in ("store", "store_true", "store_false", "store_const", "append", "count", "version", "help", BooleanOptionalAction):
            gap(f"argparse's action {action!r}")
        if action is BooleanOptionalAction:
            action = "boolean"
            flags = [other for one in flags for other in ((one, "--no-" + one[2:]) if one.startswith("--") else (one,))]
        if action == "version":
            default, help = SUPPRESS, help or "show program's version number and exit"
        self.flags = [one for one in flags if one.startswith("-")]
        self.action, self.nargs, self.const, self.type, self.choices = action, nargs, const, type, choices
        self.required, self.help, self.metavar, self.version = required, help, metavar, version
        self.positional = not self.flags
        if self.positional:
            self.dest = flags[0]
            self.required = nargs not in ("?", "*")
        else:
            long = [one for one in self.flags if one.startswith("--")]
            self.dest = dest or (long or self.flags)[0].lstrip("-").replace("-", "_")
        if default is None and action in ("store_true", "store_false"):
            default = action == "store_false"
        self.default = default

    @property
    def shown(self):
        if self.positional:
            return self.metavar or ("{" + ",".join([str(one) for one in self.choices]) + "}" if self.choices else self.dest)
        return self.metavar or ("{" + ",".join([str(one) for one in self.choices]) + "}" if self.choices else self.dest.upper())

    @property
    def name(self):
        return "/".join(self.flags) or self.metavar or self.dest

    @property
    def takes_value(self):
        return self.action in ("store", "append") and self.nargs != 0

    def value_text(self):
        if isinstance(self.metavar, tuple):
            gap("a metavar of argparse of several words")
        if self.nargs == "?":
            return f"[{self.shown}]"
        if self.nargs == "*":
            return f"[{self.shown} ...]"
        if self.nargs == "+":
            return f"{self.shown} [{self.shown} ...]"
        if isinstance(self.nargs, int):
            return " ".join([self.shown] * self.nargs)
        return self.shown


class _Subparsers:
    """The commands of a parser, as one positional argument."""

    flags, positional, nargs, action, type = (), True, "A...", "parsers", None
    takes_value = True

    def __init__(self, parser, title=None, description=None, prog=None, dest=None, required=False, help=None, metavar=None, parser_class=None):
        self.title, self.description, self.help, self.metavar = title, description, help, metavar
        self.dest, self.required, self.default, self.choices = dest, required, None, {}
        self.listed = []
        if prog is None:
            places = [one for one in parser._options if one.positional]
            prog = _help.usage_text(parser, [], places).strip()[len("usage: "):] if parser._usage is None else parser.prog
        self._prog = prog

    @property
    def shown(self):
        return self.metavar or "{" + ",".join(self.choices) + "}"

    @property
    def name(self):
        return self.metavar or self.dest or "{" + ",".join(self.choices) + "}"

    def value_text(self):
        return f"{self.shown} ..."

    def add_parser(self, name, *, help=None, aliases=(), **names):
        names.setdefault("prog", f"{self._prog} {name}")
        made = ArgumentParser(**names)
        if help is not None and help != SUPPRESS:
            self.listed.append((name + (f" ({', '.join(aliases)})" if aliases else ""), help))
        for one in (name,) + tuple(aliases):
            self.choices[one] = made
        return made


class _Group:
    """Arguments under a heading of their own, or of which one alone may be given."""

    def __init__(self, parser, title=None, description=None, alone=False, required=False):
        self._parser, self.title, self.description, self.alone, self.required = parser, title, description, alone, required
        self.options = []

    def add_argument(self, *flags, **names):
        made = self._parser.add_argument(*flags, **names)
        self.options.append(made)
        return made

    def add_mutually_exclusive_group(self, *, required=False):
        made = self._parser.add_mutually_exclusive_group(required=required)
        made.options = _Both(self.options)
        return made


class _Both(list):
    """What an inner group has, the outer has too."""

    def __init__(self, outer):
        super().__init__()
        self._outer = outer

    def append(self, one):
        super().append(one)
        self._outer.append(one)


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None, add_help=True,
                 allow_abbrev=True, **others):
        if others:
            gap("argparse.ArgumentParser with " + ", ".join(others))
        self.prog = prog or os.path.basename(sys.argv[0])
        self.description, self.epilog, self._usage = description, epilog, usage
        self.formatter_class = formatter_class or HelpFormatter
        self.usage, self._abbreviates = usage, allow_abbrev
        self._options, self._groups, self._defaults = [], [], {}
        if add_help:
            self._options.append(_Option(("-h", "--help"), action="help", default=SUPPRESS, help="show this help message and exit"))
        for one in parents:
            self._options += one._options
            self._groups += one._groups
            self._defaults.update(one._defaults)

    def add_argument(self, *flags, **names):
        made = _Option(flags, **names)
        self._options.append(made)
        return made

    def add_argument_group(self, title=None, description=None):
        self._groups.append(_Group(self, title, description))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, *, required=False):
        self._groups.append(_Group(self, alone=True, required=required))
        return self._groups[-1]

    def add_subparsers(self, **names):
        made = _Subparsers(self, **names)
        self._options.append(made)
        return made

    def set_defaults(self, **names):
        self._defaults.update(names)

    def get_default(self, dest):
        found = [one.default for one in self._options if one.dest == dest]
        return found[0] if found and found[0] is not None else self._defaults.get(dest)

    def format_usage(self):
        return _help.usage_text(self)

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def format_help(self):
        return _help.help_text(self)

    def print_help(self, file=None):
        (file or sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return found

    def _convert(self, option, text):
        value = text
        if option.type is not None:
            try:
                value = option.type(text)
            except ArgumentTypeError as error:
                self.error(f"argument {option.name}: {error}")
            except (TypeError, ValueError):
                self.error(f"argument {option.name}: invalid {option.type.__name__} value: {text!r}")
        if option.choices is not None and value not in option.choices:
            shown = sys.version_info[:2] >= (3, 12) and False
            told = ", ".join([repr(one) for one in option.choices])
            if sys.version_info[:2] >= (3, 14):
                told = ", ".join([str(one) for one in option.choices])
            self.error(f"argument {option.name}: invalid choice: {value!r} (choose from {told})")
        return value

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        out = Namespace() if namespace is None else namespace
        by_flag = {flag: one for one in self._options for flag in one.flags}
        for one in self._options:
            if one.dest is not None and one.default != SUPPRESS and one.dest != SUPPRESS:
                default = self._defaults.pop(one.dest, one.default)
                setattr(out, one.dest, self._convert(one, default) if isinstance(default, str) and one.type else default)
        for key, value in self._defaults.items():
            setattr(out, key, value)
        for one in list(self._defaults):
            setattr(out, one, self._defaults[one]) if not hasattr(out, one) else None
        self._chosen = next((one for one in self._options if one.action == "parsers"), None)
        seen, plain, rest, only_plain = [], [], [], False
        before = len([one for one in self._options if one.positional]) - 1
        while args:
            one = args.pop(0)
            if only_plain or not one.startswith("-") or one == "-" or one[1:2].isdigit() and not any(flag[1:2].isdigit() for flag in by_flag):
                plain.append(one)
                if self._chosen is not None and len(plain) > before:
                    return self._hand_over(out, plain, args, seen, rest)
                continue
            if one == "--":
                only_plain = True
                continue
            flag, mark, value = one.partition("=")
            option = by_flag.get(flag)
            if option is None and not flag.startswith("--") and len(flag) > 2 and flag[:2] in by_flag:
                option, value, mark = by_flag[flag[:2]], one[2:], "="
                if option.action not in ("store", "append"):
                    args.insert(0, "-" + value)
                    mark = ""
            if option is None and flag.startswith("--") and self._abbreviates:
                close = [name for name in by_flag if name.startswith(flag)]
                if len(close) > 1:
                    self.error(f"ambiguous option: {flag} could match {', '.join(close)}")
                option = by_flag[close[0]] if close else None
            if option is None:
                rest.append(one)
                continue
            for group in self._groups:
                for other in seen if group.alone and option in group.options else ():
                    if other in group.options and other is not option:
                        self.error(f"argument {option.name}: not allowed with argument {other.name}")
            seen.append(option)
            self._flag = flag if mark or flag in by_flag else option.flags[0]
            self._take(option, out, args, value if mark else None)
        self._place(out, plain, rest)
        self._check(seen)
        return out, rest

    def _hand_over(self, out, plain, args, seen, rest):
        """The command is known: what follows is its own parser's."""
        chosen = self._chosen
        name = plain.pop()
        self._place(out, plain, rest, [one for one in self._options if one.positional and one is not chosen])
        if name not in chosen.choices:
            shown = str if sys.version_info[1] >= 14 else repr
            self.error(f"argument {chosen.name}: invalid choice: {name!r} (choose from {', '.join([shown(one) for one in chosen.choices])})")
        self._check(seen)
        if chosen.dest is not None:
            setattr(out, chosen.dest, name)
        inner, more = chosen.choices[name].parse_known_args(args)
        for key, value in inner.__dict__.items():
            setattr(out, key, value)
        return out, rest + more

    def _check(self, seen):
        lacking = [one.name for one in self._options if one.required and one not in seen and not one.positional]
        lacking += self._unfilled
        if lacking:
            self.error("the following arguments are required: " + ", ".join(lacking))
        for group in self._groups:
            if group.alone and group.required and not any(one in seen for one in group.options):
                self.error("one of the arguments " + " ".join([one.name for one in group.options]) + " is required")

    def _take(self, option, out, args, value):
        if option.action == "help":
            self.print_help()
            sys.exit(0)
        if option.action == "boolean":
            setattr(out, option.dest, not self._flag.startswith("--no-"))
            return
        if option.action in ("store_true", "store_false"):
            setattr(out, option.dest, option.action == "store_true")
        elif option.action == "store_const":
            setattr(out, option.dest, option.const)
        elif option.action == "count":
            setattr(out, option.dest, (getattr(out, option.dest) or 0) + 1)
        elif option.action == "version":
            print(_help.filled((option.version or "").replace("%(prog)s", self.prog), _help.columns()), end="")
            sys.exit(0)
        else:
            taken = [] if value is None else [value]
            most = {None: 1, "?": 1, "*": 10**6, "+": 10**6}.get(option.nargs, option.nargs)
            while value is None and args and len(taken) < most and not (args[0].startswith("-") and len(args[0]) > 1 and not args[0][1].isdigit()):
                taken.append(args.pop(0))
            if option.nargs is None and not taken:
                self.error(f"argument {option.name}: expected one argument")
            if option.nargs == "+" and not taken:
                self.error(f"argument {option.name}: expected at least one argument")
            if isinstance(option.nargs, int) and len(taken) < option.nargs:
                self.error(f"argument {option.name}: expected {option.nargs} argument{'s' if option.nargs > 1 else ''}")
            values = [self._convert(option, text) for text in taken]
            found = values if option.nargs in ("*", "+") or isinstance(option.nargs, int) else values[0] if values else option.const
            if option.action == "append":
                found = list(getattr(out, option.dest) or []) + [found]
            setattr(out, option.dest, found)

    def _place(self, out, plain, rest, places=None):
        if places is None:
            places = [one for one in self._options if one.positional]
        self._unfilled = []
        for number, one in enumerate(places):
            after = sum([1 if other.nargs in (None, "+") else other.nargs if isinstance(other.nargs, int) else 0 for other in places[number + 1:]])
            if one.action == "parsers":
                if one.required:
                    self._unfilled.append(one.name)
            elif one.nargs in ("*", "+"):
                count = max(0, len(plain) - after)
                taken, plain = plain[:count], plain[count:]
                if not taken and one.nargs == "+":
                    self._unfilled.append(one.name)
                elif taken or one.default is None:
                    setattr(out, one.dest, [self._convert(one, text) for text in taken])
            elif one.nargs == "?":
                if len(plain) > after:
                    setattr(out, one.dest, self._convert(one, plain.pop(0)))
            else:
                count = one.nargs or 1
                if len(plain) < count:
                    self._unfilled.append(one.name)
                    continue
                values = [self._convert(one, text) for text in plain[:count]]
                plain = plain[count:]
                setattr(out, one.dest, values if one.nargs else values[0])
        rest += plain
