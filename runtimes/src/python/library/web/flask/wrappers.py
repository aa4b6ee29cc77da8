"""Requests and responses."""
import json as _json

from _d_host import gap
from _d_serving import REASONS
from werkzeug.datastructures import Headers, MultiDict, _title


class Request:
    """One request, read from what WSGI tells."""

    def __init__(self, environ):
        self.environ = environ
        self.method = environ["REQUEST_METHOD"]
        self.path = environ["PATH_INFO"] or "/"
        self.query_string = environ["QUERY_STRING"].encode()
        self.scheme = environ["wsgi.url_scheme"]
        self.remote_addr = environ.get("REMOTE_ADDR")
        self.view_args = None
        self.url_rule = None
        self.routing_exception = None
        self.script_root = self.root_path = ""
        headers = [(_title(k[5:].replace("_", "-")), v) for k, v in environ.items() if k.startswith("HTTP_")]
        for key in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            if environ.get(key):
                headers.insert(0, (_title(key.replace("_", "-")), environ[key]))
        self.headers = Headers(headers)
        self._data = None
        self._form = None

    @property
    def endpoint(self):
        return self.url_rule.endpoint if self.url_rule is not None else None

    @property
    def blueprint(self):
        return self.endpoint.rpartition(".")[0] or None if self.endpoint else None

    @property
    def args(self):
        from urllib.parse import parse_qsl
        return MultiDict(parse_qsl(self.environ["QUERY_STRING"], keep_blank_values=True))

    @property
    def data(self):
        if self.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data"):
            return b""
        return self.get_data()

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        if self._data is None:
            self._data = self.environ["wsgi.input"].read()
        return self._data.decode() if as_text else self._data

    @property
    def mimetype(self):
        return (self.headers.get("Content-Type") or "").split(";")[0].strip().lower()

    @property
    def content_type(self):
        return self.headers.get("Content-Type")

    @property
    def content_length(self):
        return self.headers.get("Content-Length", type=int)

    @property
    def form(self):
        if self._form is None:
            from urllib.parse import parse_qsl
            if self.mimetype == "multipart/form-data":
                gap("a form of the kind multipart/form-data")
            text = self.get_data(as_text=True) if self.mimetype == "application/x-www-form-urlencoded" else ""
            self._form = MultiDict(parse_qsl(text, keep_blank_values=True))
        return self._form

    @property
    def files(self):
        if self.mimetype == "multipart/form-data":
            gap("files that are sent to a form")
        return MultiDict()

    @property
    def values(self):
        return MultiDict(list(self.args.items()) + list(self.form.items()))

    @property
    def is_json(self):
        kind = self.mimetype
        return kind == "application/json" or kind.startswith("application/") and kind.endswith("+json")

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False, cache=True):
        from werkzeug.exceptions import BadRequest, UnsupportedMediaType
        from importlib.metadata import version
        if not (force or self.is_json):
            if silent:
                return None
            if [int(one) for one in version("werkzeug").split(".")[:2]] < [2, 3]:
                raise BadRequest("Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")
            raise UnsupportedMediaType(
                "Did not attempt to load JSON data because the request Content-Type was not 'application/json'."
            )
        try:
            return _json.loads(self.get_data())
        except ValueError:
            if silent:
                return None
            raise BadRequest() from None

    @property
    def cookies(self):
        found = []
        for part in (self.headers.get("Cookie") or "").split(";"):
            name, mark, value = part.strip().partition("=")
            if mark:
                found.append((name, value.strip('"')))
        return MultiDict(found)

    @property
    def host(self):
        return self.headers.get("Host") or f"{self.environ['SERVER_NAME']}:{self.environ['SERVER_PORT']}"

    @property
    def host_url(self):
        return f"{self.scheme}://{self.host}/"

    url_root = host_url

    @property
    def base_url(self):
        from urllib.parse import quote
        return f"{self.scheme}://{self.host}{quote(self.path)}"

    @property
    def full_path(self):
        return f"{self.path}?{self.environ['QUERY_STRING']}"

    @property
    def url(self):
        query = self.environ["QUERY_STRING"]
        return self.base_url + ("?" + query if query else "")

    @property
    def user_agent(self):
        return UserAgent(self.headers.get("User-Agent") or "")

    @property
    def access_route(self):
        gap("request.access_route")

    @property
    def is_secure(self):
        return self.scheme == "https"

    @property
    def referrer(self):
        return self.headers.get("Referer")

    @property
    def authorization(self):
        gap("request.authorization")

    def __repr__(self):
        return f"<Request {self.url!r} [{self.method}]>"


class UserAgent:
    def __init__(self, string):
        self.string = string

    def __str__(self):
        return self.string

    def __repr__(self):
        return f"<UserAgent {self.string!r}>"


class Response:
    """What goes back."""

    default_status = 200
    default_mimetype = "text/html"

    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None,
                 direct_passthrough=False):
        self.headers = Headers(headers or ())
        if content_type is None and "Content-Type" not in self.headers:
            mimetype = mimetype or self.default_mimetype
            text = mimetype.startswith("text/") or mimetype in ("application/javascript", "application/xml") or mimetype.endswith("+xml")
            content_type = mimetype + "; charset=utf-8" if text else mimetype
        if content_type is not None:
            self.headers["Content-Type"] = content_type
        self.status = 200 if status is None else status
        self.set_data(b"" if response is None else response)

    @property
    def status(self):
        return self._status

    @status.setter
    def status(self, value):
        if isinstance(value, int):
            self.status_code = value
            self._status = f"{value} {REASONS.get(value, 'UNKNOWN').upper()}"
        else:
            self._status = str(value)
            self.status_code = int(self._status.split(" ")[0])

    def set_data(self, value):
        if isinstance(value, str) or hasattr(value, "__html__"):
            value = str(value).encode()
        elif not isinstance(value, (bytes, bytearray)):
            value = b"".join(one.encode() if isinstance(one, str) else one for one in value)
        self._body = bytes(value)
        self.headers["Content-Length"] = str(len(self._body))

    def get_data(self, as_text=False):
        return self._body.decode() if as_text else self._body

    data = property(lambda self: self.get_data(), lambda self, value: self.set_data(value))
    text = property(lambda self: self.get_data(True))
    response = property(lambda self: [self._body])

    @property
    def mimetype(self):
        return (self.headers.get("Content-Type") or "").split(";")[0].strip()

    @mimetype.setter
    def mimetype(self, value):
        self.headers["Content-Type"] = Response(mimetype=value).headers["Content-Type"]

    @property
    def content_type(self):
        return self.headers.get("Content-Type")

    @content_type.setter
    def content_type(self, value):
        self.headers["Content-Type"] = value

    @property
    def content_length(self):
        return len(self._body)

    @property
    def location(self):
        return self.headers.get("Location")

    @property
    def is_json(self):
        return self.mimetype == "application/json"

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False):
        return _json.loads(self._body) if force or self.is_json else None

    def set_cookie(self, key, value="", max_age=None, expires=None, path="/", domain=None, secure=False, httponly=False,
                   samesite=None, partitioned=False):
        if expires is not None:
            gap("a cookie with a date of expiry")
        import datetime
        parts = [f"{key}={value}"]
        if domain:
            parts.append(f"Domain={domain}")
        if max_age is not None:
            from _d_host import ask
            import time
            parts.append("Expires=" + time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(ask("now") + max_age)))
            parts.append(f"Max-Age={int(max_age)}")
        if secure:
            parts.append("Secure")
        if httponly:
            parts.append("HttpOnly")
        if path:
            parts.append(f"Path={path}")
        if samesite:
            parts.append(f"SameSite={samesite}")
        self.headers.add("Set-Cookie", "; ".join(parts))

    def delete_cookie(self, key, path="/", domain=None, **names):
        self.headers.add("Set-Cookie", f"{key}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path={path}")

    def __call__(self, environ, start_response):
        start_response(self._status, self.headers.to_wsgi_list())
        return [self._body]

    def __repr__(self):
        return f"<Response {len(self._body)} bytes [{self._status}]>"
