"""Arguments of the command line: the common part; help is laid out only where it is simple."""
import os
import sys

from _d_host import gap

__lacks__ = "ArgumentDefaultsHelpFormatter RawDescriptionHelpFormatter RawTextHelpFormatter MetavarTypeHelpFormatter HelpFormatter FileType BooleanOptionalAction Action ArgumentTypeError ArgumentError SUPPRESS PARSER REMAINDER"
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?", "*", "+"


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
        if action not in ("store", "store_true", "store_false", "store_const", "append", "count", "version"):
            gap(f"argparse's action {action!r}")
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

    def value_text(self):
        if self.nargs == "?":
            return f"[{self.shown}]"
        if self.nargs == "*":
            return f"[{self.shown} ...]"
        if self.nargs == "+":
            return f"{self.shown} [{self.shown} ...]"
        if isinstance(self.nargs, int):
            return " ".join([self.shown] * self.nargs)
        return self.shown

    def usage(self):
        if self.positional:
            return self.value_text()
        text = self.flags[0] if self.action not in ("store", "append") else self.flags[0] + " " + self.value_text()
        return text if self.required else f"[{text}]"


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, add_help=True, **others):
        if others:
            gap("argparse.ArgumentParser with " + ", ".join(others))
        self.prog = prog or os.path.basename(sys.argv[0])
        self.description = description
        self.epilog = epilog
        self._usage = usage
        self._options = []
        self._defaults = {}
        if add_help:
            self._options.append(_Option(("-h", "--help"), action="store_true", help="show this help message and exit"))

    def add_argument(self, *flags, **names):
        made = _Option(flags, **names)
        self._options.append(made)
        return made

    def add_argument_group(self, *args, **names):
        gap("argparse's groups")

    add_mutually_exclusive_group = add_subparsers = add_argument_group

    def set_defaults(self, **names):
        self._defaults.update(names)

    def format_usage(self):
        if self._usage:
            return f"usage: {self._usage}\n"
        parts = [one.usage() for one in self._options if not one.positional]
        parts = ["[-h]" if one == "[-h]" else one for one in parts] + [one.usage() for one in self._options if one.positional]
        text = " ".join(["usage:", self.prog] + parts)
        width = int(os.environ.get("COLUMNS", "80")) - 2
        if len(text) > width:
            gap("a usage of argparse that is longer than a line")
        return text + "\n"

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        gap("the help of argparse", "lay out its table")

    format_help = print_help

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
            if one.flags[:1] != ["-h"]:
                default = self._defaults.pop(one.dest, one.default)
                setattr(out, one.dest, self._convert(one, default) if isinstance(default, str) and one.type else default)
        for key, value in self._defaults.items():
            setattr(out, key, value)
        seen, plain, rest, only_plain = [], [], [], False
        while args:
            one = args.pop(0)
            if only_plain or not one.startswith("-") or one == "-" or one[1:2].isdigit() and not any(flag[1:2].isdigit() for flag in by_flag):
                plain.append(one)
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
            if option is None and flag.startswith("--"):
                close = [name for name in by_flag if name.startswith(flag)]
                if len(close) > 1:
                    self.error(f"ambiguous option: {flag} could match {', '.join(close)}")
                option = by_flag[close[0]] if close else None
            if option is None:
                rest.append(one)
                continue
            seen.append(option)
            self._take(option, out, args, value if mark else None)
        self._place(out, plain, rest)
        lacking = [one.name for one in self._options if one.required and one not in seen and not one.positional]
        lacking += self._unfilled
        if lacking:
            self.error("the following arguments are required: " + ", ".join(lacking))
        return out, rest

    def _take(self, option, out, args, value):
        if option.flags[:1] == ["-h"]:
            self.print_help()
        if option.action in ("store_true", "store_false"):
            setattr(out, option.dest, option.action == "store_true")
        elif option.action == "store_const":
            setattr(out, option.dest, option.const)
        elif option.action == "count":
            setattr(out, option.dest, (getattr(out, option.dest) or 0) + 1)
        elif option.action == "version":
            print((option.version or "").replace("%(prog)s", self.prog))
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

    def _place(self, out, plain, rest):
        places = [one for one in self._options if one.positional]
        self._unfilled = []
        for number, one in enumerate(places):
            after = sum([1 if other.nargs in (None, "+") else other.nargs if isinstance(other.nargs, int) else 0 for other in places[number + 1:]])
            if one.nargs in ("*", "+"):
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
