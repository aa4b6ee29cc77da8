"""Responses."""
import json as _json

from _d_host import gap
from _d_serving import REASONS
from werkzeug.datastructures import Headers

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
