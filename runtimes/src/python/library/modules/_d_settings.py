"""What configparser complains of, and how a value stands for others."""
import re

MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__(f"No section: {section!r}")
        self.section = section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        place = "" if source is None else f"While reading from {source!r}" + (
            f" [line {lineno:2d}]" if lineno is not None else "") + ": section "
        super().__init__((place or "Section ") + f"{section!r} already exists")
        self.section, self.source, self.lineno = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        place = "" if source is None else f"While reading from {source!r}" + (
            f" [line {lineno:2d}]" if lineno is not None else "") + ": option "
        super().__init__((place or "Option ") + f"{option!r} in section {section!r} already exists")
        self.section, self.option, self.source, self.lineno = section, option, source, lineno


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__(f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section = option, section


class InterpolationMissingOptionError(InterpolationError):
    pass


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    pass


class ParsingError(Error):
    def __init__(self, source):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source, self.errors = source, []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"
        self.args = (self.message,)

    def __str__(self):
        return self.message


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        super().__init__(filename)
        self.message = f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}"
        self.args = (self.message,)
        self.lineno, self.line = lineno, line


class BasicInterpolation:
    """`%(name)s` stands for another option of the section."""

    _mark = re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults, depth=1):
        if "%" not in value:
            return value
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(
                option, section, "Recursion limit exceeded in value substitution: option "
                f"{option!r} in section {section!r} contains an interpolation key which cannot be substituted in "
                f"{MAX_INTERPOLATION_DEPTH} steps. Raw value: {value!r}")
        out, place = "", 0
        while place < len(value):
            at = value.find("%", place)
            if at < 0:
                return out + value[place:]
            out += value[place:at]
            if value[at + 1:at + 2] == "%":
                out, place = out + "%", at + 2
                continue
            if value[at + 1:at + 2] != "(":
                raise InterpolationSyntaxError(
                    option, section, f"'%' must be followed by '%' or '(', found: {value[at:]!r}")
            found = self._mark.match(value, at)
            if found is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {value[at:]!r}")
            name = parser.optionxform(found.group(1))
            if name not in defaults:
                raise InterpolationMissingOptionError(
                    option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
                    f"interpolation key {name!r} which is not a valid option name. Raw value: {value!r}")
            out += self.before_get(parser, section, option, defaults[name], defaults, depth + 1)
            place = found.end()
        return out

    def before_set(self, value):
        bare = re.sub(r"%\(([^)]+)\)s", "", value.replace("%%", ""))
        if "%" in bare:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {bare.find('%')}")


class ExtendedInterpolation:
    """`${name}` and `${section:name}`."""

    def before_get(self, parser, section, option, value, defaults, depth=1):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, "Recursion limit exceeded in value substitution")

        def one(found):
            if found.group(0) == "$$":
                return "$"
            where, _, name = (found.group(1) or "").rpartition(":")
            name = parser.optionxform(name)
            names = defaults if not where else dict(parser.items(where, raw=True))
            if name not in names:
                raise InterpolationMissingOptionError(
                    option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
                    f"interpolation key {found.group(1)!r} which is not a valid option name. Raw value: {value!r}")
            return self.before_get(parser, where or section, option, names[name], names, depth + 1)

        return re.sub(r"\$\$|\$\{([^}]+)\}", one, value)

    def before_set(self, value):
        pass


class NoInterpolation:
    def before_get(self, parser, section, option, value, defaults, depth=1):
        return value

    def before_set(self, value):
        pass


for _one in (DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError, InterpolationError,
             InterpolationMissingOptionError, InterpolationSyntaxError, MissingSectionHeaderError, NoOptionError,
             NoSectionError, ParsingError):
    _one.__module__ = "configparser"
