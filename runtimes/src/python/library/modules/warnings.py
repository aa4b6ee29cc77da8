"""Warnings: filtered, recorded or raised. The text of one that is shown is not modelled."""
import re

from _d_host import gap

__lacks__ = "warn_explicit deprecated formatwarning"
_ACTIONS = ("default", "error", "ignore", "always", "module", "once")
# As `(action, message, category)`, the last that was put in front first.
filters = []
_QUIET = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
_records = []
_once = []


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category):
        self.message, self.category, self.source, self.line, self.file = message, category, None, None, None

    def __getattr__(self, name):
        if name in ("filename", "lineno"):
            gap(f"the {name} of a warning that was recorded", "tell where the program warned")
        raise AttributeError(name)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if module or lineno:
        gap("a filter of warnings by module or line")
    one = (action, re.compile(message, re.I) if message else None, category)
    filters.append(one) if append else filters.insert(0, one)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, "", lineno, append)


def resetwarnings():
    filters.clear()


def _action(text, category):
    for action, pattern, kind in filters:
        if issubclass(category, kind) and (pattern is None or pattern.match(text)):
            return action
    # Without a filter of the program's own, those for developers are kept back, but where `__main__` warns by itself.
    return "quiet" if issubclass(category, _QUIET) else "default"


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category, text = type(message), str(message)
    else:
        category, text = category or UserWarning, str(message)
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
        message = category(message)
    action = _action(text, category)
    if action == "ignore" or action == "quiet" and not (category is DeprecationWarning and _records):
        return
    if action == "error":
        raise message
    if action not in ("always", "quiet"):
        if (text, category) in _once:
            return
        _once.append((text, category))
    if _records and _records[-1] is not None:
        _records[-1].append(WarningMessage(message, category))
        return
    gap("the text of a warning", f"write the file, the line, and {category.__name__}: {text}")


def showwarning(message, category, filename, lineno, file=None, line=None):
    gap("warnings.showwarning()")


class catch_warnings:
    """Filters of its own for a while; with `record`, what is warned of comes into a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._action, self._category = record, action, category

    def __enter__(self):
        self._before, self._seen = list(filters), list(_once)
        _once.clear()
        if self._action is not None:
            simplefilter(self._action, self._category)
        _records.append([] if self._record else _records[-1] if _records else None)
        return _records[-1] if self._record else None

    def __exit__(self, *told):
        _records.pop()
        filters[:], _once[:] = self._before, self._seen
