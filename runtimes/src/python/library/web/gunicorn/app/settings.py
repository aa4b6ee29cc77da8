"""Gunicorn's settings: a configuration file, GUNICORN_CMD_ARGS, the command line, each over the one before."""
import os
import shlex
import sys

from _d_host import gap

# Name of the setting, how it is read, its flags.
_SETTINGS = (
    ("bind", list, "-b", "--bind"), ("workers", int, "-w", "--workers"), ("worker_class", str, "-k", "--worker-class"),
    ("threads", int, "--threads"), ("timeout", int, "-t", "--timeout"), ("graceful_timeout", int, "--graceful-timeout"),
    ("keepalive", int, "--keep-alive"), ("max_requests", int, "--max-requests"), ("backlog", int, "--backlog"),
    ("max_requests_jitter", int, "--max-requests-jitter"), ("accesslog", str, "--access-logfile"),
    ("errorlog", str, "--error-logfile", "--log-file"), ("loglevel", str, "--log-level"), ("chdir", str, "--chdir"),
    ("pythonpath", str, "--pythonpath"), ("raw_env", list, "-e", "--env"), ("proc_name", str, "-n", "--name"),
    ("worker_tmp_dir", str, "--worker-tmp-dir"), ("config", str, "-c", "--config"), ("preload_app", bool, "--preload"),
    ("capture_output", bool, "--capture-output"), ("access_log_format", str, "--access-logformat"),
    ("forwarded_allow_ips", str, "--forwarded-allow-ips"), ("worker_connections", int, "--worker-connections"),
    ("no_control_socket", bool, "--no-control-socket"), ("reuse_port", bool, "--reuse-port"), ("reload", bool, "--reload"),
    ("limit_request_line", int, "--limit-request-line"), ("pidfile", str, "-p", "--pid"), ("check_config", bool, "--check-config"),
    ("enable_stdio_inheritance", bool, "-R", "--enable-stdio-inheritance"), ("umask", int, "-m", "--umask"),
    ("disable_redirect_access_to_syslog", bool, "--disable-redirect-access-to-syslog"),
)
_LATER = ("check_config", "pidfile", "umask")
_HOOKS = (
    "on_starting", "when_ready", "pre_fork", "post_fork", "post_worker_init", "worker_exit", "on_exit", "on_reload", "worker_int",
    "worker_abort", "pre_exec", "pre_request", "post_request", "child_exit", "nworkers_changed",
)
_USAGE = "usage: gunicorn [OPTIONS] [APP_MODULE]\ngunicorn: error: "


def _fail(text):
    sys.stderr.write(_USAGE + text + "\n")
    sys.exit(2)


def _from_arguments(args):
    flags = {flag: (name, kind, names) for name, kind, *names in _SETTINGS for flag in names}
    found, rest = {}, []
    args = list(args)
    while args:
        one = args.pop(0)
        if not one.startswith("-") or one == "-":
            rest.append(one)
            continue
        flag, mark, value = one.partition("=") if one.startswith("--") else (one[:2], "=" if len(one) > 2 else "", one[2:])
        if flag in ("-v", "--version"):
            from importlib.metadata import version
            print(f"gunicorn (version {version('gunicorn')})")
            sys.exit(0)
        if flag in ("-h", "--help", "-D", "--daemon", "-u", "--user", "-g", "--group", "--certfile", "--keyfile", "--print-config"):
            gap("gunicorn " + flag)
        if flag not in flags:
            _fail("unrecognized arguments: " + one)
        name, kind, names = flags[flag]
        if kind is bool:
            found[name] = True
            continue
        if not mark:
            if not args or args[0].startswith("-") and args[0] != "-" and len(args[0]) > 1:
                _fail(f"argument {'/'.join(names)}: expected one argument")
            value = args.pop(0)
        if kind is int:
            if not value.lstrip("-").isdigit():
                _fail(f"argument {'/'.join(names)}: invalid int value: {value!r}")
            found[name] = int(value)
        elif kind is list:
            found.setdefault(name, []).append(value)
        else:
            found[name] = value
    return found, rest


def _from_file(path, told):
    if path is None:
        path = "gunicorn.conf.py"
        if not os.path.exists(path):
            return {}, {}
    path = path.removeprefix("file:")
    if path.startswith("python:"):
        gap("gunicorn with the configuration " + path)
    if not os.path.exists(path):
        sys.stderr.write(f"\nError: {path!r} doesn't exist\n\n")
        sys.exit(1)
    with open(path) as file:
        text = file.read()
    space = {"__builtins__": __builtins__, "__name__": "__config__", "__file__": os.path.abspath(path), "__doc__": None, "__package__": None}
    try:
        exec(compile(text, path, "exec"), space)
    except Exception as error:
        gap("an error in gunicorn's configuration: " + str(error), "print the traceback and exit with status 1")
    known = {name for name, *_ in _SETTINGS} | {"wsgi_app"}
    found, hooks = {}, {}
    for name, value in space.items():
        if name in known:
            found[name] = value
        elif name in _HOOKS:
            hooks[name] = value
        elif name in ("user", "group", "certfile", "keyfile", "logconfig", "logconfig_dict", "logger_class", "daemon", "print_config"):
            gap("gunicorn's setting " + name)
    return found, hooks


def read_settings():
    given, rest = _from_arguments(sys.argv[1:])
    around, more = _from_arguments(shlex.split(os.environ.get("GUNICORN_CMD_ARGS", "")))
    settings = {
        "bind": ["0.0.0.0:" + os.environ["PORT"]] if os.environ.get("PORT") else ["127.0.0.1:8000"],
        "workers": os.environ.get("WEB_CONCURRENCY", "1"), "worker_class": "sync", "threads": 1, "accesslog": None,
        "errorlog": "-", "loglevel": "info", "chdir": os.getcwd(), "pythonpath": None, "raw_env": [], "preload_app": False,
        "access_log_format": None, "no_control_socket": False, "wsgi_app": None,
    }
    from_file, hooks = _from_file(given.get("config") or around.get("config"), settings)
    for one in (from_file, around, given):
        settings.update(one)
    if isinstance(settings["bind"], str):
        settings["bind"] = [one.strip() for one in settings["bind"].split(",")]
    if isinstance(settings["raw_env"], str):
        settings["raw_env"] = [settings["raw_env"]]
    for name in ("workers", "threads"):
        try:
            settings[name] = int(settings[name])
        except (TypeError, ValueError):
            gap(f"gunicorn with {settings[name]!r} {name}", "refuse it")
    settings["loglevel"] = settings["loglevel"].lower()
    settings["chdir"] = os.path.abspath(settings["chdir"])
    settings["hooks"] = hooks
    if not os.path.isdir(settings["chdir"]):
        gap("gunicorn --chdir to a folder that is not there")
    for name in _LATER:
        if settings.get(name):
            gap("gunicorn's setting " + name)
    if rest:
        settings["wsgi_app"] = rest[0]
    if any(name in hooks for name in ("pre_request", "post_request")):
        gap("gunicorn's hooks around each request")
    return settings
