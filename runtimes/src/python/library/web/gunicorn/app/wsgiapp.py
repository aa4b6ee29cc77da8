"""`gunicorn MODULE:APP`: master and workers in one; what is seen of them is what they log and answer."""
import os
import sys
import time

import _d_builtins
import _d_imports
import _d_program
import _d_serving
from _d_host import ask, gap
from gunicorn import __getattr__ as _fact
from gunicorn.app.settings import read_settings

_state = {"workers": []}
_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40, "critical": 50}


def _say(text):
    log = _state["settings"]["errorlog"]
    if log == "-":
        sys.stderr.write(text)
        sys.stderr.flush()
    else:
        with open(log, "a") as file:
            file.write(text)


def _log(text, level="INFO", pid=None):
    if _LEVELS[level.lower()] < _LEVELS[_state["settings"]["loglevel"]]:
        return
    stamp = time.strftime("%Y-%m-%d %H:%M:%S +0000", time.gmtime())
    _say(f"[{stamp}] [{os.getpid() if pid is None else pid}] [{level}] {text}\n")


def _hook(name, *args):
    hook = _state["settings"]["hooks"].get(name)
    if hook is not None:
        hook(*args)


class _Server:
    """What hooks of a configuration file are given: it logs."""

    def __init__(self, pid=None):
        self.pid = os.getpid() if pid is None else pid
        self.log = self
        self.age = 1

    def info(self, text, *args):
        _log(str(text) % args if args else str(text), "INFO", self.pid)

    def warning(self, text, *args):
        _log(str(text) % args if args else str(text), "WARNING", self.pid)

    def error(self, text, *args):
        _log(str(text) % args if args else str(text), "ERROR", self.pid)

    def debug(self, text, *args):
        _log(str(text) % args if args else str(text), "DEBUG", self.pid)

    def __getattr__(self, name):
        gap("the attribute " + name + " of gunicorn's server in a hook")


def run(prog=None):
    settings = _state["settings"] = read_settings()
    place = settings["wsgi_app"]
    if settings["loglevel"] == "debug":
        gap("gunicorn's log at the level debug", "print its whole configuration first")
    if place is None:
        sys.stderr.write("\nError: No application module specified.\n\n")
        sys.exit(1)
    os.chdir(settings["chdir"])
    sys.path.insert(0, settings["chdir"])
    for one in (settings["pythonpath"] or "").split(","):
        if one:
            sys.path.insert(0, os.path.abspath(one))
    for one in settings["raw_env"]:
        name, _, value = one.partition("=")
        os.environ[name] = value
    if settings["preload_app"]:
        _state["application"] = _load(place, os.getpid(), True)
    server = _Server()
    _hook("on_starting", server)
    _log("Starting gunicorn " + _fact("__version__"))
    addresses = [_bind(one) for one in settings["bind"]]
    told = ",".join([f"http://{host}:{port}" for host, port in addresses])
    _log(f"Listening at: {told} ({os.getpid()})")
    kind = settings["worker_class"]
    if settings["threads"] > 1 and kind == "sync":
        kind = "gthread"
    if kind not in ("sync", "gthread"):
        gap("gunicorn's workers of the class " + kind, "start workers of that class, if what they need is installed")
    _log("Using worker: " + kind)
    _hook("when_ready", server)
    first = os.getpid() + 6
    workers = _state["workers"] = [first + number for number in range(settings["workers"])]
    for pid in workers:
        _hook("pre_fork", server, _Server(pid))
        _log(f"Booting worker with pid: {pid}", pid=pid)
        _hook("post_fork", server, _Server(pid))
    if not settings["preload_app"] and workers:
        _state["application"] = _load(place, workers[0], False)
    for pid in workers:
        _hook("post_worker_init", _Server(pid))
    _control()
    if not workers:
        gap("gunicorn without a worker", "listen and never answer")
    _d_program.signal_handlers["TERM"] = lambda: _stop("term")
    _d_program.signal_handlers["INT"] = lambda: _stop("int")
    ask("handles", signals=["TERM", "INT"])
    _d_serving.wait()


def _control():
    """Since 25.1 the master can be asked over a socket; it says so once its workers are up."""
    if [int(one) for one in _fact("__version__").split(".")[:2]] < [25, 1] or _state["settings"]["no_control_socket"]:
        return
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder or not os.path.isdir(folder):
        folder = os.path.join(os.path.expanduser("~"), ".gunicorn")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        # A user without a home, most often. It serves all the same.
        _log(f"Control server error: {error}", "ERROR")
        return
    _log(f"Control socket listening at {folder}/gunicorn.ctl")


def _bind(place):
    if place.startswith("unix:") or place.startswith("fd://"):
        gap("gunicorn at " + place, "listen there")
    place = place.removeprefix("tcp://").removeprefix("http://")
    host, colon, port = place.rpartition(":")
    if not colon:
        host, port = place, "8000"
    host = host.strip("[]") or "0.0.0.0"
    if not port.isdigit():
        sys.stderr.write(f"\nError: {port!r} is not a valid port number.\n\n")
        sys.exit(1)
    try:
        _d_serving.bind(host, int(port), lambda request: _answer(_state["application"], request, host, int(port)))
    except OSError as error:
        if error.errno == 98:
            for _ in range(5):
                _log(f"Connection in use: {(host, int(port))!r}", "ERROR")
                _log("connection to ('" + host + "', " + port + ") failed: " + str(error), "ERROR")
                gap("gunicorn's retries while its port is in use", "try five times and give up")
        _log(f"Invalid address: {(host, int(port))!r}", "ERROR")
        sys.exit(1)
    return host, port


def _stop(name):
    _log("Handling signal: " + name)
    for pid in _state["workers"]:
        _hook("worker_exit", _Server(), _Server(pid))
        _log(f"Worker exiting (pid: {pid})", pid=pid)
    _log("Shutting down: Master")
    _hook("on_exit", _Server())
    sys.exit(0)


class _Unfit(Exception):
    """An application that is not there."""


def _import(place):
    import importlib
    name, colon, attribute = place.partition(":")
    attribute = attribute if colon else "application"
    try:
        module = importlib.import_module(name)
    except ImportError:
        if name.endswith(".py") and os.path.exists(name):
            raise ImportError(f"Failed to find application, did you mean '{name.rpartition('.')[0]}:{attribute}'?")
        raise
    attribute, bracket, inside = attribute.strip().partition("(")
    if not attribute.isidentifier():
        raise _Unfit(f"Failed to parse {attribute + bracket + inside!r} as an attribute name or function call.")
    found = getattr(module, attribute, None)
    if found is None and not hasattr(module, attribute):
        raise _Unfit(f"Failed to find attribute {attribute!r} in {name!r}.")
    if bracket:
        def gather(*args, **names):
            return args, names
        try:
            args, names = eval(f"gather({inside}", {"gather": gather, "__builtins__": {}})
        except Exception:
            gap("gunicorn with these arguments of a factory: " + place)
        found = found(*args, **names)
    if found is None:
        raise _Unfit(f"Failed to find application object: {attribute + bracket + inside!r}")
    if not callable(found):
        raise _Unfit("Application object must be callable.")
    return found


def _load(place, pid, preload):
    try:
        before = set(sys.modules)
        for number in range(len(_state["workers"]) or 1):
            if number:
                # Each worker is a process of its own, and imports for itself.
                for name in [one for one in sys.modules if one not in before]:
                    if "__drydock__" not in _d_imports.space_of(sys.modules[name]):
                        del sys.modules[name]
            found = _import(place)
        return found
    except _Unfit as error:
        if preload:
            gap("what gunicorn --preload prints when the application does not load: " + str(error))
        _say(str(error) + "\n")
        status, reason = 4, "App failed to load."
    except SystemExit:
        gap("an application that ends the worker while it is imported", "start the worker anew, again and again")
    except Exception as error:
        if preload:
            raise
        from gunicorn.app.told import boot_traceback
        _log("Exception in worker process\n" + boot_traceback(error), "ERROR", pid)
        _say(str(error) + "\n")
        status, reason = 3, "Worker failed to boot."
    for one in _state["workers"]:
        _log(f"Worker exiting (pid: {one})", pid=one)
        if len(_state["workers"]) > 1:
            break
    _control()
    _log(f"Worker (pid:{pid}) exited with code {status}.", "ERROR")
    _log("Shutting down: Master", "ERROR")
    _log("Reason: " + reason, "ERROR")
    sys.exit(status)


def _answer(application, request, host, port):
    from _d_wsgi import call_application, environ_of
    environ = environ_of(request, host, port)
    environ["SERVER_SOFTWARE"] = "gunicorn/" + _fact("__version__")
    _d_builtins.log_place[0] = None
    failed = None
    try:
        status, headers, data = call_application(application, environ)
    except Exception as error:
        from gunicorn.app.told import request_traceback
        _log(f"Error handling request {request['method']} {request['path']}\n" + request_traceback(error), "ERROR", _state["workers"][0])
        data = (
            b"<html>\n  <head>\n    <title>Internal Server Error</title>\n  </head>\n  <body>\n"
            b"    <h1><p>Internal Server Error</p></h1>\n    \n  </body>\n</html>\n"
        )
        failed = [["Connection", "close"], ["Content-Type", "text/html"], ["Content-Length", str(len(data))]]
        status, headers = "500 Internal Server Error", []
        _access(dict(request, headers={}), status, b"")
    if request["method"] == "HEAD":
        data = b""
    names = {name.lower() for name, _ in headers}
    out = failed
    if out is None:
        out = [["Server", "gunicorn"], ["Date", _d_serving.http_date()], ["Connection", "close"]]
        if "content-length" not in names and status[:3] not in ("204", "304") and request["method"] != "HEAD":
            out.append(["Transfer-Encoding", "chunked"])
        out += [[key, value] for key, value in headers if key.lower() not in ("connection", "server", "date")]
        _access(request, status, data)
    return {"status": int(status.split(" ")[0]), "reason": status.partition(" ")[2], "headers": out, "body": _d_serving.latin1(data)}


def _access(request, status, data):
    settings = _state["settings"]
    if settings["accesslog"] is None:
        return
    told = {name.lower(): value for name, value in request["headers"].items()}
    if settings["access_log_format"] is not None:
        gap("gunicorn's access log in a format of its own", "write it in that format")
    stamp = time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime())
    line = (
        f'{request["remote"]} - - [{stamp}] "{request["method"]} {request["path"]} HTTP/1.1" {status.split(" ")[0]} {len(data)} '
        f'"{told.get("referer", "-")}" "{told.get("user-agent", "-")}"\n'
    )
    if settings["accesslog"] == "-":
        sys.stdout.write(line)
        sys.stdout.flush()
    else:
        with open(settings["accesslog"], "a") as file:
            file.write(line)
