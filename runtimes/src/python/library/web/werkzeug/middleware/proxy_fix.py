"""What a proxy in front tells of the client."""


class ProxyFix:
    def __init__(self, app, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0):
        self.app = app
        self._trusted = {"FOR": x_for, "PROTO": x_proto, "HOST": x_host, "PORT": x_port, "PREFIX": x_prefix}
        self.x_for, self.x_proto, self.x_host, self.x_port, self.x_prefix = x_for, x_proto, x_host, x_port, x_prefix

    def _told(self, environ, name):
        trusted, value = self._trusted[name], environ.get("HTTP_X_FORWARDED_" + name)
        if not (trusted and value):
            return None
        values = [one.strip() for one in value.split(",")]
        return values[-trusted] if len(values) >= trusted else None

    def __call__(self, environ, start_response):
        client, scheme, host, port, prefix = [self._told(environ, one) for one in ("FOR", "PROTO", "HOST", "PORT", "PREFIX")]
        environ["werkzeug.proxy_fix.orig"] = {
            key: environ.get(key)
            for key in ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME")
        }
        if client:
            environ["REMOTE_ADDR"] = client
        if scheme:
            environ["wsgi.url_scheme"] = scheme
        if host:
            environ["HTTP_HOST"] = host
            name, colon, number = host.rpartition(":")
            if colon and number.isdigit():
                environ["SERVER_NAME"], environ["SERVER_PORT"] = name, number
            else:
                environ["SERVER_NAME"] = host
        if port:
            if environ.get("HTTP_HOST"):
                environ["HTTP_HOST"] = environ["HTTP_HOST"].rpartition(":")[0] or environ["HTTP_HOST"]
                environ["HTTP_HOST"] += ":" + port
            environ["SERVER_PORT"] = port
        if prefix:
            environ["SCRIPT_NAME"] = prefix
        return self.app(environ, start_response)
