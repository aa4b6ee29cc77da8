"""What belongs to the request that is being answered."""


class _Proxy:
    """Stands for whatever is on top of a stack."""

    def __init__(self, name, message):
        object.__setattr__(self, "_stack", [])
        object.__setattr__(self, "_message", message)

    def _get_current_object(self):
        stack = self.__dict__["_stack"]
        if not stack:
            raise RuntimeError(self.__dict__["_message"])
        return stack[-1]

    def __getattr__(self, name):
        return getattr(self._get_current_object(), name)

    def __setattr__(self, name, value):
        setattr(self._get_current_object(), name, value)

    def __delattr__(self, name):
        delattr(self._get_current_object(), name)

    def __getitem__(self, key):
        return self._get_current_object()[key]

    def __setitem__(self, key, value):
        self._get_current_object()[key] = value

    def __delitem__(self, key):
        del self._get_current_object()[key]

    def __contains__(self, key):
        return key in self._get_current_object()

    def __iter__(self):
        return iter(self._get_current_object())

    def __bool__(self):
        return bool(self.__dict__["_stack"])

    def __repr__(self):
        return repr(self._get_current_object())


_REQUEST = """Working outside of request context.

This typically means that you attempted to use functionality that needed
an active HTTP request. Consult the documentation on testing for
information about how to avoid this problem."""
_APP = """Working outside of application context.

This typically means that you attempted to use functionality that needed
the current application. To solve this, set up an application context
with app.app_context(). See the documentation for more information."""
request = _Proxy("request", _REQUEST)
session = _Proxy("session", _REQUEST)
current_app = _Proxy("current_app", _APP)
g = _Proxy("g", _APP)


class _AppCtxGlobals:
    """`g`: a place for what lasts as long as a request."""

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    def pop(self, name, default=None):
        value = self.__dict__.get(name, default)
        if name in self.__dict__:
            delattr(self, name)
        return value

    def setdefault(self, name, default=None):
        if name not in self.__dict__:
            setattr(self, name, default)
        return self.__dict__[name]

    def __contains__(self, name):
        return name in self.__dict__

    def __iter__(self):
        return iter(list(self.__dict__))

    def __getattr__(self, name):
        raise AttributeError(name)

    def __repr__(self):
        return f"<flask.g of {current_app.name!r}>"
