"""Views that are classes."""
from flask.globals import current_app, request

http_method_funcs = frozenset(["get", "post", "head", "options", "delete", "put", "trace", "patch"])


class View:
    methods = None
    provide_automatic_options = None
    decorators = []
    init_every_request = True

    def dispatch_request(self):
        raise NotImplementedError()

    @classmethod
    def as_view(cls, name, *class_args, **class_kwargs):
        one = None if cls.init_every_request else cls(*class_args, **class_kwargs)

        def view(**kwargs):
            self = cls(*class_args, **class_kwargs) if one is None else one
            return self.dispatch_request(**kwargs)

        view.__name__ = name
        for decorator in cls.decorators:
            view = decorator(view)
        view.__name__ = name
        view.view_class = cls
        view.methods = cls.methods if cls.methods is not None else cls._methods()
        view.provide_automatic_options = cls.provide_automatic_options
        return view

    @classmethod
    def _methods(cls):
        return None


class MethodView(View):
    """One method of the class for each method of HTTP."""

    @classmethod
    def _methods(cls):
        return {name.upper() for name in http_method_funcs if hasattr(cls, name)} or None

    def dispatch_request(self, **kwargs):
        method = getattr(self, request.method.lower(), None)
        if method is None and request.method == "HEAD":
            method = getattr(self, "get", None)
        assert method is not None, f"Unimplemented method {request.method!r}"
        return method(**kwargs)
