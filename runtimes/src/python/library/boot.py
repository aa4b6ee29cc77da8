# What runs when a machine is made ready (import), and when a program begins (main).
import sys
import io
import _host
import json


def main(argument):
    argument = json.loads(argument)
    sys.argv[:] = argument["argv"]
    space = {"__name__": "__main__"}
    try:
        if argument["mode"] == "command":
            source = argument["target"]
        else:
            with open(argument["target"]) as file:
                source = file.read()
        exec(source, space)
    except SystemExit as stop:
        status = stop.args[0] if stop.args else None
        return status if isinstance(status, int) else 0 if status is None else 1
    except BaseException as problem:
        sys.print_exception(problem, sys.stderr)
        return 1
    return 0
