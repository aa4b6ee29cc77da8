"""The development server: its words, its log, its answers."""
__lacks__ = "BaseWSGIServer ThreadedWSGIServer ForkingWSGIServer WSGIRequestHandler make_ssl_devcert is_running_from_reloader make_server"
import os
import sys

import _d_builtins
import _d_program
import _d_serving
from _d_host import ask, gap


def _log(kind, text):
    import logging
    logger = logging.getLogger("werkzeug")
    if not logger._chosen():
        logger.setLevel(logging.INFO)
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        logger.addHandler(handler)
    _d_builtins.log_place[0] = None
    logger._log(logging.INFO if kind == "info" else logging.ERROR, text, (), _module="_internal")


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
    _start_lines(hostname, port)
    if use_reloader:
        # The reloader starts the program once more as its child, which prints the lines again and serves.
        _log("info", " * Restarting with stat")
        gap("the reloader of the development server (debug mode)", "start the program a second time and watch its files")
    try:
        _d_serving.wait()
    except KeyboardInterrupt:
        pass


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


def environ_of(request, host, port, scheme="http"):
    """A request as WSGI tells it."""
    import io
    from urllib.parse import unquote
    path, mark, query = request["path"].partition("?")
    headers = request["headers"]
    environ = {
        "wsgi.version": (1, 0), "wsgi.url_scheme": scheme, "wsgi.input": io.BytesIO(_d_serving.of_latin1(request["body"])),
        "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
        "REQUEST_METHOD": request["method"], "SCRIPT_NAME": "", "PATH_INFO": unquote(path), "QUERY_STRING": query,
        "REQUEST_URI": request["path"], "RAW_URI": request["path"], "REMOTE_ADDR": request["remote"],
        "REMOTE_PORT": "0", "SERVER_NAME": host, "SERVER_PORT": str(port), "SERVER_PROTOCOL": "HTTP/1.1",
    }
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key] = value
    if request["body"] and "CONTENT_LENGTH" not in environ:
        environ["CONTENT_LENGTH"] = str(len(request["body"]))
    return environ


def call_application(application, environ):
    """Calls a WSGI application. Gives status line, headers and body."""
    state = []

    def start_response(status, headers, exc_info=None):
        state[:] = [status, headers]
        return None

    result = application(environ, start_response)
    data = b"".join(result)
    if hasattr(result, "close"):
        result.close()
    status, headers = state
    return status, list(headers), data


def _answer(application, request, host, port, debug):
    environ = environ_of(request, host, port)
    try:
        status, headers, data = call_application(application, environ)
    except Exception as error:
        import traceback
        if debug:
            gap("the page of Werkzeug's debugger", "show the traceback in the browser")
        _log("error", "Error on request:\n" + "".join(traceback.format_exception(error)).rstrip())
        raise
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
