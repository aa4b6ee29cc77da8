"""A client without a server."""
import io
import json as _json

from _d_serving import of_latin1


def environ_for(app, path="/", method="GET", data=None, json=None, headers=None, query_string=None, content_type=None, base_url=None):
    from urllib.parse import urlencode
    from werkzeug.serving import environ_of
    sent = dict(headers or {})
    body = b""
    if json is not None:
        body, content_type = _json.dumps(json).encode(), content_type or "application/json"
    elif isinstance(data, dict):
        body, content_type = urlencode(data).encode(), content_type or "application/x-www-form-urlencoded"
    elif data is not None:
        body = data.encode() if isinstance(data, str) else data
    if query_string:
        path += "?" + (urlencode(query_string) if isinstance(query_string, dict) else query_string)
    if content_type:
        sent["Content-Type"] = content_type
    sent.setdefault("Host", "localhost")
    sent.setdefault("User-Agent", "Werkzeug")
    text = "".join([chr(one) for one in body])
    return environ_of({"path": path, "method": method, "headers": sent, "body": text, "remote": "127.0.0.1"}, "localhost", 80)


class FlaskClient:
    def __init__(self, app):
        self.application = app

    def open(self, path="/", method="GET", follow_redirects=False, **options):
        from flask.wrappers import Response
        from werkzeug.serving import call_application
        status, headers, body = call_application(self.application, environ_for(self.application, path, method, **options))
        response = Response(body, status, headers)
        if follow_redirects and 300 <= response.status_code < 400:
            place = response.headers["Location"].replace("http://localhost", "")
            return self.open(place, "GET" if response.status_code != 308 else method, True)
        return response

    def get(self, path, **options):
        return self.open(path, "GET", **options)

    def post(self, path, **options):
        return self.open(path, "POST", **options)

    def put(self, path, **options):
        return self.open(path, "PUT", **options)

    def delete(self, path, **options):
        return self.open(path, "DELETE", **options)

    def patch(self, path, **options):
        return self.open(path, "PATCH", **options)

    def head(self, path, **options):
        return self.open(path, "HEAD", **options)

    def options(self, path, **options):
        return self.open(path, "OPTIONS", **options)

    def __enter__(self):
        return self

    def __exit__(self, *rest):
        pass
