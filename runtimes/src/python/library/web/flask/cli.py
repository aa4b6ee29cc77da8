"""The command `flask`."""
import os
import sys

import _d_imports
import click
from _d_host import gap


class NoAppException(click.UsageError):
    """There is no application to be found."""


def with_appcontext(f):
    def inner(*args, **names):
        from flask.globals import current_app
        if current_app:
            return f(*args, **names)
        app = click.get_current_context().obj.load_app()
        with app.app_context():
            return f(*args, **names)
    import functools
    inner = functools.wraps(f)(inner)
    click.declared(inner, click.declared(f))
    return inner


class AppGroup(click.Group):
    def command(self, *args, **names):
        with_context = names.pop("with_appcontext", True)

        def note(f):
            return click.Group.command(self, *args, **names)(with_appcontext(f) if with_context else f)
        return note

    def group(self, *args, **names):
        names["cls"] = AppGroup
        return click.Group.command(self, *args, **names)


def _with_args(factory, inside):
    """A factory called with the literals between its brackets."""
    positional, named = [], {}
    if inside.strip():
        def gather(*args, **names):
            return args, names
        try:
            positional, named = eval(f"gather({inside})", {"gather": gather, "__builtins__": {}})
        except Exception:
            gap("flask --app with these arguments", "read them as literals")
    return factory(*positional, **named)


def find_best_app(module):
    from flask.app import Flask
    for one in ("app", "application"):
        found = getattr(module, one, None)
        if isinstance(found, Flask):
            return found
    name = _d_imports.space_of(module)["__name__"]
    every = [value for value in _d_imports.space_of(module).values() if isinstance(value, Flask)]
    if len(every) == 1:
        return every[0]
    if len(every) > 1:
        raise NoAppException(
            f"Detected multiple Flask applications in module '{name}'. Use '{name}:name' to specify the correct one."
        )
    for one in ("create_app", "make_app"):
        factory = getattr(module, one, None)
        if callable(factory):
            try:
                app = factory()
            except TypeError as error:
                if one not in str(error):
                    raise
                raise NoAppException(
                    f"Detected factory '{one}' in module '{name}', but could not call it without arguments. Use "
                    f"'{name}:{one}(args)' to specify arguments."
                )
            if isinstance(app, Flask):
                return app
    raise NoAppException(
        f"Failed to find Flask application or factory in module '{name}'. Use '{name}:name' to specify one."
    )


def find_app_by_string(module, text):
    from flask.app import Flask
    own = _d_imports.space_of(module)["__name__"]
    name, bracket, inside = text.strip().partition("(")
    if not name.isidentifier() or bracket and not inside.endswith(")"):
        if not all(one.isidentifier() for one in name.split(".")):
            raise NoAppException(f"Failed to parse {text!r} as an attribute name or function call.")
        raise NoAppException("Function reference must be a simple name: {!r}.".format(text) if bracket else f"Failed to parse {text!r} as an attribute name or function call.")
    try:
        found = getattr(module, name)
    except AttributeError:
        raise NoAppException(f"Failed to find attribute {name!r} in {own!r}.")
    if bracket or not isinstance(found, Flask) and callable(found):
        try:
            app = _with_args(found, inside[:-1])
        except TypeError as error:
            if name not in str(error):
                raise
            raise NoAppException(
                f"The factory {text!r} in module {own!r} could not be called with the specified arguments."
            )
    else:
        app = found
    if isinstance(app, Flask):
        return app
    raise NoAppException(f"A valid Flask application was not obtained from '{own}:{text}'.")


def prepare_import(path):
    """Puts the folder of a file in the search path. Gives the name to import it by."""
    path = os.path.realpath(path)
    if os.path.splitext(path)[1] == ".py":
        path = os.path.splitext(path)[0]
    if os.path.basename(path) == "__init__":
        path = os.path.dirname(path)
    names = []
    while True:
        path, name = os.path.split(path)
        names.append(name)
        if not os.path.exists(os.path.join(path, "__init__.py")):
            break
    if sys.path[0] != path:
        sys.path.insert(0, path)
    return ".".join(names[::-1])


def locate_app(module_name, app_name, raise_if_not_found=True):
    import importlib
    import traceback
    try:
        importlib.import_module(module_name)
    except ImportError as error:
        if getattr(error, "name", None) != module_name or _has_frames(error):
            own = f"Traceback (most recent call last):\n  File \"{__file__}\", line 245, in locate_app\n    __import__(module_name)\n"
            text = "".join(traceback.format_exception(error))
            if "Traceback (most recent call last):\n" in text and text.count("Traceback") == 1:
                frames = text.split("Traceback (most recent call last):\n")[1]
                start = frames.find('  File "', frames.find("import_module") if "importlib" in frames else 0)
                text = own + frames
            raise NoAppException(f"While importing {module_name!r}, an ImportError was raised:\n\n{text}")
        if raise_if_not_found:
            raise NoAppException(f"Could not import {module_name!r}.")
        return None
    module = sys.modules[module_name]
    return find_best_app(module) if app_name is None else find_app_by_string(module, app_name)


def _has_frames(error):
    import traceback
    return "  File \"" in "".join(traceback.format_exception(error)).replace(f"  File \"{sys.argv[0]}\"", "")


class ScriptInfo:
    def __init__(self, app_import_path=None, create_app=None, **names):
        self.app_import_path = app_import_path
        self.create_app = create_app
        self.debug = None
        self._app = None

    def load_app(self):
        if self._app is not None:
            return self._app
        app = None
        if self.create_app is not None:
            app = self.create_app()
        elif self.app_import_path:
            path, colon, name = self.app_import_path.partition(":")
            app = locate_app(prepare_import(path), name if colon else None)
        else:
            for path in ("wsgi.py", "app.py"):
                app = locate_app(prepare_import(path), None, False)
                if app is not None:
                    break
        if app is None:
            raise NoAppException(
                "Could not locate a Flask application. Use the 'flask --app' option, 'FLASK_APP' environment variable, or "
                "a 'wsgi.py' or 'app.py' file in the current directory."
            )
        if get_debug_flag():
            app.debug = True
        self._app = app
        return app


def get_debug_flag():
    return os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")


class FlaskGroup(AppGroup):
    """`flask`: its own commands, and the application's."""

    def __init__(self, create_app=None, **names):
        super().__init__("flask", help=_ABOUT)
        self.create_app = create_app
        self.params = [
            _option("-e", "--env-file", help="x"),
            _option("-A", "--app", metavar="IMPORT"), _option("--debug/--no-debug", default=None),
            _option("--version", is_flag=True, callback=_version),
        ]

    def list_commands(self, ctx):
        gap("the help of flask", "list its commands and options")

    def get_command(self, ctx, name):
        own = {"run": _run, "routes": _routes}.get(name)
        if own is not None:
            return own
        if name == "shell":
            gap("flask shell", "open a prompt of Python")
        info = ctx.obj
        try:
            app = info.load_app()
        except NoAppException as error:
            click.secho(f"Error: {error.format_message()}\n", err=True, fg="red")
            return None
        return app.cli.get_command(ctx, name)

    def get_help(self, ctx):
        return self.list_commands(ctx)

    def _call(self, ctx):
        if ctx.params["env_file"]:
            gap("flask --env-file")
        if ctx.params["debug"] is not None:
            os.environ["FLASK_DEBUG"] = "1" if ctx.params["debug"] else "0"

    def invoke_in(self, ctx, args):
        ctx.obj = ScriptInfo(create_app=self.create_app)
        self._read(ctx, args)
        ctx.obj.app_import_path = ctx.params["app"] or os.environ.get("FLASK_APP")
        if ctx.args and ctx.args[0] == "run":
            os.environ["FLASK_RUN_FROM_CLI"] = "true"
        folder = os.getcwd()
        return super().invoke_in(ctx, args)


_ABOUT = "A general utility script for Flask applications."


def _option(*declared, **names):
    return click._Parameter(declared, **names)


def _version(ctx, parameter, value):
    if value:
        from importlib.metadata import version
        import platform
        print(f"Python {platform.python_version()}\nFlask {version('flask')}\nWerkzeug {version('werkzeug')}")
        raise click.Exit(0)


def show_server_banner(debug, app_import_path):
    if os.environ.get("WERKZEUG_RUN_MAIN") == "true":
        return
    if app_import_path is not None:
        click.echo(f" * Serving Flask app '{app_import_path}'")
    if debug is not None:
        click.echo(f" * Debug mode: {'on' if debug else 'off'}")


def _run_command(host, port, reload, debugger, threads, debug, cert, key, extra_files, exclude_patterns):
    info = click.get_current_context().obj
    if cert or key:
        gap("flask run with a certificate", "serve by TLS")
    if debug is not None:
        os.environ["FLASK_DEBUG"] = "1" if debug else "0"
    try:
        app = info.load_app()
    except Exception as error:
        if os.environ.get("WERKZEUG_RUN_MAIN") == "true" or isinstance(error, click.ClickException) and not get_debug_flag():
            raise
        if not get_debug_flag():
            raise
        gap("a server whose application does not load yet: " + str(error), "start, and show the error on each request")
    debug = get_debug_flag()
    reload, debugger = debug if reload is None else reload, debug if debugger is None else debugger
    show_server_banner(debug, info.app_import_path)
    from werkzeug.serving import run_simple
    run_simple(host, port, app, use_reloader=reload, use_debugger=debugger)


_run = click.Command("run", _run_command, [
    _option("--debug/--no-debug", default=None), _option("--host", "-h", default=os.environ.get("FLASK_RUN_HOST", "127.0.0.1")),
    _option("--port", "-p", type=int, default=os.environ.get("FLASK_RUN_PORT", 5000)), _option("--cert"), _option("--key"),
    _option("--reload/--no-reload", default=None), _option("--debugger/--no-debugger", default=None),
    _option("--with-threads/--without-threads", "threads", default=True), _option("--extra-files"), _option("--exclude-patterns"),
], help="Run a local development server.")


def _routes_command(sort, all_methods):
    from flask.globals import current_app
    rules = list(current_app.url_map.iter_rules())
    if not rules:
        click.echo("No routes were registered.")
        return
    ignored = set() if all_methods else {"HEAD", "OPTIONS"}
    rows = [[one.endpoint, ", ".join(sorted(one.methods - ignored)), one.rule] for one in rules]
    headers = ["Endpoint", "Methods", "Rule"]
    sorts = ["endpoint", "methods", "rule"]
    if sort in sorts:
        place = sorts.index(sort)
        rows.sort(key=lambda row: row[place])
    rows.insert(0, headers)
    widths = [max([len(row[place]) for row in rows]) for place in range(3)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        click.echo("  ".join([text.ljust(width) for text, width in zip(row, widths)]))


_routes = click.Command("routes", with_appcontext(_routes_command), [
    _option("--sort", "-s", type=click.Choice(["endpoint", "methods", "domain", "rule", "match"]), default="endpoint"),
    _option("--all-methods", is_flag=True),
], help="Show the routes for the app.")

cli = FlaskGroup()


def main():
    cli.main()
