"""Requests by URL, to whoever the simulation has; HTTP alone."""
import io
import _d_serving
from _d_host import ask, gap
from _d_serving import REASONS as _reasons
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit

__lacks__ = """
AbstractBasicAuthHandler AbstractDigestAuthHandler AbstractHTTPHandler BaseHandler CacheFTPHandler DataHandler FTPHandler
FancyURLopener FileHandler HTTPBasicAuthHandler HTTPCookieProcessor HTTPDefaultErrorHandler HTTPDigestAuthHandler
HTTPErrorProcessor HTTPHandler HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm HTTPPasswordMgrWithPriorAuth
HTTPRedirectHandler HTTPSHandler OpenerDirector ProxyBasicAuthHandler ProxyDigestAuthHandler ProxyHandler URLopener
UnknownHandler build_opener getproxies install_opener parse_http_list parse_keqv_list pathname2url proxy_bypass url2pathname
urlcleanup urlretrieve
"""


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        if not urlsplit(url).scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self.full_url, self.data, self.method = url, data, method
        parts = urlsplit(url)
        self.type, self.host, self.selector = parts.scheme, parts.netloc, parts.path or "/"
        if parts.query:
            self.selector += "?" + parts.query
        self.headers = {}
        for name, value in headers.items():
            self.add_header(name, value)

    def add_header(self, name, value):
        self.headers[name.capitalize()] = value

    add_unredirected_header = add_header

    def has_header(self, name):
        return name in self.headers

    def get_header(self, name, default=None):
        return self.headers.get(name, default)

    def header_items(self):
        return list(self.headers.items())

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")


class _Headers:
    """Headers, whatever the case of their names."""

    def __init__(self, pairs):
        self._pairs = pairs

    def get(self, name, default=None):
        for key, value in self._pairs:
            if key.lower() == name.lower():
                return value
        return default

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [key for key, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def get_content_type(self):
        return (self.get("content-type") or "text/plain").split(";")[0].strip().lower()

    def get_content_charset(self, failobj=None):
        _, found, rest = (self.get("content-type") or "").partition("charset=")
        return rest.split(";")[0].strip().strip('"').lower() if found else failobj

    def __str__(self):
        return "".join([f"{key}: {value}\n" for key, value in self._pairs]) + "\n"


class _Response:
    def __init__(self, url, answer):
        self.url, self.status = url, answer["status"]
        self.reason = self.msg = answer.get("reason") or _reasons.get(self.status, "")
        self.headers = _Headers(["-".join([part.capitalize() for part in key.split("-")]), value] for key, value in answer["headers"].items())
        self.headers._pairs = [tuple(pair) for pair in self.headers._pairs]
        self._body = io.BytesIO(answer["body"].encode("latin-1"))
        self.closed = False

    @property
    def code(self):
        return self.status

    def read(self, amount=-1):
        return self._body.read(-1 if amount is None else amount)

    def readline(self):
        return self._body.readline()

    def readlines(self):
        return list(self)

    def __iter__(self):
        while True:
            line = self.readline()
            if not line:
                return
            yield line

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.close()


def urlopen(url, data=None, timeout=None, *, context=None, **names):
    request = url if isinstance(url, Request) else Request(url, data)
    if data is not None:
        request.data = data
    if isinstance(request.data, str):
        raise TypeError(
            "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
        )
    if request.type == "https":
        gap("HTTPS from Python", "open the connection and check the certificate")
    if request.type != "http":
        if request.type in ("file", "ftp", "data"):
            gap("a URL of the kind " + request.type)
        raise URLError("unknown url type: " + request.type)
    headers = {"User-Agent": "Python-urllib/" + _version(), "Connection": "close"}
    if request.data is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Content-Length"] = str(len(request.data))
    headers.update({"-".join([part.capitalize() for part in key.split("-")]): value for key, value in request.headers.items()})
    method, body, where = request.get_method(), (request.data or b"").decode("latin-1"), request.full_url
    for turn in range(11):
        answer = _d_serving.request(where, method=method, headers=headers, body=body)
        error = answer.get("error")
        if error == "refused":
            raise URLError(ConnectionRefusedError(111, "Connection refused"))
        if error == "reset":
            raise ConnectionResetError(104, "Connection reset by peer")
        if error == "empty":
            from http.client import RemoteDisconnected

            raise RemoteDisconnected("Remote end closed connection without response")
        if error == "unresolved":
            from socket import gaierror

            raise URLError(gaierror(-2, "Name or service not known"))
        if error is not None:
            gap("the network outside: " + where, "ask it")
        response = _Response(where, answer)
        if response.status in (301, 302, 303, 307, 308) and response.headers.get("location") and method in ("GET", "HEAD", "POST"):
            if method == "POST" and response.status in (307, 308):
                raise HTTPError(where, response.status, response.reason, response.headers, response)
            where = urljoin(where, response.headers["location"])
            method, body = ("HEAD" if method == "HEAD" else "GET"), ""
            headers.pop("Content-Type", None)
            headers.pop("Content-Length", None)
            continue
        if not 200 <= response.status < 300:
            raise HTTPError(where, response.status, response.reason, response.headers, response)
        return response
    gap("more than ten redirections")


def _version():
    import sys

    return f"{sys.version_info[0]}.{sys.version_info[1]}"


Request.__module__ = "urllib.request"
