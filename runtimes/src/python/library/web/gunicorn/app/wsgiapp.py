"""`gunicorn MODULE:APP`."""
import os
import sys
import time

import _d_program
import _d_serving
from _d_host import ask, gap

_WITH_VALUE = {
    "-b": "bind", "--bind": "bind", "-w": "workers", "--workers": "workers", "--timeout": "timeout", "-t": "timeout",
    "--access-logfile": "access", "--error-logfile": "error", "--log-level": "level", "--threads": "threads",
    "-k": "class", "--worker-class": "class", "--chdir": "chdir", "--log-file": "error", "--max-requests": "_",
    "--graceful-timeout": "_", "--keep-alive": "_", "--name": "_", "-n": "_", "--worker-tmp-dir": "_",
}


def _log(text, level="INFO", pid=None):
    stamp = time.strftime("%Y-%m-%d %H:%M:%S +0000", time.gmtime())
    sys.stderr.write(f"[{stamp}] [{os.getpid() if pid is None else pid}] [{level}] {text}\n")


def run(prog=None):
    args = os.environ.get("GUNICORN_CMD_ARGS", "").split() + sys.argv[1:]
    options, place = {"bind": [], "workers": os.environ.get("WEB_CONCURRENCY", "1"), "threads": "1"}, None
    while args:
        one, mark, value = args.pop(0).partition("=")
        if not one.startswith("-"):
            place = one
            continue
        if one[:2] in ("-b", "-w") and len(one) > 2 and one[1] != "-":
            one, mark, value = one[:2], "=", one[2:]
        if one == "--preload":
            continue
        if one not in _WITH_VALUE:
            gap("gunicorn " + one)
        if not mark:
            value = args.pop(0)
        key = _WITH_VALUE[one]
        if key == "bind":
            options["bind"].append(value)
        else:
            options[key] = value
    if place is None:
        print("usage: gunicorn [OPTIONS] [APP_MODULE]\ngunicorn: error: No application module specified.", file=sys.stderr)
        sys.exit(1)
    if os.path.exists("gunicorn.conf.py"):
        gap("gunicorn.conf.py")
    if options.get("level", "info") != "info" or options.get("error", "-") != "-":
        gap("this log of gunicorn")
    if len(options["bind"]) > 1:
        gap("gunicorn on several addresses")
    folder = options.get("chdir", os.getcwd())
    os.chdir(folder)
    sys.path.insert(0, folder)
    bind = (options["bind"] or ["127.0.0.1:" + os.environ["PORT"] if "PORT" in os.environ else "127.0.0.1:8000"])[0]
    if "PORT" in os.environ and not options["bind"]:
        bind = "0.0.0.0:" + os.environ["PORT"]
    host, colon, port = bind.rpartition(":")
    if not colon:
        host, port = bind, "8000"
    if not port.isdigit():
        gap("gunicorn at " + bind)
    from gunicorn import __getattr__ as fact
    _log("Starting gunicorn " + fact("__version__"))
    state = {}

    def serve(request):
        return _answer(state["application"], request, host, int(port), options.get("access") == "-")

    try:
        _d_serving.bind(host or "0.0.0.0", int(port), serve)
    except OSError as error:
        if error.errno == 98:
            gap("gunicorn's retries while its port is in use", "try five times and give up")
        _log(f"Invalid address: {(host, int(port))!r}", "ERROR")
        sys.exit(1)
    _log(f"Listening at: http://{host or '0.0.0.0'}:{port} ({os.getpid()})")
    threads = int(options["threads"])
    kind = options.get("class", "gthread" if threads > 1 else "sync")
    if kind not in ("sync", "gthread"):
        gap("gunicorn's workers of the class " + kind)
    _log("Using worker: " + kind)
    first = os.getpid() + 6
    for number in range(int(options["workers"])):
        _log(f"Booting worker with pid: {first + number}", pid=first + number)
    state["application"] = _load(place, first)
    _d_program.signal_handlers["TERM"] = _d_program.signal_handlers["INT"] = _stop
    state["workers"] = [first + number for number in range(int(options["workers"]))]
    _workers[:] = state["workers"]
    ask("handles", signals=["TERM", "INT"])
    _d_serving.wait()


_workers = []


def _stop():
    _log("Handling signal: term")
    for pid in _workers:
        _log(f"Worker exiting (pid: {pid})", pid=pid)
    _log("Shutting down: Master")
    sys.exit(0)


def _load(place, pid):
    import importlib
    import traceback
    name, colon, attribute = place.partition(":")
    try:
        module = importlib.import_module(name)
        attribute = attribute or "application"
        if attribute.endswith("()"):
            return getattr(module, attribute[:-2])()
        try:
            return getattr(module, attribute)
        except AttributeError:
            pass
    except Exception as error:
        # The real one's traceback goes through its own files first.
        _log("Exception in worker process", "ERROR", pid)
        gap("what gunicorn prints when the application does not load: " + str(error), "print the traceback and exit with status 3")
    _log(f"Failed to find attribute {attribute!r} in {name!r}.", "ERROR", pid)
    _log(f"Worker exiting (pid: {pid})", pid=pid)
    _log(f"Worker (pid:{pid}) exited with code 4", "ERROR")
    _log("Shutting down: Master")
    _log("Reason: App failed to load.")
    sys.exit(4)


def _answer(application, request, host, port, access):
    from werkzeug.serving import call_application, environ_of
    environ = environ_of(request, host, port)
    try:
        status, headers, data = call_application(application, environ)
    except Exception as error:
        gap("a request that fails in gunicorn: " + str(error), "log the traceback and answer 500")
    if request["method"] == "HEAD":
        data = b""
    out = [["Server", "gunicorn"], ["Date", _d_serving.http_date()], ["Connection", "close"]] + [[k, v] for k, v in headers]
    if access:
        headers = request["headers"]
        agent = [v for k, v in headers.items() if k.lower() == "user-agent"]
        stamp = time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime())
        print(f'{request["remote"]} - - [{stamp}] "{request["method"]} {request["path"]} HTTP/1.1" {status.split(" ")[0]} {len(data)} "-" "{agent[0] if agent else "-"}"', flush=True)
    return {"status": int(status.split(" ")[0]), "reason": status.partition(" ")[2], "headers": out, "body": _d_serving.latin1(data)}
