"""The development server: its words, its log, its answers."""
__lacks__ = "BaseWSGIServer ThreadedWSGIServer ForkingWSGIServer WSGIRequestHandler make_ssl_devcert is_running_from_reloader make_server"
import os
import sys

import _d_builtins
import _d_program
import _d_serving
from _d_host import ask, gap
from _d_wsgi import call_application, environ_of


def _log(kind, text):
    import logging
    logger = logging.getLogger("werkzeug")
    if not logger._chosen():
        logger.setLevel(logging.INFO)
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        logger.addHandler(handler)
    _d_builtins.log_place[0] = None
    logger._log({"info": logging.INFO, "warning": logging.WARNING}.get(kind, logging.ERROR), text, (), _module="_internal")


def _versions():
    from importlib.metadata import version
    return "Werkzeug/" + version("werkzeug") + " Python/" + _python_version()


def _python_version():
    import sys
    info = sys.version_info
    return f"{info[0]}.{info[1]}.{info[2]}"


def run_simple(hostname, port, application, use_reloader=False, use_debugger=False, use_evalex=True, extra_files=None,
               exclude_patterns=None, reloader_interval=1, reloader_type="auto", threaded=False, processes=1,
               request_handler=None, static_files=None, passthrough_errors=False, ssl_context=None):
    if not isinstance(port, int):
        raise TypeError("port must be an integer")
    if ssl_context is not None:
        gap("the development server with TLS")
    serve = lambda request: _answer(application, request, hostname, port, use_debugger)
    try:
        port = _d_serving.bind(hostname, port, serve)
    except OSError as error:
        if error.errno == 98:
            print(f"Address already in use\nPort {port} is in use by another program. Either identify and stop that program, or start the server with a different port.", file=sys.stderr)
        else:
            print(error.strerror, file=sys.stderr)
        sys.exit(1)
    child = os.environ.get("WERKZEUG_RUN_MAIN") == "true"
    if not child:
        _start_lines(hostname, port)
    if use_reloader:
        if reloader_type not in ("auto", "stat"):
            gap("the reloader of the development server of this type")
        if not child:
            _restart()
        _watched.update(_times())
        _d_program.signal_handlers["TERM"] = lambda: sys.exit(0)
        ask("handles", signals=["TERM"])
    if use_debugger and child:
        from werkzeug.debug import pin_of
        _log("warning", " * Debugger is active!")
        pin = pin_of(application)
        _log("info", " * Debugger PIN: " + pin) if pin else _log("warning", " * Debugger PIN disabled. DEBUGGER UNSECURED!")
    try:
        _d_serving.wait()
    except KeyboardInterrupt:
        pass


# Files of the program by the time of their last change, as they were when it started.
_watched = {}


def _times():
    found = {}
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if path and not path.startswith(sys.prefix + "/lib/"):
            try:
                found[path] = os.stat(path).st_mtime
            except OSError:
                pass
    return found


def _restart():
    _log("info", " * Restarting with stat")
    os.environ["WERKZEUG_RUN_MAIN"] = "true"
    sys.stdout.flush()
    ask("again", env=dict(os.environ))


def _reload_if_changed():
    """The real one looks every second; here it is seen when somebody asks."""
    for path, changed in _times().items():
        if path in _watched and _watched[path] != changed:
            _log("info", f" * Detected change in {path!r}, reloading")
            _restart()


def _addresses():
    import socket
    return socket.gethostbyname(socket.gethostname())


def _start_lines(hostname, port):
    from importlib.metadata import version
    numbers = [int(one) for one in version("werkzeug").split(".")[:2]]
    warning = "WARNING: This is a development server. Do not use it in a production deployment. Use a production WSGI server instead."
    lines = []
    shown = hostname
    if hostname in ("0.0.0.0", "::"):
        lines.append(f" * Running on all addresses ({hostname})")
        if hostname == "0.0.0.0":
            lines.append(f" * Running on http://127.0.0.1:{port}")
            shown = _addresses()
        else:
            lines.append(f" * Running on http://[::1]:{port}")
            gap("the address of the container in IPv6")
    if ":" in shown:
        shown = f"[{shown}]"
    lines.append(f" * Running on http://{shown}:{port}")
    if numbers[0] >= 3 or numbers >= [2, 1]:
        _log("info", _styled("\x1b[31m\x1b[1m" + warning + "\x1b[0m") + "\n" + "\n".join(lines))
    else:
        gap("the development server of this old Werkzeug")
    _log("info", _styled("\x1b[33mPress CTRL+C to quit\x1b[0m"))


def _styled(text):
    """Werkzeug colours its lines wherever it runs but on Windows without colorama."""
    return text


def _colour(code, line):
    first = str(code)[0]
    if first == "1":
        return "\x1b[1m" + line + "\x1b[0m"
    if first == "2":
        return line
    if code == 304:
        return "\x1b[36m" + line + "\x1b[0m"
    if first == "3":
        return "\x1b[32m" + line + "\x1b[0m"
    if code == 404:
        return "\x1b[33m" + line + "\x1b[0m"
    if first == "4":
        return "\x1b[31m\x1b[1m" + line + "\x1b[0m"
    return "\x1b[35m\x1b[1m" + line + "\x1b[0m"


def _answer(application, request, host, port, debug):
    if _watched:
        _reload_if_changed()
    environ = environ_of(request, host, port)
    try:
        status, headers, data = call_application(application, environ)
    except Exception as error:
        import traceback
        if debug:
            gap("the page of Werkzeug's debugger", "show the traceback in the browser")
        _log("error", "Error on request:\n" + "".join(traceback.format_exception(error)).rstrip())
        from werkzeug.exceptions import InternalServerError
        status, headers, data = call_application(InternalServerError().get_response(), environ)
    code = int(status.split(" ")[0])
    names = {name.lower() for name, _ in headers}
    out = []
    if "server" not in names:
        out.append(["Server", _versions()])
    if "date" not in names:
        out.append(["Date", _d_serving.http_date()])
    out += [[name, value] for name, value in headers]
    if request["method"] == "HEAD" or code in (204, 304) or code < 200:
        data = b""
    elif "content-length" not in names:
        out.append(["Transfer-Encoding", "chunked"])
    if "connection" not in names:
        out.append(["Connection", "close"])
    line = f"{request['method']} {request['path']} HTTP/1.1"
    _log("info", f"{request['remote']} - - [{_d_serving.log_time()}] \"{_colour(code, line)}\" {code} -")
    reason = status.partition(" ")[2]
    return {"status": code, "reason": reason, "headers": out, "body": _d_serving.latin1(data)}
