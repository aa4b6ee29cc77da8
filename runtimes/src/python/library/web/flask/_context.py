"""What is around while a request is dealt with."""
from flask.globals import _AppCtxGlobals, current_app, g, request, session

# Contexts of requests, the innermost last.
_contexts = []


class _Context:
    """What is around while a request, or something like one, is dealt with."""

    def __init__(self, app, request=None):
        self.app = app
        self.request = request
        # How far the request has come: it decides which lines of Flask a traceback shows.
        self.stage = None

    def enter(self, found):
        current_app.__dict__["_stack"].append(self.app)
        g.__dict__["_stack"].append(_AppCtxGlobals())
        if self.request is not None:
            request.__dict__["_stack"].append(self.request)
            self.after = []
            _contexts.append(self)
            interface = self.app.session_interface
            self.session = found
            if found is None:
                self.session = interface.open_session(self.app, self.request) or interface.make_null_session(self.app)
                if self.app.secret_key and interface.is_null_session(self.session):
                    self.session = interface.session_class()
            session.__dict__["_stack"].append(self.session)

    def push(self):
        self.enter(None)
        if self.request is not None:
            self.app._find_rule()

    def pop(self, error=None):
        if self.request is not None:
            for name in self.request.blueprints + [None]:
                for function in reversed(self.app.teardown_request_funcs.get(name, ())):
                    function(error)
        for function in reversed(self.app.teardown_appcontext_funcs):
            function(error)
        self.leave()

    def leave(self):
        current_app.__dict__["_stack"].pop()
        g.__dict__["_stack"].pop()
        if self.request is not None:
            request.__dict__["_stack"].pop()
            session.__dict__["_stack"].pop()
            _contexts.pop()

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, kind, error, traceback):
        self.pop(error)


def has_request_context():
    return bool(_contexts)


def has_app_context():
    return bool(current_app)


def after_this_request(f):
    if not _contexts:
        raise RuntimeError(
            "'after_this_request' can only be used when a request context is active, such as in a view function."
        )
    _contexts[-1].after.append(f)
    return f
