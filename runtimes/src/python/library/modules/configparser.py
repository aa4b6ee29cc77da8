"""Settings in sections."""
from _d_settings import (MAX_INTERPOLATION_DEPTH, BasicInterpolation, DuplicateOptionError, DuplicateSectionError, Error,
                          ExtendedInterpolation, InterpolationDepthError, InterpolationError,
                          InterpolationMissingOptionError, InterpolationSyntaxError, MissingSectionHeaderError,
                          NoInterpolation, NoOptionError, NoSectionError, ParsingError)

__lacks__ = "ConverterMapping LegacyInterpolation RawConfigParser SafeConfigParser Interpolation"
DEFAULTSECT = "DEFAULT"
_unset = object()


class ConfigParser:
    """The parser, and what it has read: `parser["section"]["option"]`."""

    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_unset, converters=None):
        self._sections, self._defaults = {}, {}
        self._no_value, self._delimiters, self._comments = allow_no_value, tuple(delimiters), tuple(comment_prefixes or ())
        self._inline, self._strict, self._blank = tuple(inline_comment_prefixes or ()), strict, empty_lines_in_values
        self.default_section = default_section
        self._interpolation = BasicInterpolation() if interpolation is _unset else interpolation or NoInterpolation()
        for key, value in dict(defaults or {}).items():
            self._defaults[self.optionxform(key)] = None if value is None else str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def options(self, section):
        return list(self._own(section))

    def _own(self, section):
        if section == self.default_section:
            return dict(self._defaults)
        if section not in self._sections:
            raise NoSectionError(section)
        return dict(self._sections[section], **{key: value for key, value in self._defaults.items()
                                                if key not in self._sections[section]})

    def read(self, filenames, encoding=None):
        names = [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__") else filenames
        read = []
        for one in names:
            try:
                with open(one, encoding=encoding) as file:
                    self._read(file, one)
            except OSError:
                continue
            read.append(one.__fspath__() if hasattr(one, "__fspath__") else one)
        return read

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key, value in values.items():
                self.set(section, self.optionxform(str(key)), None if value is None else str(value))

    def _read(self, lines, source):
        section = name = indent = None
        seen, error = set(), None
        for number, line in enumerate(lines, 1):
            value = line
            for prefix in self._inline:
                at = value.find(prefix)
                if at == 0 or at > 0 and value[at - 1].isspace():
                    value = value[:at]
            if any(value.strip().startswith(one) for one in self._comments):
                value = ""
                if self._blank and name and section is not None and section.get(name) is not None:
                    continue
            value = value.strip()
            if not value:
                if self._blank:
                    if not any(line.strip().startswith(one) for one in self._comments) and name and section and isinstance(section.get(name), list):
                        section[name].append("")
                else:
                    indent = None
                continue
            here = len(line) - len(line.lstrip())
            if section is not None and name and indent is not None and here > indent:
                if section[name] is None:
                    raise ParsingError(source)
                section[name].append(value)
                continue
            indent = here
            if value.startswith("[") and "]" in value:
                told = value[1:value.rindex("]")]
                if told == self.default_section:
                    section = self._defaults
                elif told in self._sections:
                    if self._strict and told in seen:
                        raise DuplicateSectionError(told, source, number)
                    section = self._sections[told]
                else:
                    section = self._sections[told] = {}
                seen.add(told)
                current, name = told, None
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, line)
            places = [value.find(one) for one in self._delimiters if one in value]
            if not places and not self._no_value or places and min(places) == 0:
                error = error or ParsingError(source)
                error.append(number, repr(line))
                continue
            at = min(places) if places else len(value)
            name = self.optionxform(value[:at].rstrip())
            if self._strict and (current, name) in seen:
                raise DuplicateOptionError(current, name, source, number)
            seen.add((current, name))
            section[name] = [value[at + 1:].strip()] if places else None
        for one in [self._defaults] + list(self._sections.values()):
            for key, found in one.items():
                if isinstance(found, list):
                    one[key] = "\n".join(found).rstrip()
        if error is not None:
            raise error

    def get(self, section, option, *, raw=False, vars=None, fallback=_unset):
        try:
            names = self._own(section)
        except NoSectionError:
            if fallback is _unset:
                raise
            return fallback
        for key, value in (vars or {}).items():
            names[self.optionxform(key)] = str(value)
        option = self.optionxform(option)
        if option not in names:
            if fallback is _unset:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _converted(self, convert, section, option, fallback, names):
        try:
            value = self.get(section, option, **names)
        except (NoSectionError, NoOptionError):
            if fallback is _unset:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, fallback=_unset, **names):
        return self._converted(int, section, option, fallback, names)

    def getfloat(self, section, option, *, fallback=_unset, **names):
        return self._converted(float, section, option, fallback, names)

    def getboolean(self, section, option, *, fallback=_unset, **names):
        return self._converted(self._boolean, section, option, fallback, names)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_unset, raw=False, vars=None):
        if section is _unset:
            return [(name, self[name]) for name in self]
        names = self._own(section)
        order = [one for one in self._defaults if one in names] + [one for one in names if one not in self._defaults]
        return [(name, self.get(section, name, raw=raw, vars=vars)) for name in order]

    def has_option(self, section, option):
        return (section == self.default_section or section in self._sections) and self.optionxform(option) in self._own(section)

    def set(self, section, option, value=None):
        if not isinstance(value, str) and not (self._no_value and value is None):
            raise TypeError("option values must be strings")
        if value:
            self._interpolation.before_set(value)
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        into = self._defaults if section == self.default_section else self._sections[section]
        into[self.optionxform(option)] = value

    def remove_option(self, section, option):
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        into = self._defaults if section == self.default_section else self._sections[section]
        return into.pop(self.optionxform(option), _unset) is not _unset

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        mark = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        for name, values in [(self.default_section, self._defaults)] + list(self._sections.items()):
            if name == self.default_section and not values:
                continue
            fp.write(f"[{name}]\n")
            for key, value in values.items():
                fp.write(key + ("" if value is None else mark + value.replace("\n", "\n\t")) + "\n")
            fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self._sections:
            self._sections[key] = {}
        self.read_dict({key: value})

    def __delitem__(self, key):
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section] + list(self._sections))

    def keys(self):
        return list(iter(self))


class SectionProxy:
    """One section, as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    name = property(lambda self: self._name)
    parser = property(lambda self: self._parser)

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __iter__(self):
        return iter(self._parser.options(self._name))

    def __len__(self):
        return len(self._parser.options(self._name))

    def keys(self):
        return self._parser.options(self._name)

    def items(self):
        return self._parser.items(self._name)

    def values(self):
        return [value for _, value in self.items()]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None):
        return self._parser.getint(self._name, option, fallback=fallback)

    def getfloat(self, option, fallback=None):
        return self._parser.getfloat(self._name, option, fallback=fallback)

    def getboolean(self, option, fallback=None):
        return self._parser.getboolean(self._name, option, fallback=fallback)
