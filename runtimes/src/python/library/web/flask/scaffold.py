"""What an application and a blueprint have in common."""
import os
import sys


def _root(import_name):
    module = sys.modules.get(import_name)
    path = getattr(module, "__file__", None) if module is not None else None
    return os.path.dirname(os.path.abspath(path)) if path else os.getcwd()


class Scaffold:
    def __init__(self, import_name, static_folder=None, static_url_path=None, template_folder=None, root_path=None):
        self.import_name = import_name
        self.root_path = root_path or _root(import_name)
        self._static = static_folder
        self._static_url = static_url_path
        self.template_folder = template_folder
        self.view_functions = {}
        self.error_handler_spec = {}
        self.before_request_funcs = {}
        self.after_request_funcs = {}
        self.teardown_request_funcs = {}
        self.template_context_processors = {None: []}
        self.url_value_preprocessors = {}

    @property
    def static_folder(self):
        return None if self._static is None else os.path.join(self.root_path, self._static).rstrip("/")

    @property
    def static_url_path(self):
        if self._static_url is not None:
            return self._static_url.rstrip("/")
        return None if self._static is None else "/" + os.path.basename(self.static_folder)

    def send_static_file(self, filename):
        from flask.helpers import send_from_directory
        return send_from_directory(self.static_folder, filename)

    def route(self, rule, **options):
        def decorator(f):
            endpoint = options.pop("endpoint", None)
            self.add_url_rule(rule, endpoint, f, **options)
            return f
        return decorator

    def _method_route(self, method, rule, options):
        if "methods" in options:
            raise TypeError("Use the 'route' decorator to use the 'methods' argument.")
        return self.route(rule, methods=[method], **options)

    def get(self, rule, **options):
        return self._method_route("GET", rule, options)

    def post(self, rule, **options):
        return self._method_route("POST", rule, options)

    def put(self, rule, **options):
        return self._method_route("PUT", rule, options)

    def delete(self, rule, **options):
        return self._method_route("DELETE", rule, options)

    def patch(self, rule, **options):
        return self._method_route("PATCH", rule, options)

    def endpoint(self, endpoint):
        def decorator(f):
            self.view_functions[endpoint] = f
            return f
        return decorator

    def before_request(self, f):
        self.before_request_funcs.setdefault(None, []).append(f)
        return f

    def after_request(self, f):
        self.after_request_funcs.setdefault(None, []).append(f)
        return f

    def teardown_request(self, f):
        self.teardown_request_funcs.setdefault(None, []).append(f)
        return f

    def url_value_preprocessor(self, f):
        self.url_value_preprocessors.setdefault(None, []).append(f)
        return f

    def context_processor(self, f):
        self.template_context_processors[None].append(f)
        return f

    def errorhandler(self, code_or_exception):
        def decorator(f):
            self.register_error_handler(code_or_exception, f)
            return f
        return decorator

    def register_error_handler(self, code_or_exception, f):
        from werkzeug.exceptions import HTTPException, default_exceptions
        kind, code = code_or_exception, None
        if isinstance(kind, int):
            if kind not in default_exceptions:
                raise ValueError(f"'{kind}' is not a recognized HTTP error code. Use a subclass of HTTPException with that code instead.")
            kind = default_exceptions[kind]
        elif not isinstance(kind, type):
            raise TypeError(f"{kind!r} is an instance, not a class. Handlers can only be registered for Exception classes or HTTP error codes.")
        if not issubclass(kind, Exception):
            raise ValueError(f"'{kind.__name__}' is not a subclass of Exception.")
        if issubclass(kind, HTTPException):
            code = kind.code
        self.error_handler_spec.setdefault(None, {}).setdefault(code, {})[kind] = f


class _State:
    """What a blueprint is told when an application takes it over."""

    def __init__(self, blueprint, app):
        self.blueprint, self.app = blueprint, app
        self.first_registration = True


class Blueprint(Scaffold):
    """Routes that an application takes over later."""

    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None,
                 subdomain=None, url_defaults=None, root_path=None, cli_group=None):
        Scaffold.__init__(self, import_name, static_folder, static_url_path, template_folder, root_path)
        if not name:
            raise ValueError("'name' may not be empty.")
        if "." in name:
            raise ValueError("'name' may not contain a dot '.' character.")
        self.name = name
        self.url_prefix = url_prefix
        self._deferred = []
        self._nested = []
        self._late = []
        from flask.cli import AppGroup
        self.cli = AppGroup(name)
        self._cli_group = cli_group

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        endpoint = endpoint or view_func.__name__
        self._deferred.append((rule, endpoint, view_func, options))

    def register_blueprint(self, blueprint, **options):
        self._nested.append((blueprint, options))

    def register(self, app, options, above="", prefix_above=""):
        name = above + (options.get("name") or self.name)
        if name in app.blueprints:
            raise ValueError(f"The name '{name}' is already registered for a different blueprint. Use 'name=' to provide a unique name.")
        app.blueprints[name] = self
        prefix = options.get("url_prefix", self.url_prefix) or ""
        prefix = prefix_above + prefix.rstrip("/")
        if self.static_folder is not None:
            app.add_url_rule(
                f"{prefix}{self.static_url_path}/<path:filename>", f"{name}.static", lambda filename: self.send_static_file(filename)
            )
        for rule, endpoint, view, more in self._deferred:
            whole = (prefix + "/" + rule.lstrip("/") if rule else prefix) if prefix else rule
            app.add_url_rule(whole, f"{name}.{endpoint}", view, **dict(more))
        for table, theirs in (
            (self.before_request_funcs, app.before_request_funcs), (self.after_request_funcs, app.after_request_funcs),
            (self.teardown_request_funcs, app.teardown_request_funcs),
        ):
            if None in table:
                theirs.setdefault(name, []).extend(table[None])
        if None in self.error_handler_spec:
            app.error_handler_spec[name] = self.error_handler_spec[None]
        if None in self.url_value_preprocessors:
            app.url_value_preprocessors[name] = self.url_value_preprocessors[None]
        if self.template_context_processors[None]:
            app.template_context_processors[name] = self.template_context_processors[None]
        for function in self._late:
            function(app)
        if self.cli.commands:
            if self._cli_group is None:
                app.cli.commands.update(self.cli.commands)
            else:
                self.cli.name = self._cli_group or options.get("cli_group") or name
                app.cli.add_command(self.cli)
        for blueprint, more in self._nested:
            blueprint.register(app, more, name + ".", prefix)

    def record(self, func):
        self._late.append(lambda app: func(_State(self, app)))

    record_once = record

    def _for_app(self, method, f):
        self._late.append(lambda app: getattr(app, method)(f))
        return f

    def app_errorhandler(self, code):
        def decorator(f):
            self._late.append(lambda app: app.register_error_handler(code, f))
            return f
        return decorator

    def before_app_request(self, f):
        return self._for_app("before_request", f)

    def after_app_request(self, f):
        return self._for_app("after_request", f)

    def teardown_app_request(self, f):
        return self._for_app("teardown_request", f)

    def app_context_processor(self, f):
        return self._for_app("context_processor", f)

    def app_template_filter(self, name=None):
        def decorator(f):
            self._late.append(lambda app: app.add_template_filter(f, name))
            return f
        return decorator

    def app_template_global(self, name=None):
        def decorator(f):
            self._late.append(lambda app: app.add_template_global(f, name))
            return f
        return decorator

    def __repr__(self):
        return f"<Blueprint {self.name!r}>"
