"""Making classes: metaclasses, `__init_subclass__`, `__set_name__`, and honest refusal of what MicroPython gets wrong."""
from _native import isinstance, hasattr, getattr, zip, dir
import builtins

import _imports

from _host_calls import gap

_native = builtins.__build_class__
# Direct subclasses, by id of the class.
children = {}
# Classes that a module of the library made to hook into their subclasses: `function(new class, keywords)`.
hooks = {}
# What stands around the body of a class below such a class, by id: `function(name, bases, run)` gives what `run()` gives.
around = {}
# By id of a class with a metaclass: the object around it, which is what a program knows.
outer = {}


# What is said of bases that cannot be put in order: set by `_errors`' user.
no_order = [None]


def order(kind):
    """The method resolution order by C3."""
    bases = [one for one in getattr(kind, "__bases__", ()) if one is not object]
    lists = [order(base)[:-1] for base in bases] + [list(bases)]
    out = [kind]
    while True:
        lists = [one for one in lists if one]
        if not lists:
            return out + ([object] if kind is not object else [])
        for one in lists:
            head = one[0]
            if not any(any(other is head for other in rest[1:]) for rest in lists):
                break
        else:
            names = []
            for one in lists:
                if one[0].__name__ not in names:
                    names.append(one[0].__name__)
            raise TypeError(no_order[0](", ".join(names)))
        out.append(head)
        for one in lists:
            if one[0] is head:
                one.pop(0)


def _depth_first(kind):
    """The order in which MicroPython looks."""
    out = [kind]
    for base in getattr(kind, "__bases__", ()):
        for one in _depth_first(base):
            if not any(one is other for other in out):
                out.append(one)
    return out


_OWN = ("__class__", "__module__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__name__", "__bases__", "__slots__")
_super = super
# Is there one base class at each step? By id of the class.
_straight = {}


def above(owner, value, name):
    """`super().name` in a method of `owner`, called for `value`."""
    kind = value if isinstance(value, type) else type(value)
    if id(kind) not in _straight:
        _straight[id(kind)] = all(len(getattr(one, "__bases__", ())) < 2 for one in order(kind))
    if not _straight[id(kind)]:
        kinds = order(kind)
        place = [one is owner for one in kinds].index(True)
        for one in kinds[place + 1:]:
            if getattr(one, "__module__", None) is None:
                break
            owner = one
            if name in one.__dict__ and one.__dict__[name] is not no_arguments:
                return _bound(one.__dict__[name], value, kind)
    try:
        return getattr(_super(owner, value), name)
    except AttributeError:
        return default_above(owner, value, name)


def _bound(found, value, kind):
    if isinstance(found, (property, staticmethod, classmethod)):
        # What they are made of, MicroPython does not give back.
        kind._d_found = found
        try:
            return (value if isinstance(found, property) else kind)._d_found
        finally:
            del kind._d_found
    if value is kind or not callable(found):
        return found
    return lambda *args, **names: found(value, *args, **names)


def default_above(owner, value, name):
    """What every object has, and MicroPython's have not."""
    if name == "__init_subclass__":
        return lambda **names: _no_keywords(value, names)
    if name in ("__str__", "__repr__") and not isinstance(value, type):
        return lambda: texts[0](value, name)
    if name == "__init__":
        return lambda *args, **names: None
    raise AttributeError("'super' object has no attribute '" + name + "'")


def _no_keywords(kind, names):
    if names:
        raise TypeError(kind.__name__ + ".__init_subclass__() takes no keyword arguments")


# What `object.__str__` and `object.__repr__` give: set by those who know.
texts = [None]


def _put_missing(kind):
    """A dict of a program's own with `__missing__`."""
    native = _super

    def find(self, key):
        found = native(kind, self).get(key, _OWN)
        return self.__missing__(key) if found is _OWN else found

    kind.__getitem__ = find


def _check_order(kind):
    """Puts right where MicroPython would find another attribute than CPython."""
    real = [one for one in order(kind) if one is not object]
    theirs = [one for one in _depth_first(kind) if one is not object]
    if len(real) != len(theirs) or any(a is not b for a, b in zip(real, theirs)):
        for name in dir(kind):
            if name in _OWN or name in kind.__dict__:
                continue
            if _owner(real, name) is not _owner(theirs, name):
                setattr(kind, name, _owner(real, name).__dict__[name])


def _owner(kinds, name):
    for one in kinds:
        if getattr(one, "__dict__", {}).get(name, no_arguments) is not no_arguments:
            return one
    return None


def no_arguments(self, *args, **names):
    """`object.__init__`, which a program's class has here as its own: MicroPython's would take anything."""
    if args or names:
        if getattr(type(self), "__init__") is no_arguments:
            raise refused[0](type(self).__name__ + "() takes no arguments")
        raise refused[0]("object.__init__() takes exactly one argument (the instance to initialize)")


# Makes a TypeError in CPython's words: set by `_errors`' user.
refused = [None]


def _is_plain(kind):
    """Does a class of a program, with all above it, leave open what its objects begin with?"""
    for one in order(kind):
        if one is object:
            continue
        names = one.__dict__
        module = _imports.modules.get(getattr(one, "__module__", None))
        module = () if module is None else _imports.space_of(module)
        if "__init__" in names and names["__init__"] is not no_arguments or "__new__" in names or not hasattr(one, "__module__"):
            return False
        if one.__name__ not in ("ABC", "Generic") and (not module or "__drydock__" in module):
            return False
    return True


def _in_its_surroundings(name, bases, run):
    if around:
        for base in bases:
            for one in order(base):
                if id(one) in around:
                    return around[id(one)](name, bases, run)
    return run()


def build(body, name, *bases, **keywords):
    """The `class` statement."""
    generic = [one for one in bases if hasattr(one, "__real_class__") and hasattr(one, "_d_generic")]
    bases = tuple([getattr(one, "__real_class__", one) for one in bases])
    bases = tuple([one for one in bases if one is not None])
    metaclass = keywords.pop("metaclass", None)
    kind = _in_its_surroundings(name, bases, lambda: _native(body, name, *bases))
    if generic:
        kind._d_generic = True
    found = []
    for base in order(kind)[1:]:
        hook = hooks.get(id(base))
        if hook is not None and hook not in found:
            found.append(hook)
    if metaclass is not None and metaclass is not type:
        hook = hooks.get(id(metaclass))
        if hook is None:
            gap("the metaclass " + metaclass.__name__, "make the class with it")
        found.append(hook)
    for base in getattr(kind, "__bases__", ()):
        children.setdefault(id(base), []).append(kind)
    if len(bases) > 1:
        _check_order(kind)
    for key, value in list(kind.__dict__.items()):
        if hasattr(type(value), "_d_bare_get"):
            gap("the descriptor " + key + " of the class " + name + ", which may be asked of the class")
        if key in ("__getattribute__", "__set_name__", "__class_getitem__", "__instancecheck__", "__del__", "__new__"):
            if key == "__getattribute__" or key == "__del__":
                gap("a class with " + key)
    if "__missing__" in kind.__dict__ and "__getitem__" not in kind.__dict__ and builtins.issubclass(kind, dict):
        _put_missing(kind)
    if "__slots__" in kind.__dict__:
        _imports.load("_d_slots").keep_slots(kind)
    if "__init__" not in kind.__dict__:
        if _is_plain(kind):
            kind.__init__ = no_arguments
        elif len(bases) > 1 and getattr(kind, "__init__", None) is no_arguments:
            above_it = _owner(order(kind), "__init__")
            if above_it is not None:
                kind.__init__ = above_it.__dict__["__init__"]
    for hook in found:
        kind = hook(kind, keywords) or kind
    if not found:
        parents = order(kind)[1:]
        for base in parents:
            method = getattr(base, "__dict__", {}).get("__init_subclass__")
            if method is not None:
                method = getattr(method, "__func__", method)
                if isinstance(method, classmethod):
                    gap("a decorated __init_subclass__")
                method(kind, **keywords)
                break
        else:
            _no_keywords(kind, keywords)
    for sign, other in _MIRRORED if isinstance(kind, type) else ():
        if sign in kind.__dict__ and not hasattr(kind, other):
            setattr(kind, other, _mirror(sign))
    return kind


_MIRRORED = (("__lt__", "__gt__"), ("__gt__", "__lt__"), ("__le__", "__ge__"), ("__ge__", "__le__"))


def _mirror(sign):
    """`a > b` of a class that knows `<` alone: the other side is asked, which MicroPython does not do."""
    def mirrored(self, other):
        method = getattr(type(other), sign, None)
        return NotImplemented if method is None else method(other, self)

    mirrored_ones.append(mirrored)
    return mirrored


mirrored_ones = []


# Makes the AttributeError of a name that is no slot: set by `_errors`' user.
lacking_slot = [None]


def install():
    builtins.__build_class__ = build
