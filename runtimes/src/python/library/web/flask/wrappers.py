"""Requests and responses."""
import json as _json

from _d_host import gap
from _d_serving import REASONS
from werkzeug.datastructures import CombinedMultiDict, Headers, ImmutableMultiDict, _title

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'()*+-./:<=>?@[]^_`{|}~"


def _quoted(value):
    """A cookie's value as Werkzeug writes it."""
    if all(one in _PLAIN for one in value):
        return value
    out = []
    for one in value.encode():
        if 32 <= one < 127 and one not in b'",;\\':
            out.append(chr(one))
        else:
            out.append("\\" + chr(one) if one in b'"\\' else "\\%03o" % one)
    return '"' + "".join(out) + '"'


def _unquoted(value):
    out, place, data = bytearray(), 0, value.encode()
    while place < len(data):
        one = data[place]
        if one == 92 and data[place + 1:place + 4].isdigit() and len(data) > place + 3:
            out.append(int(data[place + 1:place + 4].decode(), 8))
            place += 4
        elif one == 92 and place + 1 < len(data):
            out.append(data[place + 1])
            place += 2
        else:
            out.append(one)
            place += 1
    return bytes(out).decode("utf-8", "replace")


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
        self.script_root = self.root_path = environ.get("SCRIPT_NAME", "").rstrip("/")
        self.server = (environ.get("SERVER_NAME"), int(environ.get("SERVER_PORT") or 0))
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
        return ImmutableMultiDict(parse_qsl(self.environ["QUERY_STRING"], keep_blank_values=True))

    @property
    def data(self):
        if self.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data"):
            return b""
        return self.get_data()

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        if self._data is None:
            self._check_length()
            self._data = self.environ["wsgi.input"].read()
        return self._data.decode() if as_text else self._data

    def _check_length(self):
        from flask.globals import current_app
        most = current_app.config["MAX_CONTENT_LENGTH"] if current_app else None
        if most is not None and (self.content_length or 0) > most:
            from werkzeug.exceptions import RequestEntityTooLarge
            raise RequestEntityTooLarge()

    @property
    def stream(self):
        return self.environ["wsgi.input"]

    @property
    def blueprints(self):
        name, found = self.blueprint, []
        while name:
            found.append(name)
            name = name.rpartition(".")[0]
        return found

    @property
    def accept_mimetypes(self):
        gap("request.accept_mimetypes", "sort what the client accepts")

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
            self._check_length()
            if self.mimetype == "multipart/form-data":
                from werkzeug.formparser import parse_multipart
                fields, files = parse_multipart(self.get_data(), self.content_type)
                self._form, self._files = ImmutableMultiDict(fields), ImmutableMultiDict(files)
                return self._form
            text = self.get_data(as_text=True) if self.mimetype == "application/x-www-form-urlencoded" else ""
            self._form, self._files = ImmutableMultiDict(parse_qsl(text, keep_blank_values=True)), ImmutableMultiDict()
        return self._form

    @property
    def files(self):
        self.form
        return self._files

    @property
    def values(self):
        more = self.form.items(True) if self.method in ("POST", "PUT", "PATCH") else []
        return CombinedMultiDict(self.args.items(True) + more)

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
                if value[:1] == value[-1:] == '"' and len(value) > 1:
                    value = _unquoted(value[1:-1])
                found.append((name, value))
        return ImmutableMultiDict(found)

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
        told = self.headers.get("X-Forwarded-For")
        if told:
            return [one.strip() for one in told.split(",")]
        return [self.remote_addr] if self.remote_addr else []

    @property
    def is_secure(self):
        return self.scheme == "https"

    @property
    def referrer(self):
        return self.headers.get("Referer")

    @property
    def authorization(self):
        kind, _, rest = (self.headers.get("Authorization") or "").partition(" ")
        return Authorization(kind.lower(), rest.strip()) if kind else None

    def __repr__(self):
        return f"<Request {self.url!r} [{self.method}]>"


class Authorization:
    """What a client says who it is."""

    def __init__(self, kind, text):
        self.type, self.token, self.parameters = kind, None, {}
        self.username = self.password = None
        if kind == "basic":
            import base64
            try:
                name, colon, word = base64.b64decode(text).decode().partition(":")
            except ValueError:
                return
            self.username, self.password = name, word
            self.parameters = {"username": name, "password": word}
        else:
            self.token = text

    def get(self, key, default=None):
        return self.parameters.get(key, default)

    def __getitem__(self, key):
        return self.parameters[key]


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
        self.direct_passthrough = direct_passthrough
        self._closing = []
        if response is None:
            self.response = []
        elif isinstance(response, (str, bytes, bytearray)) or not hasattr(response, "__next__") and hasattr(response, "__html__"):
            self.set_data(response)
        else:
            self.response = response

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
        self.response = [bytes(value)]
        self.headers["Content-Length"] = str(len(self.response[0]))

    @property
    def is_streamed(self):
        return not isinstance(self.response, (list, tuple))

    is_sequence = property(lambda self: isinstance(self.response, (list, tuple)))

    def iter_encoded(self):
        return (one.encode() if isinstance(one, str) else one for one in self.response)

    @property
    def _body(self):
        if not isinstance(self.response, list):
            self.response = list(self.iter_encoded())
        return b"".join([one.encode() if isinstance(one, str) else one for one in self.response])

    def get_data(self, as_text=False):
        body = self._body
        return body.decode() if as_text else body

    def call_on_close(self, func):
        self._closing.append(func)
        return func

    def close(self):
        if hasattr(self.response, "close"):
            self.response.close()
        for function in self._closing:
            function()

    @property
    def allow(self):
        return _Listed(self, "Allow")

    @property
    def vary(self):
        return _Listed(self, "Vary")

    @property
    def cache_control(self):
        return _CacheControl(self)

    @property
    def last_modified(self):
        return self.headers.get("Last-Modified")

    @last_modified.setter
    def last_modified(self, value):
        from flask.json import http_date
        self.headers["Last-Modified"] = http_date(value)

    def set_etag(self, etag, weak=False):
        self.headers["ETag"] = f'W/"{etag}"' if weak else f'"{etag}"'

    def get_etag(self):
        told = self.headers.get("ETag")
        return (None, None) if told is None else (told.removeprefix("W/").strip('"'), told.startswith("W/"))

    def add_etag(self, overwrite=False, weak=False):
        import hashlib
        if overwrite or "etag" not in self.headers:
            self.set_etag(hashlib.sha1(self.get_data()).hexdigest(), weak)

    def make_conditional(self, request_or_environ, **options):
        gap("Response.make_conditional()", "answer 304 where nothing has changed")

    data = property(lambda self: self.get_data(), lambda self, value: self.set_data(value))

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
        return self.headers.get("Content-Length", type=int)

    @property
    def location(self):
        return self.headers.get("Location")

    @location.setter
    def location(self, value):
        self.headers["Location"] = value

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
        parts = [f"{key}={_quoted(value)}"]
        if domain:
            parts.append(f"Domain={domain}")
        if max_age is not None and hasattr(max_age, "total_seconds"):
            max_age = max_age.total_seconds()
        if expires is None and max_age is not None:
            import time
            expires = time.time() + max_age
        if expires is not None:
            from flask.json import http_date
            parts.append("Expires=" + (expires if isinstance(expires, str) else http_date(expires)))
        if max_age is not None:
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
        self.set_cookie(key, expires=0, max_age=0, path=path, domain=domain, **names)

    def __call__(self, environ, start_response):
        start_response(self._status, self.get_wsgi_headers(environ))
        if environ["REQUEST_METHOD"] == "HEAD" or self.status_code in (204, 304) or self.status_code < 200:
            return []
        return _Sent(self)

    def get_wsgi_headers(self, environ):
        if 100 <= self.status_code < 200 or self.status_code == 204:
            del self.headers["Content-Length"]
        elif self.status_code != 304 and isinstance(self.response, (list, tuple)) and "Content-Length" not in self.headers:
            self.headers["Content-Length"] = str(len(self._body))
        return self.headers.to_wsgi_list()

    def __repr__(self):
        told = "streamed" if self.is_streamed else f"{sum([len(one) for one in self.iter_encoded()])} bytes"
        return f"<{type(self).__name__} {told} [{self._status}]>"


class _Sent:
    """A body on its way out."""

    def __init__(self, response):
        self._response = response

    def __iter__(self):
        return iter(self._response.iter_encoded())

    def close(self):
        self._response.close()


class _Listed:
    """A header that is a list of words."""

    def __init__(self, response, name):
        self._response, self._name = response, name

    def add(self, word):
        told = [one.strip() for one in (self._response.headers.get(self._name) or "").split(",") if one.strip()]
        if not any(one.lower() == word.lower() for one in told):
            self._response.headers[self._name] = ", ".join(told + [word])

    def __contains__(self, word):
        return word.lower() in (self._response.headers.get(self._name) or "").lower()


_FLAGS = ("no_cache", "no_store", "no_transform", "must_revalidate", "public", "private", "proxy_revalidate", "immutable")


class _CacheControl:
    """The header Cache-Control, part by part."""

    def __init__(self, response):
        object.__setattr__(self, "_response", response)

    def _parts(self):
        told = self.__dict__["_response"].headers.get("Cache-Control") or ""
        return dict([one.strip().partition("=")[::2] for one in told.split(",") if one.strip()])

    def __getattr__(self, name):
        parts, key = self._parts(), name.replace("_", "-")
        if name in _FLAGS:
            return key in parts
        return int(parts[key]) if key in parts else None

    def __setattr__(self, name, value):
        parts, key = self._parts(), name.replace("_", "-")
        parts.pop(key, None)
        if value is not None and value is not False:
            parts[key] = "" if value is True else str(value)
        self.__dict__["_response"].headers["Cache-Control"] = ", ".join([k + ("=" + v if v else "") for k, v in parts.items()])
