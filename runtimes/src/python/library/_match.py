"""`match`, and annotations such as `list[int]` and `int | None`."""
import _imports
from _show import full_name


class Generic:
    """A type with parameters. It is called and tested as the bare type is."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    @staticmethod
    def of(origin, args):
        if isinstance(origin, type):
            found = getattr(origin, "__class_getitem__", None)
            if found is not None:
                return found(args)
            if origin in (list, dict, tuple, set, frozenset, type) or hasattr(origin, "_d_generic"):
                return Generic(origin, args if type(args) is tuple else (args,))
        return origin[args]

    @property
    def __real_class__(self):
        return self.__origin__

    def __getattr__(self, name):
        if name == "_d_generic":
            return True
        return getattr(self.__origin__, name)

    def __call__(self, *args, **names):
        return self.__origin__(*args, **names)

    def __repr__(self):
        return _name(self.__origin__) + "[" + ", ".join([_name(one) for one in self.__args__]) + "]"

    def __getitem__(self, args):
        return self


class Union:
    """`X | Y` and what `typing` makes of `Optional` and `Union`."""

    def __init__(self, *args):
        self.__args__ = args

    def __is_instance__(self, value):
        return any(isinstance(value, type(None) if one is None else one) for one in self.__args__)

    def __repr__(self):
        return " | ".join([_name(one) for one in self.__args__])


def _name(one):
    if one is None or one is type(None):
        return "None"
    if isinstance(one, type):
        return full_name(one)
    return repr(one)


def either(left, right):
    """`left | right` in an annotation."""
    for one in (left, right):
        if one is not None and not isinstance(one, (type, str, Generic, Union)) and not hasattr(one, "__origin__"):
            return left | right
    return Union(left, right)


def matches(value, pattern, bound):
    """Tries a pattern; what it binds is put into `bound`."""
    return _imports.load("_d_matching").matches(value, pattern, bound)
