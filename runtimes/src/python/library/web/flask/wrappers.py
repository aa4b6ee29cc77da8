"""Requests and responses."""
import json as _json

from _d_host import gap
from flask._response import Response
from werkzeug.datastructures import CombinedMultiDict, Headers, ImmutableMultiDict, _title


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
