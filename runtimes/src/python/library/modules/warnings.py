"""Warnings."""
from _d_host import gap

__lacks__ = "WarningMessage catch_warnings formatwarning resetwarnings showwarning warn_explicit deprecated"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _ignored.append(category) if action == "ignore" else None


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, category=category)


_ignored = []


def warn(message, category=None, stacklevel=1, source=None, **names):
    category = type(message) if isinstance(message, Warning) else category or UserWarning
    if any(issubclass(category, one) for one in _ignored) or issubclass(category, (DeprecationWarning, PendingDeprecationWarning)):
        return
    gap("the text of a warning", "tell the file and the line that warned")
