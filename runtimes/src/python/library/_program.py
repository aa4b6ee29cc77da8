"""A program from its first line to its exit status, and its life as a server."""
from _native import getattr, isinstance
import builtins
import json
import sys

import _errors
import _imports
from _host_calls import ask, gap
from _show import str_of

# What answers requests, by port; and what signals call: set by the modules that serve.
servers = {}
signal_handlers = {}
at_exit = []


def _prepare(argument):
    program = _imports.program
    program.update(argument)
    program["minor"] = int(argument["version"].split(".")[1])
    _errors.version[0] = program["minor"]
    program["library"] = argument["base"] + "/lib/python3." + str(program["minor"])
    _imports.load("sys")
    return program


def main(argument):
    """Runs a program to its end. Gives its exit status."""
    program = _prepare(json.loads(argument))
    status = run(lambda: _run(program))
    return status


def run(body):
    """Calls `body`, and whatever it ends with becomes an exit status."""
    status = 0
    try:
        body()
    except BaseException as error:
        status = ended_by(error)
    while at_exit:
        function, args, names = at_exit.pop()
        try:
            function(*args, **names)
        except BaseException as error:
            status = ended_by(error)
    system = _imports.modules["sys"]
    for stream in (system.stdout, system.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
    return status


def ended_by(error):
    """The exit status of an exception that nobody caught; tells it on stderr."""
    if isinstance(error, SystemExit):
        code = _errors.attribute(error, "code")
        if code is None:
            return 0
        if isinstance(code, bool):
            return int(code)
        if isinstance(code, int):
            return code & 255
        _complain(str_of(code) + "\n")
        return 1
    hook = _imports.modules["sys"].excepthook
    if hook is _imports.modules["sys"].__excepthook__:
        _complain("".join(_errors.format_error(error)))
    else:
        try:
            hook(type(error), error, _errors.Traceback(error))
        except BaseException as other:
            _complain(
                "Error in sys.excepthook:\n" + "".join(_errors.format_error(other)) + "\nOriginal exception was:\n"
                + "".join(_errors.format_error(error))
            )
    if isinstance(error, KeyboardInterrupt):
        return 130
    return 1


def _complain(text):
    system = _imports.modules["sys"]
    system.stdout.flush()
    system.stderr.write(text)


def _run(program):
    mode, target = program["mode"], program["target"]
    if mode == "script":
        _script(program, target)
    elif mode == "command":
        _start("__main__", target, "<string>", None, [""])
    elif mode == "stdin":
        _start("__main__", ask("stdin"), "<stdin>", None, [""])
    else:
        _imports.load("_d_run_module").run_module(target)


def _start(name, source, path, package, argv=None, main_file=None):
    space = {
        "__name__": name, "__builtins__": builtins, "__package__": package, "__spec__": None, "__doc__": None,
        "__loader__": None,
    }
    if main_file:
        space["__file__"] = main_file
    module = _imports.Module(name, space)
    _imports.modules[name] = module
    code = _imports.compiled(source, path)
    exec(code, space)


def _script(program, target):
    cwd = program["cwd"]
    whole = target if target.startswith("/") else (cwd.rstrip("/") + "/" + target)
    name = program["executable"]
    try:
        import os

        if os.stat(target)[0] & 0x4000:
            main_path = target.rstrip("/") + "/__main__.py"
            try:
                os.stat(main_path)
            except OSError:
                _complain(name + ": can't find '__main__' module in '" + whole + "'\n")
                raise SystemExit(1)
            main_path = whole.rstrip("/") + "/__main__.py"
            _imports.modules["sys"].path[0] = whole
            return _start("__main__", _imports._text(main_path), main_path, "", main_file=main_path)
        source = _imports._text(target)
    except OSError as error:
        number = error.args[0]
        _complain(
            name + ": can't open file '" + _normal(whole) + "': [Errno " + str(number) + "] "
            + _errors.strings.get(number, "?") + "\n"
        )
        raise SystemExit(2)
    _start("__main__", source, whole if program["minor"] >= 9 else target, None, main_file=whole)


def _normal(path):
    parts = []
    for one in path.split("/"):
        if one == "." or one == "":
            continue
        if one == ".." and parts:
            parts.pop()
        else:
            parts.append(one)
    return "/" + "/".join(parts)


def answer(argument):
    """One request to a server that waits. Gives status, reason, headers and body."""
    request = json.loads(argument)
    server = servers.get(request["port"])
    if server is None:
        gap("a connection to a port that no server of this program answers")
    try:
        given = server(request)
    except SystemExit:
        # It ends the thread that answers; who asked hears nothing.
        given = None
    except BaseException as error:
        if type(error).__name__ != "EndsProgram":
            raise
        ask("exit", status=run(lambda: _again(error.args[0])))
    threads = _imports.modules.get("_d_waiting")
    if threads is not None and threads.tasks:
        threads.wait_between()
    return given


def signalled(argument):
    """A signal to a program that waits. Gives an exit status, or None if it goes on."""
    name = json.loads(argument)["signal"]
    handler = signal_handlers.get(name)
    if handler is None:
        return None
    done = []

    def body():
        done.append(handler())

    status = run_signal(body)
    return status


def run_signal(body):
    try:
        body()
    except BaseException as error:
        return run(lambda: _again(error))
    return None


def _again(error):
    raise error
