"""A server for one WSGI application."""
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from platform import python_version
from urllib.parse import unquote

from _d_host import gap

__lacks__ = "ServerHandler SimpleHandler demo_app software_version sys_version server_version"
__version__ = "0.2"


class WSGIServer(HTTPServer):
    application = None

    def get_app(self):
        return self.application

    def set_app(self, application):
        self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    server_version = "WSGIServer/" + __version__

    def get_environ(self):
        path, _, query = self.path.partition("?")
        environ = {
            "SERVER_NAME": self.server.server_name, "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PORT": str(self.server.server_port),
            "REMOTE_HOST": "", "CONTENT_LENGTH": "", "SCRIPT_NAME": "", "SERVER_PROTOCOL": self.request_version,
            "SERVER_SOFTWARE": self.server_version, "REQUEST_METHOD": self.command, "PATH_INFO": unquote(path, "iso-8859-1"),
            "QUERY_STRING": query, "REMOTE_ADDR": self.address_string(), "CONTENT_TYPE": self.headers.get("content-type", "text/plain"),
            "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": self.rfile, "wsgi.errors": sys.stderr,
            "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            key = name.replace("-", "_").upper()
            if key == "CONTENT_LENGTH":
                environ[key] = value
            elif key != "CONTENT_TYPE":
                environ["HTTP_" + key] = value
        return environ

    def _run(self):
        state = []

        def start_response(status, headers, exc_info=None):
            if state and not exc_info:
                raise AssertionError("Headers already set!")
            state[:] = [status, headers]
            return self.wfile.write

        try:
            result = self.server.get_app()(self.get_environ(), start_response)
            data = b"".join(result)
            if hasattr(result, "close"):
                result.close()
        except Exception as error:
            import traceback
            traceback.print_exception(error)
            state[:] = ["500 Internal Server Error", [("Content-Type", "text/plain")]]
            data = b"A server error occurred.  Please contact the administrator."
        if not state:
            gap("an application that never calls start_response()", "fail an assertion")
        status, headers = state
        code, _, reason = status.partition(" ")
        self.log_message('"%s" %s %s', self.requestline, code, str(len(data)))
        self.send_response_only(int(code), reason)
        self.send_header("Date", self.date_time_string())
        self.send_header("Server", self.server_version + " CPython/" + python_version())
        names = [name.lower() for name, _ in headers]
        for name, value in headers:
            self.send_header(name, value)
        if "content-length" not in names:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    server = server_class((host, port), handler_class)
    server.set_app(app)
    return server
