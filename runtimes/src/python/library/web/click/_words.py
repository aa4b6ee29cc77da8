"""What click prints, refuses and converts."""
import os
import sys

from _d_host import gap

_COLOURS = {"black": 30, "red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36, "white": 37}


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
