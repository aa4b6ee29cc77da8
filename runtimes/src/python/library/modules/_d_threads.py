"""Calls in threads: by the twins of what is called, which give way where they would wait."""
import _d_builtins
import _d_program
from _d_classes import order
from _d_functions import twins

# By id: functions of the library that wait, and their twins: `time.sleep`.
waiting = {}


def call(function, *args, **names):
    """A call in a thread, by the twin of what is called."""
    if type(function) is Method:
        return (yield from calls(function.owner, function.name, *args, **names))
    found = twins.get(id(function)) or waiting.get(id(function))
    if found is not None and found[0] is function:
        return (yield from found[1](*args, **names))
    return function(*args, **names)


def calls(owner, name, *args, **names):
    """A call of a method, in a thread."""
    if not isinstance(owner, type):
        for kind in order(type(owner)):
            own = getattr(kind, "__dict__", {})
            if name in own:
                twin = own.get("_d_go_" + name)
                if twin is None:
                    found = twins.get(id(own[name]))
                    if found is None or found[0] is not own[name]:
                        break
                    twin = found[1]
                return (yield from twin(owner, *args, **names))
    return (yield from call(getattr(owner, name), *args, **names))


def ready(manager):
    """Gives way until a lock can be taken at once."""
    wait = getattr(manager, "_d_ready", None)
    if wait is not None:
        yield wait, None


class Method:
    """A method as a value whose object is known: what a thread is handed."""

    def __init__(self, owner, name):
        self.owner, self.name = owner, name

    def __call__(self, *args, **names):
        return getattr(self.owner, self.name)(*args, **names)

    def __getattr__(self, name):
        if name == "__name__":
            return self.name
        return getattr(getattr(self.owner, self.name), name)


def idle():
    """Before `while True: time.sleep(1)`: where threads of the program serve, it waits for requests from here on."""
    import _d_serving
    import _d_waiting
    if _d_waiting.tasks and _d_program.servers:
        _d_serving.wait()


for _name, _value in (("call", call), ("calls", calls), ("ready", ready), ("method", Method), ("idle", idle)):
    setattr(_d_builtins.builtins, "_d_" + _name, _value)
