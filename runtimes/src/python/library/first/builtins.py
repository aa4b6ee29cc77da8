"""The module of builtins: what programs find without an import."""
import _d_builtins


def __getattr__(name):
    if name.startswith("_d_"):
        raise AttributeError("module 'builtins' has no attribute '" + name + "'")
    try:
        return eval(name)
    except NameError:
        raise AttributeError("module 'builtins' has no attribute '" + name + "'") from None
