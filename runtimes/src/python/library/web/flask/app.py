"""The application."""
import os
import sys

from _d_host import gap
from flask._context import _Context, _contexts, after_this_request, has_app_context, has_request_context
from flask.config import DEFAULTS, Config
from flask.globals import current_app, request
from flask.json import Provider
from flask.scaffold import Scaffold
from flask.sessions import SecureCookieSessionInterface
from flask.wrappers import Request, Response
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound
from werkzeug.routing import Map, Rule


class Flask(Scaffold):
    request_class = Request
    response_class = Response
    session_interface = SecureCookieSessionInterface()

    def __init__(self, import_name, static_url_path=None, static_folder="static", static_host=None, host_matching=False,
                 subdomain_matching=False, template_folder="templates", instance_path=None,
                 instance_relative_config=False, root_path=None):
        Scaffold.__init__(self, import_name, static_folder, static_url_path, template_folder, root_path)
        self.config = Config(self.root_path, dict(DEFAULTS))
        self.config["DEBUG"] = os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")
        self.url_map = Map()
        self.json = Provider(self)
        self.blueprints = {}
        self.extensions = {}
        self.teardown_appcontext_funcs = []
        self.instance_path = instance_path or os.path.join(self.root_path, "instance")
        self.jinja_env = _Environment(self)
        self._served = False
        self._logger = None
        self._cli = None
        if self.static_folder is not None:
            self.add_url_rule(
                f"{self.static_url_path}/<path:filename>", "static", lambda filename: self.send_static_file(filename)
            )

    @property
    def cli(self):
        if self._cli is None:
            from flask.cli import AppGroup
            self._cli = AppGroup(self.name)
        return self._cli

    @property
    def name(self):
        if self.import_name == "__main__":
            path = getattr(sys.modules["__main__"], "__file__", None)
            return "__main__" if path is None else os.path.splitext(os.path.basename(path))[0]
        return self.import_name

    @property
    def logger(self):
        if self._logger is None:
            from flask.logging import create_logger
            self._logger = create_logger(self)
        return self._logger

    @property
    def debug(self):
        return bool(self.config["DEBUG"])

    @debug.setter
    def debug(self, value):
        self.config["DEBUG"] = value

    @property
    def secret_key(self):
        return self.config["SECRET_KEY"]

    @secret_key.setter
    def secret_key(self, value):
        self.config["SECRET_KEY"] = value

    @property
    def permanent_session_lifetime(self):
        import datetime
        told = self.config["PERMANENT_SESSION_LIFETIME"]
        return datetime.timedelta(seconds=told) if isinstance(told, int) else told

    @permanent_session_lifetime.setter
    def permanent_session_lifetime(self, value):
        self.config["PERMANENT_SESSION_LIFETIME"] = value

    @property
    def testing(self):
        return self.config["TESTING"]

    @testing.setter
    def testing(self, value):
        self.config["TESTING"] = value

    def _check_setup(self, name):
        if self._served:
            raise AssertionError(
                f"The setup method {name!r} can no longer be called on the application. It has already handled its "
                "first request, any changes will not be applied consistently.\n"
                "Make sure all imports, decorators, functions, etc. needed to set up the application are done before running it."
            )

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        self._check_setup("add_url_rule")
        if endpoint is None:
            endpoint = view_func.__name__
        methods = options.pop("methods", None) or getattr(view_func, "methods", None) or ("GET",)
        if isinstance(methods, str):
            raise TypeError('Allowed methods must be a list of strings, for example: @app.route(..., methods=["POST"])')
        methods = {one.upper() for one in methods}
        if provide_automatic_options is None:
            provide_automatic_options = getattr(view_func, "provide_automatic_options", None)
        automatic = provide_automatic_options if provide_automatic_options is not None else "OPTIONS" not in methods
        methods |= set(getattr(view_func, "required_methods", ()))
        made = Rule(rule, endpoint, methods | ({"OPTIONS"} if automatic else set()), options.pop("defaults", None), options.pop("strict_slashes", True))
        made.automatic_options = automatic
        options.pop("subdomain", None)
        if options:
            gap("the option " + ", ".join(options) + " of a route")
        self.url_map.add(made)
        if view_func is not None:
            old = self.view_functions.get(endpoint)
            if old is not None and old is not view_func:
                raise AssertionError(f"View function mapping is overwriting an existing endpoint function: {endpoint}")
            self.view_functions[endpoint] = view_func

    def register_blueprint(self, blueprint, **options):
        blueprint.register(self, options)

    def app_context(self):
        return _Context(self)

    def test_request_context(self, path="/", method="GET", **options):
        from flask.testing import environ_for
        return _Context(self, self.request_class(environ_for(self, path, method, **options)))

    def test_client(self, use_cookies=True, **options):
        from flask.testing import FlaskClient
        return FlaskClient(self, use_cookies)

    def test_cli_runner(self, **options):
        gap("app.test_cli_runner()", "run a command of the application")

    def ensure_sync(self, function):
        return function

    def log_exception(self, exc_info):
        gap("app.log_exception() called by a program")

    def url_for(self, endpoint, **values):
        from flask.helpers import url_for
        return url_for(endpoint, **values)

    def shell_context_processor(self, f):
        return f

    def open_resource(self, resource, mode="rb", encoding=None):
        return open(os.path.join(self.root_path, resource), mode)

    def template_test(self, name=None):
        def note(f):
            self.jinja_env.tests[name or f.__name__] = f
            return f
        return note

    def add_template_filter(self, f, name=None):
        self.jinja_env.filters[name or f.__name__] = f

    def add_template_global(self, f, name=None):
        self.jinja_env.globals[name or f.__name__] = f

    def teardown_appcontext(self, f):
        self.teardown_appcontext_funcs.append(f)
        return f

    def template_filter(self, name=None):
        def note(f):
            self.jinja_env.filters[name or f.__name__] = f
            return f
        return note

    def template_global(self, name=None):
        def note(f):
            self.jinja_env.globals[name or f.__name__] = f
            return f
        return note

    def make_response(self, rv):
        status = headers = None
        if isinstance(rv, tuple):
            if len(rv) == 3:
                rv, status, headers = rv
            elif len(rv) == 2:
                if isinstance(rv[1], (dict, list, tuple)) or hasattr(rv[1], "to_wsgi_list"):
                    rv, headers = rv
                else:
                    rv, status = rv
            else:
                raise TypeError(
                    "The view function did not return a valid response tuple. The tuple must have the form (body, status, "
                    "headers), (body, status), or (body, headers)."
                )
        if rv is None:
            raise TypeError(
                f"The view function for {request.endpoint!r} did not return a valid response. The function either "
                "returned None or ended without a return statement."
            )
        if not isinstance(rv, Response):
            if isinstance(rv, (str, bytes, bytearray)) or hasattr(rv, "__next__") or hasattr(rv, "__html__"):
                rv = self.response_class(rv, status)
                status = None
            elif isinstance(rv, (dict, list)):
                rv = self.json.response(rv)
            elif isinstance(rv, HTTPException):
                rv = rv.get_response()
            elif callable(rv):
                from _d_wsgi import call_application
                told, headers_of, body = call_application(rv, request.environ)
                rv = self.response_class(body, told, headers_of)
            else:
                raise TypeError(
                    "The view function did not return a valid response. The return type must be a string, dict, list, "
                    "tuple with headers or status, Response instance, or WSGI callable, but it was a "
                    f"{type(rv).__name__}."
                )
        if status is not None:
            rv.status = status
        if headers:
            rv.headers.update(headers)
        return rv

    def _names(self):
        return [None] + request.blueprints[::-1]

    def preprocess_request(self):
        for name in self._names():
            for function in self.url_value_preprocessors.get(name, ()):
                function(request.endpoint, request.view_args)
        _contexts[-1].stage = "before"
        for name in self._names():
            for function in self.before_request_funcs.get(name, ()):
                answer = function()
                if answer is not None:
                    return answer
        return None

    def dispatch_request(self):
        found = self.url_map.match(request.path, request.method)
        if found is None:
            raise NotFound()
        if isinstance(found, str):
            from flask.helpers import redirect
            query = request.environ["QUERY_STRING"]
            from urllib.parse import quote
            raise HTTPException(response=redirect(request.host_url[:-1] + quote(found) + ("?" + query if query else ""), 308))
        if isinstance(found, set):
            raise MethodNotAllowed(sorted(found))
        rule, values = found
        if request.method == "OPTIONS" and rule.automatic_options:
            allowed = set()
            for one in self.url_map.rules:
                if one.match(request.path) is not None:
                    allowed |= one.methods
            response = self.response_class()
            response.headers["Allow"] = ", ".join(sorted(allowed))
            return response
        _contexts[-1].stage = "view"
        return self.view_functions[rule.endpoint](**values)

    def _find_rule(self):
        found = self.url_map.match(request.path, request.method)
        actual = request._get_current_object()
        if isinstance(found, tuple):
            actual.url_rule, actual.view_args = found
        elif found is None:
            actual.routing_exception = NotFound()

    def handle_user_exception(self, error):
        if isinstance(error, HTTPException):
            if error.response is not None:
                return error
            handler = self._handler(error, error.code)
            return error if handler is None else handler(error)
        handler = self._handler(error, None)
        if handler is None:
            raise error
        return handler(error)

    def _handler(self, error, code):
        for wanted in ((code, None) if code is not None else (None,)):
            for name in request.blueprints + [None]:
                table = self.error_handler_spec.get(name, {}).get(wanted, {})
                for kind in type(error).__mro__:
                    if kind in table:
                        return table[kind]
        return None

    def full_dispatch_request(self):
        self._served = True
        try:
            answer = self.preprocess_request()
            if answer is None:
                answer = self.dispatch_request()
        except Exception as error:
            answer = self.handle_user_exception(error)
        return self.finalize_request(answer)

    def finalize_request(self, answer):
        _contexts[-1].stage = None
        response = self.make_response(answer)
        context = _contexts[-1]
        for function in context.after:
            response = function(response)
        for name in request.blueprints + [None]:
            for function in reversed(self.after_request_funcs.get(name, ())):
                response = function(response)
        if not self.session_interface.is_null_session(context.session):
            self.session_interface.save_session(self, context.session, response)
        return response

    def handle_exception(self, error):
        propagate = self.config["PROPAGATE_EXCEPTIONS"]
        if propagate is None:
            propagate = self.testing or self.debug
        if propagate:
            raise error
        from flask.logging import told
        self.logger.error(f"Exception on {request.path} [{request.method}]\n{told(error)}", _module="app")
        server_error = InternalServerError(original_exception=error)
        handler = self._handler(server_error, 500)
        return self.finalize_request(server_error if handler is None else handler(server_error))

    def wsgi_app(self, environ, start_response):
        context = _Context(self, self.request_class(environ))
        context.push()
        problem = None
        try:
            try:
                response = self.full_dispatch_request()
            except Exception as error:
                problem = error
                response = self.handle_exception(error)
            return response(environ, start_response)
        finally:
            context.pop(problem)

    def __call__(self, environ, start_response):
        return self.wsgi_app(environ, start_response)

    def run(self, host=None, port=None, debug=None, load_dotenv=True, **options):
        if os.environ.get("FLASK_RUN_FROM_CLI") == "true":
            import warnings
            print(
                " * Ignoring a call to 'app.run()' that would block the current 'flask' CLI command.\n"
                "   Only call 'app.run()' in an 'if __name__ == \"__main__\"' guard.", file=sys.stderr
            )
            return
        if "FLASK_DEBUG" in os.environ:
            self.debug = os.environ["FLASK_DEBUG"].lower() not in ("", "0", "false", "no")
        if debug is not None:
            self.debug = bool(debug)
        name, _, number = (self.config["SERVER_NAME"] or "").partition(":")
        host = host or name or "127.0.0.1"
        port = int(port if port is not None else number or 5000)
        options.setdefault("use_reloader", self.debug)
        options.setdefault("use_debugger", self.debug)
        from flask.cli import show_server_banner
        show_server_banner(self.debug, self.name)
        from werkzeug.serving import run_simple
        run_simple(host, port, self, **options)

    def __repr__(self):
        return f"<Flask {self.name!r}>"


class _Environment:
    """What templates of this application know."""

    def __init__(self, app):
        self._app = app
        self.filters = {}
        self.globals = {}
        self.tests = {}
        self.trim_blocks = self.lstrip_blocks = False
