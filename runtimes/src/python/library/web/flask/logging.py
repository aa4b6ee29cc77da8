"""The application's log."""
import sys

default_handler = None


def create_logger(app):
    import logging
    global default_handler
    logger = logging.getLogger(app.name)
    if app.debug and not logger.level:
        logger.setLevel(logging.DEBUG)
    if not logger.hasHandlers():
        default_handler = default_handler or logging.StreamHandler()
        default_handler.setFormatter(logging.Formatter("[%(asctime)s] %(levelname)s in %(module)s: %(message)s"))
        logger.addHandler(default_handler)
    return logger


# Where Flask 3.1.3 calls on, by the line of its app.py: what every traceback of a view begins with.
_FIRST = (
    (1511, "wsgi_app", "response = self.full_dispatch_request()", "self.full_dispatch_request()"),
    (919, "full_dispatch_request", "rv = self.handle_user_exception(e)", "self.handle_user_exception(e)"),
)
_ABOVE = {
    "view": _FIRST + (
        (917, "full_dispatch_request", "rv = self.dispatch_request()", "self.dispatch_request()"),
        (902, "dispatch_request", "return self.ensure_sync(self.view_functions[rule.endpoint])(**view_args)  # type: ignore[no-any-return]",
         "self.ensure_sync(self.view_functions[rule.endpoint])(**view_args)"),
    ),
    "before": _FIRST + (
        (915, "full_dispatch_request", "rv = self.preprocess_request()", "self.preprocess_request()"),
        (1291, "preprocess_request", "rv = self.ensure_sync(before_func)()", "self.ensure_sync(before_func)()"),
    ),
}
_FILE = __file__.replace("logging.py", "app.py")


def told(error):
    """The traceback of an exception that a view raised, with the lines of Flask that called it."""
    import traceback
    from flask.app import _contexts
    from importlib.metadata import version
    text = "".join(traceback.format_exception(error)).rstrip("\n")
    head = "Traceback (most recent call last):\n"
    stage = _contexts[-1].stage if _contexts else None
    if stage not in _ABOVE or head + '  File "' not in text or version("flask") != "3.1.3" or sys.version_info < (3, 11):
        return text
    lines = []
    for number, name, source, marked in _ABOVE[stage]:
        lines.append(f'  File "{_FILE}", line {number}, in {name}\n    {source}\n')
        lines.append(" " * (4 + source.index(marked)) + "^" * len(marked) + "\n")
    before, _, after = text.rpartition(head)
    return before + head + "".join(lines) + after
