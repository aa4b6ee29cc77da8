"""What runs at the end."""
import _d_program


def register(func, /, *args, **kwargs):
    _d_program.at_exit.append((func, args, kwargs))
    return func


def unregister(func):
    _d_program.at_exit[:] = [one for one in _d_program.at_exit if one[0] is not func]
