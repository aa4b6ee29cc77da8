"""HTTP servers of the standard library."""
import io
import os
import sys
import time

import _d_program
import _d_serving
from _d_host import gap

__lacks__ = "CGIHTTPRequestHandler nobody_uid executable HTTPSServer ThreadingHTTPSServer"
_ERROR = """<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""
_EXPLAINED = {
    400: "Bad request syntax or unsupported method", 403: "Request forbidden -- authorization will not help",
    404: "Nothing matches the given URI", 405: "Specified method is invalid for this resource", 500: "Server got itself in trouble",
    501: "Server does not support this operation",
}


class _Headers:
    """Headers of a request, looked up without regard to case."""

    def __init__(self, pairs):
        self._pairs = [("-".join(part.capitalize() for part in name.split("-")), value) for name, value in pairs.items()]

    def get(self, name, default=None):
        for one, value in self._pairs:
            if one.lower() == name.lower():
                return value
        return default

    __getitem__ = get

    def __contains__(self, name):
        return self.get(name) is not None

    def items(self):
        return list(self._pairs)

    def keys(self):
        return [name for name, _ in self._pairs]

    def __iter__(self):
        return iter(self.keys())


class HTTPServer:
    """Listens, and lets a handler answer."""

    allow_reuse_address = True
    _d_alone = True

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        self.RequestHandlerClass = RequestHandlerClass
        host, port = server_address
        self.server_port = _d_serving.bind(host, port, self._answer)
        self.server_address = (host or "0.0.0.0", self.server_port)
        self.server_name = host or "0.0.0.0"

    def serve_forever(self, poll_interval=0.5):
        self._stopped = False
        _d_serving.wait(lambda: self._stopped)

    def _d_go_serve_forever(self, poll_interval=0.5):
        """In a thread: the others go on, and requests are answered while the whole program waits."""
        self._stopped = False
        yield (lambda: self._stopped), None

    def handle_request(self):
        gap("a server that answers one request and goes on")

    def shutdown(self):
        self._stopped = True

    def server_close(self):
        _d_program.servers.pop(self.server_port, None)

    def __enter__(self):
        return self

    def __exit__(self, *rest):
        self.server_close()

    def _answer(self, request):
        handler = self.RequestHandlerClass
        made = handler._d_make(request, self) if hasattr(handler, "_d_make") else gap("a handler of another kind")
        try:
            made._run()
        except SystemExit as error:
            if self._d_alone:
                raise _d_serving.EndsProgram(error)
            return None
        except Exception as error:
            import traceback
            line = "-" * 40
            sys.stderr.write(f"{line}\nException occurred during processing of request from {made.client_address!r}\n")
            sys.stderr.write("".join(traceback.format_exception(error)) + line + "\n")
            return made._result() if made._status is not None and made._ended else None
        return made._result()


class ThreadingHTTPServer(HTTPServer):
    daemon_threads = True
    _d_alone = False


class BaseHTTPRequestHandler:
    """One request; `do_GET` and its like are the program's."""

    server_version = "BaseHTTP/0.6"
    protocol_version = "HTTP/1.0"
    default_request_version = "HTTP/0.9"
    error_message_format = _ERROR
    error_content_type = "text/html;charset=utf-8"

    @classmethod
    def _d_make(cls, request, server):
        made = object.__new__(cls)
        made._request = request
        made._prepare(server)
        return made

    def _prepare(self, server):
        request = self._request
        self.server = server
        self.client_address = (request["remote"], 0)
        self.command = request["method"]
        self.path = request["path"]
        self.request_version = "HTTP/1.1"
        self.requestline = f"{self.command} {self.path} HTTP/1.1"
        self.headers = _Headers(request["headers"])
        if request["body"] and "Content-Length" not in self.headers:
            self.headers._pairs.append(("Content-Length", str(len(request["body"]))))
        self.rfile = io.BytesIO(_d_serving.of_latin1(request["body"]))
        self.wfile = io.BytesIO()
        self.close_connection = True
        self._sent = []
        self._status = None
        self._ended = False

    @property
    def sys_version(self):
        from platform import python_version
        return "Python/" + python_version()

    def version_string(self):
        return self.server_version + " " + self.sys_version

    def date_time_string(self, timestamp=None):
        return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(timestamp))

    def log_date_time_string(self):
        return _d_serving.log_time()

    def address_string(self):
        return self.client_address[0]

    def log_message(self, format, *args):
        sys.stderr.write(f"{self.address_string()} - - [{self.log_date_time_string()}] {format % args}\n")

    def log_request(self, code="-", size="-"):
        self.log_message('"%s" %s %s', self.requestline, str(int(code)) if code != "-" else code, str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string())

    def send_response_only(self, code, message=None):
        self._status = int(code)
        self._reason = message or _d_serving.REASONS.get(int(code), "")

    def send_header(self, keyword, value):
        self._sent.append([keyword, str(value)])

    def end_headers(self):
        self._ended = True

    def flush_headers(self):
        pass

    def send_error(self, code, message=None, explain=None):
        code = int(code)
        message = message or _d_serving.REASONS.get(code, "???")
        explain = explain or _EXPLAINED.get(code, "???")
        self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header("Connection", "close")
        import html
        body = self.error_message_format % {
            "code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False)
        }
        data = body.encode()
        self.send_header("Content-Type", self.error_content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _run(self):
        method = getattr(self, "do_" + self.command, None)
        if method is None:
            self.send_error(501, f"Unsupported method ({self.command!r})")
        else:
            method()

    def _result(self):
        if self._status is None:
            if self.wfile.getvalue():
                gap("a handler that sends a body without a response", "send the bytes as they are")
            return None
        data = b"" if self.command == "HEAD" else self.wfile.getvalue()
        answer = {"status": self._status, "reason": self._reason, "headers": self._sent, "body": _d_serving.latin1(data)}
        if self.protocol_version == "HTTP/1.0":
            answer["http"] = "1.0"
        return answer


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Files of a folder."""

    server_version = "SimpleHTTP/0.6"
    index_pages = ("index.html", "index.htm")
    directory = None

    def _folder(self):
        return self.directory or os.getcwd()

    def translate_path(self, path):
        from urllib.parse import unquote
        path = unquote(path.split("?", 1)[0].split("#", 1)[0])
        slash = path.rstrip().endswith("/")
        whole = self._folder()
        for one in os.path.normpath(path).split("/"):
            if one and one not in (".", ".."):
                whole = os.path.join(whole, one)
        return whole + "/" if slash else whole

    def guess_type(self, path):
        return _type(path)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            bare = self.path.split("?", 1)[0]
            if not bare.endswith("/"):
                self.send_response(301)
                self.send_header("Location", bare + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            for index in self.index_pages:
                if os.path.isfile(os.path.join(path, index)):
                    path = os.path.join(path, index)
                    break
            else:
                self.list_directory(path)
                return
        if path.endswith("/") or not os.path.isfile(path):
            self.send_error(404, "File not found")
            return
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            self.send_error(404, "File not found")
            return
        self.send_response(200)
        self.send_header("Content-type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Last-Modified", self.date_time_string(os.stat(path).st_mtime))
        self.end_headers()
        self.wfile.write(data)

    def list_directory(self, path):
        import html
        from urllib.parse import quote, unquote
        try:
            names = os.listdir(path)
        except OSError:
            self.send_error(404, "No permission to list directory")
            return
        names.sort(key=lambda one: one.lower())
        title = "Directory listing for " + html.escape(unquote(self.path.split("?")[0]), quote=False)
        lines = ["<!DOCTYPE HTML>", '<html lang="en">', "<head>", '<meta charset="utf-8">']
        if sys.version_info[:2] >= (3, 13):
            lines.append("<style type=\"text/css\">\n:root {\ncolor-scheme: light dark;\n}\n</style>")
        lines += [f"<title>{title}</title>", "</head>", "<body>", f"<h1>{title}</h1>", "<hr>", "<ul>"]
        for name in names:
            whole = os.path.join(path, name)
            shown = link = name
            if os.path.isdir(whole):
                shown = link = name + "/"
            if os.path.islink(whole):
                shown = name + "@"
            lines.append(f'<li><a href="{quote(link)}">{html.escape(shown, quote=False)}</a></li>')
        lines += ["</ul>", "<hr>", "</body>", "</html>", ""]
        data = "\n".join(lines).encode()
        self.send_response(200)
        self.send_header("Content-type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


_TYPES = {
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "txt": "text/plain", "py": "text/x-python", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "svg": "image/svg+xml", "csv": "text/csv", "xml": "text/xml", "pdf": "application/pdf", "c": "text/plain", "h": "text/plain",
    "gz": "application/gzip", "sh": "application/x-sh", "zip": "application/zip", "tar": "application/x-tar",
}


def _type(path):
    name = path.rpartition("/")[2]
    extension = name.rpartition(".")[2].lower() if "." in name.lstrip(".") else ""
    if not extension:
        return "application/octet-stream"
    if extension not in _TYPES:
        if extension in ("md", "ico", "webp", "woff", "woff2", "yaml", "yml", "toml"):
            gap("the type of " + name, "look it up in the tables of the system")
        return "application/octet-stream"
    return _TYPES[extension]


def _arguments():
    """The command line as CPython's argparse reads it."""
    import argparse
    newer = sys.version_info >= (3, 14)
    parser = argparse.ArgumentParser(os.path.basename(sys.executable) + " -m http.server" if newer else None)
    parser.add_argument("--cgi", action="store_true", help="run as CGI server")
    parser.add_argument("-b", "--bind", metavar="ADDRESS", help="bind to this address (default: all interfaces)")
    parser.add_argument(
        "-d", "--directory", default=os.getcwd(), help="serve this directory (default: current directory)"
    )
    parser.add_argument(
        "-p", "--protocol", metavar="VERSION", default="HTTP/1.0",
        help="conform to this HTTP version (default: %(default)s)",
    )
    for option, what in (
        ("cert", "certificate chain file"), ("key", "key file"), ("password-file", "password file for the TLS key"),
    ) if newer else ():
        parser.add_argument("--tls-" + option, metavar="PATH", help="path to the TLS " + what)
    parser.add_argument("port", default=8000, type=int, nargs="?", help="bind to this port (default: %(default)s)")
    args = parser.parse_args()
    if args.cgi or args.protocol != "HTTP/1.0" or newer and (args.tls_cert or args.tls_key):
        gap("python -m http.server " + " ".join(sys.argv[1:]))
    return args.port, args.bind, os.path.abspath(args.directory)


def _main():
    # Reading the usual command line by oneself is quicker than bringing argparse.
    port = sys.argv[1] if len(sys.argv) == 2 else "8000" if len(sys.argv) == 1 else ""
    port, bind, folder = (int(port), None, os.getcwd()) if port.isdigit() else _arguments()

    class Handler(SimpleHTTPRequestHandler):
        directory = folder

    try:
        server = ThreadingHTTPServer((bind or "0.0.0.0", port), Handler)
    except OSError as error:
        raise error
    shown = bind or "0.0.0.0"
    print(f"Serving HTTP on {shown} port {server.server_port} (http://{shown}:{server.server_port}/) ...")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nKeyboard interrupt received, exiting.")
        sys.exit(0)


if __name__ == "__main__":
    _main()
