# The least that a machine needs to run a program: what the tests of the machine itself use in place of the library.
import sys
import json
import _host


def ask(name, **question):
    return json.loads(_host.call(name, json.dumps(question)))


def main(argument):
    given = json.loads(argument)
    sys.argv[:] = given["argv"]
    space = {"__name__": "__main__", "ask": ask, "given": given, "on": handlers}
    try:
        if given["mode"] == "command":
            exec(given["target"], space)
        else:
            with open(given["target"]) as file:
                exec(file.read(), space)
    except SystemExit as stop:
        return stop.args[0] if stop.args else 0
    except BaseException as problem:
        sys.print_exception(problem, sys.stderr)
        return 1
    return 0


handlers = {}


def answer(argument):
    request = json.loads(argument)
    return {"status": 200, "headers": [["X", "y"]], "body": handlers["request"](request)}


def signalled(argument):
    return handlers[json.loads(argument)["signal"]]()
