"""Tracebacks of gunicorn 26.2.0, with its own lines above those of the application."""
import sys
import traceback

_HEAD = "Traceback (most recent call last):\n"
_BOOT = (
    ("arbiter.py", 753, "spawn_worker", "worker.init_process()", ""),
    ("workers/base.py", 137, "init_process", "self.load_wsgi()", ""),
    ("workers/base.py", 149, "load_wsgi", "self.wsgi = self.app.wsgi()", "self.app.wsgi()"),
    ("app/base.py", 66, "wsgi", "self.callable = self.load()", "self.load()"),
    ("app/wsgiapp.py", 57, "load", "return self.load_wsgiapp()", "self.load_wsgiapp()"),
    ("app/wsgiapp.py", 47, "load_wsgiapp", "return util.import_app(self.app_uri)", "util.import_app(self.app_uri)"),
    ("util.py", 420, "import_app", "mod = importlib.import_module(module)", "importlib.import_module(module)"),
)
_REQUEST = (
    ("workers/sync.py", 141, "handle", "self.handle_request(listener, req, client, addr)", ""),
    ("workers/sync.py", 184, "handle_request", "respiter = self.wsgi(environ, resp.start_response)", "self.wsgi(environ, resp.start_response)"),
)


def _with(frames, error):
    from importlib.metadata import version
    text = "".join(traceback.format_exception(error)).rstrip("\n")
    if version("gunicorn") != "26.2.0":
        return text
    folder = sys.modules["gunicorn"].__file__.rpartition("/")[0]
    lines = ""
    for name, line, function, source, marked in frames:
        lines += f'  File "{folder}/{name}", line {line}, in {function}\n    {source}\n'
        if marked and sys.version_info >= (3, 11):
            lines += " " * (4 + source.index(marked)) + "^" * len(marked) + "\n"
    if _HEAD not in text:
        return _HEAD + lines + text
    before, _, after = text.rpartition(_HEAD)
    return before + _HEAD + lines + after


def boot_traceback(error):
    return _with(_BOOT, error)


def request_traceback(error):
    return _with(_REQUEST, error)
