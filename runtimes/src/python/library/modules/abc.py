"""Abstract classes."""
import _d_classes

__lacks__ = "abstractclassmethod abstractproperty abstractstaticmethod get_cache_token update_abstractmethods"
_abstract = []


def abstractmethod(funcobj):
    _abstract.append(funcobj)
    return funcobj


class ABCMeta(type):
    pass


class ABC:
    pass


def _inner(value):
    for name in ("fget", "__func__"):
        pass
    return value


def _check(kind, keywords):
    """A class with abstract methods left cannot be made into an object."""
    names = set()
    for one in kind.__mro__[::-1]:
        for name, value in one.__dict__.items():
            if isinstance(value, property):
                value = value.fget
            elif isinstance(value, (classmethod, staticmethod)):
                value = value.__func__
            if any(value is other for other in _abstract):
                names.add(name)
            else:
                names.discard(name)
    if names and "__new__" not in kind.__dict__:
        from _d_host import gap
        told = sorted(names)

        def refuse(cls, *args, **more):
            if cls is not kind:
                return object.__new__(cls)
            import sys
            if sys.version_info[:2] >= (3, 12):
                text = " without an implementation for abstract method" + ("s " if len(told) > 1 else " ")
                text += ", ".join([f"'{one}'" for one in told])
            else:
                text = " with abstract method" + ("s " if len(told) > 1 else " ") + ", ".join(told)
            raise TypeError("Can't instantiate abstract class " + kind.__name__ + text)

        kind.__new__ = refuse
    return kind


_d_classes.hooks[id(ABC)] = _check
_d_classes.hooks[id(ABCMeta)] = _check
