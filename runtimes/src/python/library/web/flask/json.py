"""JSON as Flask writes it."""
import json as _json


def http_date(value):
    """A date, or seconds since 1970, as HTTP writes it."""
    import time
    if isinstance(value, (int, float)):
        parts = time.gmtime(value)
    else:
        parts = value.utctimetuple() if hasattr(value, "utctimetuple") else value.timetuple()
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", parts)


def _default(value):
    import datetime
    import decimal
    import uuid
    if isinstance(value, datetime.date):
        return http_date(value)
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if hasattr(value, "__dataclass_fields__"):
        import dataclasses
        return dataclasses.asdict(value)
    if hasattr(value, "__html__"):
        return str(value.__html__())
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def dumps(obj, **kwargs):
    kwargs.setdefault("default", _default)
    kwargs.setdefault("sort_keys", True)
    return _json.dumps(obj, **kwargs)


def dump(obj, fp, **kwargs):
    fp.write(dumps(obj, **kwargs))


loads = _json.loads
load = _json.load


def jsonify(*args, **kwargs):
    from flask.globals import current_app
    if args and kwargs:
        raise TypeError("app.json.response() takes either args or kwargs, not both")
    value = args[0] if len(args) == 1 else (list(args) if args else (kwargs or None))
    return current_app.json.response(value)


class Provider:
    """`app.json`."""

    ensure_ascii = True
    sort_keys = True
    compact = None
    mimetype = "application/json"

    def __init__(self, app):
        self._app = app

    def dumps(self, obj, **kwargs):
        kwargs.setdefault("ensure_ascii", self.ensure_ascii)
        kwargs.setdefault("sort_keys", self.sort_keys)
        return dumps(obj, **kwargs)

    def loads(self, text, **kwargs):
        return _json.loads(text, **kwargs)

    def response(self, *args, **kwargs):
        value = args[0] if len(args) == 1 else (list(args) if args else (kwargs or None))
        names = {"separators": (",", ":")}
        if self.compact is None and self._app.debug or self.compact is False:
            names = {"indent": 2}
        return self._app.response_class(self.dumps(value, **names) + "\n", mimetype=self.mimetype)
