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
    @classmethod
    def register(cls, subclass):
        return register(cls, subclass)

    @classmethod
    def __is_instance__(cls, value):
        return cls.__is_subclass__(type(value))

    @classmethod
    def __is_subclass__(cls, kind):
        return is_below(cls, kind)


_ABC = dict(ABC.__dict__)
# By id of a class: those that were said to be below it.
_registered = {}


def register(cls, subclass):
    _registered.setdefault(id(cls), []).append(subclass)
    return subclass


def is_below(cls, kind):
    """`issubclass(kind, cls)`, with what was registered."""
    order = _d_classes.order(kind)
    if any(one is cls for one in order):
        return True
    hook = getattr(cls, "__subclasshook__", None)
    if hook is not None:
        told = hook(kind)
        if told is not NotImplemented:
            return told
    for id_of, others in _registered.items():
        if any(one is other for other in others for one in order):
            if id_of == id(cls) or any(id_of == id(one) for one in _below(cls)):
                return True
    return False


def _below(cls):
    out = []
    for one in _d_classes.children.get(id(cls), ()):
        out += [one] + _below(one)
    return out


def is_abstract(value, kind, name):
    """Was it marked by `abstractmethod`, below whatever else stands above it?"""
    if isinstance(value, property):
        # Its functions MicroPython does not give back: they are known by their place.
        return kind.__qualname__ + "." + name in [one.__qualname__ for one in _abstract if one.__module__ == kind.__module__]
    if isinstance(value, staticmethod):
        value = type("probe", (), {"found": value}).found
    elif isinstance(value, classmethod):
        # MicroPython does not give back what a class method is made of: bound to one class, two of one function are equal.
        for one in _abstract:
            probe = type("probe", (), {"found": value, "other": classmethod(one)})
            if probe.found == probe.other:
                return True
        return False
    return any(value is one for one in _abstract)


def names_left(kind):
    """The abstract methods that a class and those above it leave open."""
    names = set()
    for one in kind.__mro__[::-1]:
        for name, value in one.__dict__.items():
            if is_abstract(value, one, name):
                names.add(name)
            else:
                names.discard(name)
    return names


def refuse(kind, names):
    """A class with abstract methods left cannot be made into an object."""
    names = frozenset(names) | kind.__dict__.get("__abstractmethods__", frozenset())
    kind.__abstractmethods__ = names
    own = kind.__dict__.get("__new__")
    told = sorted(names)

    def refuse(cls, *args, **more):
        if cls is not kind:
            if own is None:
                return object.__new__(cls)
            kind._d_own_new = own
            return kind._d_own_new(cls, *args, **more)
        import sys
        if sys.version_info[:2] >= (3, 12):
            text = " without an implementation for abstract method" + ("s " if len(told) > 1 else " ")
            text += ", ".join([f"'{one}'" for one in told])
        else:
            text = " with abstract method" + ("s " if len(told) > 1 else " ") + ", ".join(told)
        raise TypeError("Can't instantiate abstract class " + kind.__name__ + text)

    kind.__new__ = refuse


def _check(kind, keywords):
    names = names_left(kind) if _abstract else set()
    if names:
        refuse(kind, names)
    elif "__abstractmethods__" not in kind.__dict__:
        kind.__abstractmethods__ = frozenset()
    return kind


def _check_with_metaclass(kind, keywords):
    for name in ("register", "__is_instance__", "__is_subclass__"):
        if name not in kind.__dict__ and not hasattr(kind, name):
            setattr(kind, name, _ABC[name])
    return _check(kind, keywords)


_d_classes.hooks[id(ABC)] = _check
_d_classes.hooks[id(ABCMeta)] = _check_with_metaclass
