"""A request as WSGI tells it, and an application called with it."""
import sys

import _d_serving


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
