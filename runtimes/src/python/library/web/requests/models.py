"""A request and its response."""
import json as _json
from collections.abc import MutableMapping
from urllib.parse import urlencode, urlsplit, urlunsplit

import datetime
from requests import exceptions
from _d_host import gap


class CaseInsensitiveDict(MutableMapping):
    """Headers, whatever the case of their names."""

    def __init__(self, data=None, **names):
        self._store = {}
        self.update(data or {}, **names)

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __setitem__(self, key, value):
        self._store[key.lower()] = (key, value)

    def __delitem__(self, key):
        del self._store[key.lower()]

    def __iter__(self):
        return iter([key for key, _ in self._store.values()])

    def __len__(self):
        return len(self._store)

    def copy(self):
        return CaseInsensitiveDict(self)

    def __eq__(self, other):
        return {key: one[1] for key, one in self._store.items()} == {key.lower(): one for key, one in other.items()}

    def __repr__(self):
        return repr(dict(self.items()))


def _pairs(data):
    pairs = data.items() if hasattr(data, "items") else data
    return [(key, one) for key, value in pairs for one in (value if isinstance(value, (list, tuple)) else [value])
            if one is not None]


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers, self.files, self.data = method, url, headers or {}, files, data
        self.params, self.auth, self.cookies, self.json = params, auth, cookies, json

    def prepare(self):
        return PreparedRequest(self)

    def __repr__(self):
        return f"<Request [{self.method}]>"


class PreparedRequest:
    """A request as it goes out."""

    def __init__(self, request):
        self.method = (request.method or "get").upper()
        self.url = self._whole(request.url, request.params)
        self.headers = CaseInsensitiveDict(request.headers)
        self.body = None
        if request.files:
            gap("files in a request", "send them as multipart/form-data")
        if request.cookies:
            self.headers["Cookie"] = "; ".join([f"{key}={value}" for key, value in dict(request.cookies).items()])
        if request.data:
            if isinstance(request.data, (str, bytes)):
                self.body = request.data
            elif hasattr(request.data, "read"):
                self.body = request.data.read()
            else:
                self.body = urlencode(_pairs(request.data))
                if "Content-Type" not in self.headers:
                    self.headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif request.json is not None:
            self.body = _json.dumps(request.json, allow_nan=False).encode()
            if "Content-Type" not in self.headers:
                self.headers["Content-Type"] = "application/json"
        if request.auth:
            import base64
            self.headers["Authorization"] = "Basic " + base64.b64encode(":".join(request.auth).encode("latin-1")).decode()
        if self.body is not None:
            size = len(self.body.encode() if isinstance(self.body, str) else self.body)
            self.headers["Content-Length"] = str(size)
        elif self.method not in ("GET", "HEAD"):
            self.headers["Content-Length"] = "0"

    @staticmethod
    def _whole(url, params):
        url = str(url).lstrip()
        parts = urlsplit(url)
        if ":" in url and not url.lower().startswith("http"):
            raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
        if not parts.scheme:
            raise exceptions.MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not parts.netloc:
            raise exceptions.InvalidURL(f"Invalid URL {url!r}: No host supplied")
        query = parts.query
        if params:
            more = params if isinstance(params, str) else urlencode(_pairs(params))
            query = f"{query}&{more}" if query and more else query or more
        return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, parts.fragment))

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or "/") + ("?" + parts.query if parts.query else "")

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    """What came back."""

    def __init__(self):
        self.status_code = self.url = self.reason = self.encoding = None
        self.headers, self.history, self.cookies = CaseInsensitiveDict(), [], {}
        self._content, self.elapsed, self.request = b"", datetime.timedelta(0), None

    @property
    def content(self):
        return self._content

    @property
    def apparent_encoding(self):
        gap("guessing the encoding of a response")

    @property
    def text(self):
        if not self._content:
            return ""
        if self.encoding is None:
            try:
                return self._content.decode("ascii")
            except UnicodeDecodeError:
                gap("guessing the encoding of a response")
        return self._content.decode(self.encoding, "replace")

    def json(self, **kwargs):
        text = self._content.decode("utf-8") if self.encoding is None else self.text
        try:
            return _json.loads(text, **kwargs)
        except _json.JSONDecodeError as error:
            raise exceptions.JSONDecodeError(error.msg, error.doc, error.pos) from None

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def links(self):
        gap("Response.links")

    def raise_for_status(self):
        kind = "Client" if 400 <= self.status_code < 500 else "Server" if 500 <= self.status_code < 600 else None
        if kind:
            raise exceptions.HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self._content) or 1
        return iter([self._content[place:place + size] for place in range(0, len(self._content), size)])

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        return iter((self.text if decode_unicode else self._content).splitlines())

    def close(self):
        pass

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"
