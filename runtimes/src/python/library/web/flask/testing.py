"""A client without a server."""
import io
import json as _json


def _multipart(fields):
    """The bytes of a form with files, and their boundary."""
    boundary = "---------------WerkzeugFormPart_1667397600.0.5"
    out = b""
    for name, value in fields:
        out += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'.encode()
        if isinstance(value, tuple) or hasattr(value, "read"):
            parts = value if isinstance(value, tuple) else (value,)
            file = parts[0]
            filename = parts[1] if len(parts) > 1 else getattr(file, "filename", None) or getattr(file, "name", None) or ""
            kind = parts[2] if len(parts) > 2 else None
            if isinstance(file, str):
                filename, file = file.rpartition("/")[2], open(file, "rb")
            if kind is None:
                import mimetypes
                kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
            out += f'; filename="{filename}"\r\nContent-Type: {kind}\r\n\r\n'.encode() + file.read() + b"\r\n"
        else:
            out += b"\r\n\r\n" + str(value).encode() + b"\r\n"
    return out + f"--{boundary}--\r\n".encode(), boundary


def _pairs(data):
    return [(key, one) for key, value in data.items() for one in (value if isinstance(value, list) else [value])]


def environ_for(app, path="/", method="GET", data=None, json=None, headers=None, query_string=None, content_type=None,
                base_url=None, environ_overrides=None, environ_base=None, auth=None, input_stream=None, **more):
    from urllib.parse import urlencode, urlsplit
    from _d_wsgi import environ_of
    if more or input_stream:
        from _d_host import gap
        gap("these options of a request of the test client")
    sent = dict(headers or {})
    body = b""
    if json is not None:
        body, content_type = app.json.dumps(json).encode(), content_type or "application/json"
    elif isinstance(data, dict):
        pairs = _pairs(data)
        files = any(isinstance(one, tuple) or hasattr(one, "read") for _, one in pairs)
        if files or content_type == "multipart/form-data":
            body, boundary = _multipart(pairs)
            content_type = f"multipart/form-data; boundary={boundary}"
        else:
            body, content_type = urlencode(pairs).encode(), content_type or "application/x-www-form-urlencoded"
    elif data is not None:
        body = data.encode() if isinstance(data, str) else data
    if query_string:
        path += "?" + (urlencode(query_string, doseq=True) if isinstance(query_string, dict) else query_string)
    scheme, host = "http", "localhost"
    if "://" in path or base_url:
        whole = urlsplit(path if "://" in path else base_url)
        scheme, host = whole.scheme, whole.netloc
        if "://" in path:
            path = (whole.path or "/") + ("?" + whole.query if whole.query else "")
    if content_type:
        sent["Content-Type"] = content_type
    if auth:
        import base64
        sent["Authorization"] = "Basic " + base64.b64encode(":".join(auth).encode()).decode()
    names = {one.lower() for one in sent}
    if "host" not in names:
        sent["Host"] = host
    if "user-agent" not in names:
        from importlib.metadata import version
        sent["User-Agent"] = "Werkzeug/" + version("werkzeug")
    text = "".join([chr(one) for one in body])
    port = 443 if scheme == "https" else 80
    environ = environ_of({"path": path, "method": method, "headers": sent, "body": text, "remote": "127.0.0.1"}, host.split(":")[0], port, scheme)
    environ.update(environ_base or {})
    environ.update(environ_overrides or {})
    return environ


class FlaskClient:
    def __init__(self, app, use_cookies=True):
        self.application = app
        self._cookies = {} if use_cookies else None
        self.environ_base = {"REMOTE_ADDR": "127.0.0.1"}
        self._kept = None

    def open(self, path="/", method="GET", follow_redirects=False, **options):
        from _d_wsgi import call_application
        app = self.application
        environ = environ_for(app, path, method, **options)
        if self._cookies:
            told = "; ".join([f"{name}={value}" for name, value in self._cookies.items()])
            environ["HTTP_COOKIE"] = told + ("; " + environ["HTTP_COOKIE"] if environ.get("HTTP_COOKIE") else "")
        request = app.request_class(environ)
        status, headers, body = call_application(app, environ)
        response = TestResponse([body], status, headers)
        response.request, response.history = request, ()
        if self._cookies is not None:
            for name, value in headers:
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    if "Max-Age=0" in rest or "01 Jan 1970" in rest:
                        self._cookies.pop(key, None)
                    else:
                        self._cookies[key] = rest.split(";")[0]
        if follow_redirects and response.status_code in (301, 302, 303, 305, 307, 308):
            place = response.headers["Location"].replace("http://localhost", "") or "/"
            if not place.startswith("/"):
                from urllib.parse import urljoin
                place = urljoin(path, place)
            kept = response.status_code in (307, 308)
            more = options if kept else {key: value for key, value in options.items() if key in ("headers",)}
            last = self.open(place, method if kept or method == "HEAD" else "GET", True, **more)
            last.history = (response,) + tuple(last.history)
            return last
        return response

    def get(self, path="/", **options):
        return self.open(path, "GET", **options)

    def post(self, path="/", **options):
        return self.open(path, "POST", **options)

    def put(self, path="/", **options):
        return self.open(path, "PUT", **options)

    def delete(self, path="/", **options):
        return self.open(path, "DELETE", **options)

    def patch(self, path="/", **options):
        return self.open(path, "PATCH", **options)

    def head(self, path="/", **options):
        return self.open(path, "HEAD", **options)

    def options(self, path="/", **options):
        return self.open(path, "OPTIONS", **options)

    def set_cookie(self, key, value="", **options):
        self._cookies[key] = value

    def delete_cookie(self, key, **options):
        self._cookies.pop(key, None)

    def get_cookie(self, key, domain="localhost", path="/"):
        return _Cookie(key, self._cookies[key]) if key in self._cookies else None

    def session_transaction(self, *args, **names):
        return _Transaction(self)

    def __enter__(self):
        from _d_host import gap
        if False:
            gap("")
        return self

    def __exit__(self, *rest):
        pass


class _Cookie:
    def __init__(self, key, value):
        self.key, self.value, self.decoded_value = key, value, value


class _Transaction:
    """The session of a client, open for changes."""

    def __init__(self, client):
        self._client = client

    def __enter__(self):
        app = self._client.application
        environ = environ_for(app)
        environ["HTTP_COOKIE"] = "; ".join([f"{name}={value}" for name, value in self._client._cookies.items()])
        self._session = app.session_interface.open_session(app, app.request_class(environ))
        if self._session is None:
            raise RuntimeError("Session backend did not open a session.")
        return self._session

    def __exit__(self, kind, error, traceback):
        if kind is None:
            app = self._client.application
            response = app.response_class()
            app.session_interface.save_session(app, self._session, response)
            for value in response.headers.getlist("Set-Cookie"):
                key, _, rest = value.partition("=")
                self._client._cookies[key] = rest.split(";")[0]


from flask.wrappers import Response as _Response


class TestResponse(_Response):
    """What the test client was answered."""

    text = property(lambda self: self.get_data(True))
    __test__ = False


del _Response
