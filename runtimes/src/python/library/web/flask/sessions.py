"""Sessions: a dict that the browser keeps, signed."""


class SessionMixin:
    pass


class SecureCookieSession(dict):
    new = False
    modified = False
    accessed = False

    @property
    def permanent(self):
        return super().get("_permanent", False)

    @permanent.setter
    def permanent(self, value):
        self["_permanent"] = bool(value)

    def _changes(self):
        self.modified = self.accessed = True

    def __getitem__(self, key):
        self.accessed = True
        return super().__getitem__(key)

    def get(self, key, default=None):
        self.accessed = True
        return super().get(key, default)

    def __contains__(self, key):
        self.accessed = True
        return super().__contains__(key)

    def __setitem__(self, key, value):
        self._changes()
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self._changes()
        super().__delitem__(key)

    def pop(self, *args):
        self._changes()
        return super().pop(*args)

    def popitem(self):
        self._changes()
        return super().popitem()

    def setdefault(self, key, default=None):
        self._changes()
        return super().setdefault(key, default)

    def update(self, *args, **names):
        self._changes()
        for key, value in dict(*args, **names).items():
            super().__setitem__(key, value)

    def clear(self):
        self._changes()
        super().clear()


def _fail(self, *args, **names):
    raise RuntimeError(
        "The session is unavailable because no secret key was set.  Set the secret_key on the application to something "
        "unique and secret."
    )


class NullSession(SecureCookieSession):
    """What there is without a key: it can be read."""

    __setitem__ = __delitem__ = clear = pop = popitem = update = setdefault = _fail


def _tag(value):
    """What JSON has no word for, marked so that it comes back as it was."""
    kind = type(value)
    if isinstance(value, tuple):
        return {" t": [_tag(one) for one in value]}
    if isinstance(value, bytes):
        import base64
        return {" b": base64.b64encode(value).decode()}
    if hasattr(value, "__html__"):
        return {" m": str(value.__html__())}
    if isinstance(value, list):
        return [_tag(one) for one in value]
    if isinstance(value, dict):
        return {key: _tag(one) for key, one in value.items()}
    if kind.__name__ == "UUID":
        return {" u": value.hex}
    if kind.__name__ == "datetime":
        from flask.json import http_date
        return {" d": http_date(value)}
    return value


def _untag(value):
    if isinstance(value, list):
        return [_untag(one) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        key, one = list(value.items())[0]
        if key == " t":
            return tuple([_untag(each) for each in one])
        if key == " b":
            import base64
            return base64.b64decode(one)
        if key == " m":
            import markupsafe
            return markupsafe.Markup(one)
        if key == " u":
            import uuid
            return uuid.UUID(one)
        if key == " d":
            import datetime
            return datetime.datetime.strptime(one, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=datetime.timezone.utc)
    return {key: _untag(one) for key, one in value.items()}


class _Tagged:
    @staticmethod
    def dumps(value):
        from flask.json import dumps
        return dumps(_tag(value), separators=(",", ":"), sort_keys=False)

    @staticmethod
    def loads(text):
        import json
        return _untag(json.loads(text))


class SessionInterface:
    null_session_class = NullSession

    def make_null_session(self, app):
        return NullSession()

    def is_null_session(self, obj):
        return isinstance(obj, NullSession)


class SecureCookieSessionInterface(SessionInterface):
    salt = "cookie-session"
    session_class = SecureCookieSession

    def get_signing_serializer(self, app):
        if not app.secret_key:
            return None
        keys = list(app.config["SECRET_KEY_FALLBACKS"] or []) + [app.secret_key]
        # The server starts sooner without: few applications sign anything.
        import hashlib

        import itsdangerous
        return itsdangerous.URLSafeTimedSerializer(
            keys, salt=self.salt, serializer=_Tagged,
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha1},
        )

    def open_session(self, app, request):
        signer = self.get_signing_serializer(app)
        if signer is None:
            return None
        text = request.cookies.get(app.config["SESSION_COOKIE_NAME"])
        if not text:
            return self.session_class()
        from itsdangerous import BadSignature
        try:
            data = signer.loads(text, max_age=int(app.permanent_session_lifetime.total_seconds()))
        except BadSignature:
            return self.session_class()
        found = self.session_class(data)
        return found

    def save_session(self, app, session, response):
        config = app.config
        name, path = config["SESSION_COOKIE_NAME"], config["SESSION_COOKIE_PATH"] or config["APPLICATION_ROOT"]
        options = {
            "domain": config["SESSION_COOKIE_DOMAIN"], "path": path, "secure": config["SESSION_COOKIE_SECURE"],
            "samesite": config["SESSION_COOKIE_SAMESITE"], "httponly": config["SESSION_COOKIE_HTTPONLY"],
        }
        if session.accessed:
            response.vary.add("Cookie")
        if not session:
            if session.modified:
                response.delete_cookie(name, **options)
                response.vary.add("Cookie")
            return
        permanent = session.permanent
        if not (session.modified or permanent and config["SESSION_REFRESH_EACH_REQUEST"]):
            return
        if permanent:
            import datetime
            options["expires"] = datetime.datetime.now(datetime.timezone.utc) + app.permanent_session_lifetime
        text = self.get_signing_serializer(app).dumps(dict(session))
        response.set_cookie(name, text, **options)
        response.vary.add("Cookie")
