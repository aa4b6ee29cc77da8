"""`flask run`."""
import os
import sys

from _d_host import gap

_HELP = "Try 'flask run --help' for help."


def _usage(text):
    print("Usage: flask run [OPTIONS]\n" + _HELP + "\n\nError: " + text, file=sys.stderr)
    sys.exit(2)


def _fail(text):
    print("Usage: flask [OPTIONS] COMMAND [ARGS]...\nTry 'flask --help' for help.\n\nError: " + text, file=sys.stderr)
    sys.exit(2)


def _load(place):
    """The application that `--app` or FLASK_APP names."""
    import importlib
    folder = os.getcwd()
    if folder not in sys.path:
        sys.path.insert(0, folder)
    if place is None:
        for name in ("wsgi", "app"):
            if os.path.exists(name + ".py") or os.path.isdir(name):
                place = name
                break
        else:
            _usage(
                "Could not locate a Flask application. Use the 'flask --app' option, 'FLASK_APP' environment variable, or "
                "a 'wsgi.py' or 'app.py' file in the current directory."
            )
    name, colon, attribute = place.partition(":")
    if name.endswith(".py"):
        name = name[:-3]
    parts = [one for one in name.split("/") if one and one != "."]
    if len(parts) > 1 or name.startswith("/"):
        sys.path.insert(0, os.path.abspath("/".join(name.split("/")[:-1])))
    name = parts[-1]
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        _usage(f"Could not import {name!r}.")
    from flask.app import Flask
    if colon:
        if attribute.endswith(")"):
            gap("flask --app with a call")
        found = getattr(module, attribute, None)
        if found is None:
            _usage(f"Failed to find attribute {attribute!r} in {name!r}.")
        return found() if not isinstance(found, Flask) and callable(found) else found
    for one in ("app", "application"):
        found = getattr(module, one, None)
        if isinstance(found, Flask):
            return found
    every = [value for value in module.__dict__.values() if isinstance(value, Flask)]
    if len(every) == 1:
        return every[0]
    if len(every) > 1:
        _usage(
            f"Detected multiple Flask applications in module '{name}'. Use '{name}:name' to specify the correct one."
        )
    for one in ("create_app", "make_app"):
        factory = getattr(module, one, None)
        if callable(factory):
            return factory()
    _usage(
        f"Failed to find Flask application or factory in module '{name}'. Use '{name}:name' to specify one."
    )


def main():
    args = sys.argv[1:]
    place, debug = os.environ.get("FLASK_APP"), None
    while args and args[0].startswith("-"):
        one, mark, value = args.pop(0).partition("=")
        if one in ("--app", "-A"):
            place = value if mark else args.pop(0)
        elif one == "--debug":
            debug = True
        elif one == "--no-debug":
            debug = False
        else:
            gap("flask " + one)
    if not args:
        gap("flask without a command", "print its help")
    command = args.pop(0)
    if command != "run":
        if command in ("routes", "shell"):
            gap("flask " + command)
        _fail(f"No such command {command!r}.")
    host = os.environ.get("FLASK_RUN_HOST", "127.0.0.1")
    port = os.environ.get("FLASK_RUN_PORT", "5000")
    reload = None
    while args:
        one, mark, value = args.pop(0).partition("=")
        if one in ("--host", "-h", "--port", "-p"):
            if not mark:
                if not args:
                    _usage(f"Option '{one}' requires an argument.")
                value = args.pop(0)
            if one in ("--host", "-h"):
                host = value
            else:
                port = value
        elif one in ("--debug", "--no-debug"):
            debug = one == "--debug"
        elif one in ("--reload", "--no-reload"):
            reload = one == "--reload"
        elif one in ("--with-threads", "--without-threads", "--debugger", "--no-debugger"):
            pass
        elif one.startswith("-"):
            if one in ("--cert", "--key", "--extra-files", "--exclude-patterns"):
                gap("flask run " + one)
            _usage(f"No such option: {one}")
        else:
            _usage(f"Got unexpected extra argument ({one})")
    if not port.isdigit():
        _usage(f"Invalid value for '--port' / '-p': {port!r} is not a valid integer.")
    if debug is None:
        debug = os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")
    os.environ["FLASK_RUN_FROM_CLI"] = "true"
    if debug:
        os.environ["FLASK_DEBUG"] = "1"
    shown = place
    app = _load(place)
    if debug:
        app.debug = True
    if shown is not None:
        print(f" * Serving Flask app '{shown}'")
    print(f" * Debug mode: {'on' if debug else 'off'}", flush=True)
    from werkzeug.serving import run_simple
    run_simple(host, int(port), app, use_reloader=debug if reload is None else reload, use_debugger=debug)
