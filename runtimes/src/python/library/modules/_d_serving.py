"""What servers of all kinds share: ports, the clock of log lines, and waiting for ever."""
import json

import _d_program
import time
from _d_host import ask, gap

_NUMBERS = {"EADDRINUSE": 98, "EADDRNOTAVAIL": 99, "EACCES": 13}


class EndsProgram(BaseException):
    """What nobody caught, in a server without threads: with it the program ends."""


def bind(host, port, handler):
    """Binds and listens. Gives the port. Raises OSError and OverflowError as `bind` does."""
    import _d_errors
    if not 0 <= port <= 65535:
        raise OverflowError("bind(): port must be 0-65535.")
    answer = ask("listen", host=host, port=port)
    if "errno" in answer:
        raise _d_errors.os_error(_NUMBERS[answer["errno"]])
    _d_program.servers[answer["port"]] = handler
    return answer["port"]


def wait(stopped=lambda: False):
    """Waits for requests and signals for ever, or until `stopped()`. What reaches it is told here only in a second life."""
    import sys
    threads = sys.modules.get("_d_waiting")
    if threads is not None and threads.running:
        gap("a server in a thread that cannot give way", "answer from that thread")
    while not stopped():
        if threads is not None:
            threads.wait_between()
            if stopped():
                break
        come = ask("serve")
        if come["entry"] == "answer":
            _d_program.answer(come["question"])
        else:
            name = json.loads(come["question"])["signal"]
            _d_program.signal_handlers[name]()


def request(url, **question):
    """An HTTP request, as the host call `request`; a server of the program's own, in another thread, answers by itself."""
    from urllib.parse import urlsplit
    parts = urlsplit(url)
    try:
        port = parts.port or 80
    except ValueError:
        port = 0
    own = _d_program.servers.get(port)
    if own is None or parts.hostname not in ("localhost", "127.0.0.1", "::1", "0.0.0.0"):
        return ask("request", url=url, **question)
    headers = dict(question.get("headers") or {})
    if not any(one.lower() == "host" for one in headers):
        headers["Host"] = parts.netloc
    path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
    given = own({
        "path": path, "method": question.get("method") or "GET", "headers": headers, "body": question.get("body") or "",
        "remote": "127.0.0.1", "port": port,
    })
    if given is None:
        return {"error": "reset"}
    return {"status": given["status"], "headers": dict(given["headers"]), "body": given["body"]}


def log_time():
    """`21/Nov/2026 03:57:39`"""
    return time.strftime("%d/%b/%Y %H:%M:%S")


def http_date():
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())


def latin1(data):
    return "".join([chr(one) for one in data])


def of_latin1(text):
    return bytes([ord(one) for one in text])


REASONS = {
    100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted",
    203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content", 206: "Partial Content",
    300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
    402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
    408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed",
    413: "Request Entity Too Large", 414: "Request-URI Too Long", 415: "Unsupported Media Type",
    416: "Requested Range Not Satisfiable", 417: "Expectation Failed", 418: "I'm a Teapot", 422: "Unprocessable Entity",
    423: "Locked", 428: "Precondition Required", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
}
