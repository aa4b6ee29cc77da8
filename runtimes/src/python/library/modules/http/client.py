"""HTTP by connections, to whoever the simulation has."""
import io

import _d_serving
from _d_host import ask, gap
from _d_serving import REASONS as responses
from urllib.request import _Headers as HTTPMessage

__lacks__ = "error parse_headers LineTooLong HTTP11 CannotSendHeader"
HTTP_PORT, HTTPS_PORT = 80, 443
OK, CREATED, NO_CONTENT, BAD_REQUEST, NOT_FOUND, INTERNAL_SERVER_ERROR = 200, 201, 204, 400, 404, 500


class HTTPException(Exception):
    pass


class InvalidURL(HTTPException):
    pass


class NotConnected(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError):
    pass


class IncompleteRead(HTTPException):
    pass


class HTTPResponse:
    """What came back."""

    def __init__(self, answer):
        self.status = self.code = answer["status"]
        self.reason = answer.get("reason") or responses.get(self.status, "")
        self.version = 11
        pairs = [("-".join([part.capitalize() for part in key.split("-")]), value) for key, value in answer["headers"].items()]
        self.headers = self.msg = HTTPMessage(pairs)
        self._body = io.BytesIO(answer["body"].encode("latin-1"))
        self.closed = False

    def read(self, amt=None):
        return self._body.read(-1 if amt is None else amt)

    def readline(self, limit=-1):
        return self._body.readline()

    def __iter__(self):
        return iter(self._body.read().splitlines(True))

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def isclosed(self):
        return self.closed

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.close()


class HTTPConnection:
    """A connection: it is opened anew for each request."""

    default_port = HTTP_PORT
    _scheme = "http"

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        if port is None and ":" in host:
            host, _, told = host.rpartition(":")
            if told and not told.isdigit():
                raise InvalidURL(f"nonnumeric port: '{told}'")
            port = int(told) if told else None
        self.host, self.port, self.timeout = host, self.default_port if port is None else port, timeout
        self._answer = self._begun = None

    def connect(self):
        pass

    def set_debuglevel(self, level):
        pass

    def close(self):
        self._answer = None

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        if isinstance(body, str):
            body = body.encode("iso-8859-1")
        elif hasattr(body, "read"):
            body = body.read()
        body = body or b""
        given = {name: str(value) for name, value in headers.items()}
        known = [name.lower() for name in given]
        plain = {"http": 80, "https": 443}[self._scheme] == self.port
        sent = {} if "host" in known else {"Host": self.host if plain else f"{self.host}:{self.port}"}
        if "accept-encoding" not in known:
            sent["Accept-Encoding"] = "identity"
        if "content-length" not in known and (body or method.upper() in ("PATCH", "POST", "PUT")):
            sent["Content-Length"] = str(len(body))
        sent.update(given)
        self._send(method, url, sent, body)

    def _send(self, method, url, headers, body):
        if self._scheme == "https":
            gap("HTTPS from Python", "open the connection and check the certificate")
        where = url if "://" in url else f"{self._scheme}://{self.host}:{self.port}{url}"
        answer = _d_serving.request(where, method=method, headers=headers, body=body.decode("latin-1"))
        error = answer.get("error")
        if error == "refused":
            raise ConnectionRefusedError(111, "Connection refused")
        if error == "reset":
            raise ConnectionResetError(104, "Connection reset by peer")
        if error == "empty":
            raise RemoteDisconnected("Remote end closed connection without response")
        if error == "unresolved":
            from socket import gaierror
            raise gaierror(-2, "Name or service not known")
        if error is not None:
            gap("the network outside: " + where, "ask it")
        self._answer = answer

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        self._begun = [method, url, {}]

    def putheader(self, header, *values):
        if self._begun is None:
            raise CannotSendRequest()
        self._begun[2][header] = "\r\n\t".join([str(one) for one in values])

    def endheaders(self, message_body=None, *, encode_chunked=False):
        method, url, headers = self._begun
        self._begun = None
        self._send(method, url, headers, message_body or b"")

    def getresponse(self):
        if self._answer is None:
            raise ResponseNotReady("Idle")
        answer, self._answer = self._answer, None
        return HTTPResponse(answer)


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT
    _scheme = "https"


for _one in (HTTPException, InvalidURL, CannotSendRequest, ResponseNotReady, BadStatusLine, IncompleteRead):
    _one.__module__ = "http.client"
