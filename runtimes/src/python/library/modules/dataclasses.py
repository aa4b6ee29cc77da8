"""Classes made of annotated fields."""
from _d_host import gap

__lacks__ = "InitVar KW_ONLY make_dataclass FrozenInstanceError"


class FrozenInstanceError(AttributeError):
    pass


FrozenInstanceError.__module__ = "dataclasses"


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    if cls is None:
        return lambda one: _make(one, init, repr, eq, order, frozen, unsafe_hash, kw_only)
    return _make(cls, init, repr, eq, order, frozen, unsafe_hash, kw_only)


def _make(cls, init, show, eq, order, frozen, unsafe_hash, kw_only):
    found = {}
    for base in cls.__mro__[::-1]:
        if "__dataclass_fields__" in base.__dict__:
            found.update(base.__dict__["__dataclass_fields__"])
    for name, kind in cls.__annotations__.items():
        told = str(kind)
        if "ClassVar" in told:
            continue
        if "InitVar" in told or "KW_ONLY" in told:
            gap("dataclasses." + told)
        value = cls.__dict__.get(name, MISSING)
        if not isinstance(value, Field):
            if isinstance(value, (list, dict, set)):
                raise ValueError(f"mutable default {type(value)} for field {name} is not allowed: use default_factory")
            value = field(default=value)
        elif value.default is not MISSING:
            setattr(cls, name, value.default)
        elif name in cls.__dict__:
            delattr(cls, name)
        value.name, value.type = name, kind
        if value.kw_only is MISSING:
            value.kw_only = kw_only
        found[name] = value
    cls.__dataclass_fields__ = found
    values = list(found.values())
    by_place = [one for one in values if one.init and not one.kw_only]
    seen = False
    for one in by_place:
        optional = one.default is not MISSING or one.default_factory is not MISSING
        if seen and not optional:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")
        seen = seen or optional
    cls.__match_args__ = tuple([one.name for one in by_place])
    if init and "__init__" not in cls.__dict__:
        cls.__init__ = _init(cls, values, by_place, frozen)
    if show and "__repr__" not in cls.__dict__:
        def text(self):
            return type(self).__qualname__ + "(" + ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in values if one.repr]) + ")"
        cls.__repr__ = text
    compared = [one.name for one in values if one.compare]
    key = lambda self: tuple([getattr(self, name) for name in compared])
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = lambda self, other: key(self) == key(other) if type(other) is type(self) else NotImplemented
    if order:
        cls.__lt__ = lambda self, other: key(self) < key(other)
        cls.__le__ = lambda self, other: key(self) <= key(other)
        cls.__gt__ = lambda self, other: key(self) > key(other)
        cls.__ge__ = lambda self, other: key(self) >= key(other)
    if frozen or unsafe_hash:
        cls.__hash__ = lambda self: hash(key(self))
    if frozen:
        def refuse(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        cls.__setattr__ = refuse
    return cls


def _init(cls, values, by_place, frozen):
    def __init__(self, *args, **names):
        if len(args) > len(by_place):
            raise TypeError(f"{cls.__qualname__}.__init__() takes {len(by_place) + 1} positional arguments but {len(args) + 1} were given")
        given = dict(zip([one.name for one in by_place], args))
        for name in names:
            if name not in cls.__dataclass_fields__ or not cls.__dataclass_fields__[name].init:
                raise TypeError(f"{cls.__qualname__}.__init__() got an unexpected keyword argument {name!r}")
            if name in given:
                raise TypeError(f"{cls.__qualname__}.__init__() got multiple values for argument {name!r}")
        given.update(names)
        lacking = []
        for one in values:
            if one.init and one.name in given:
                value = given[one.name]
            elif one.default_factory is not MISSING:
                value = one.default_factory()
            elif one.default is not MISSING:
                value = one.default
            elif one.init:
                lacking.append(one.name)
                continue
            else:
                continue
            if frozen:
                object.__setattr__(self, one.name, value)
            else:
                setattr(self, one.name, value)
        if lacking:
            told = " and ".join([repr(one) for one in lacking]) if len(lacking) < 3 else ", ".join([repr(one) for one in lacking[:-1]]) + ", and " + repr(lacking[-1])
            raise TypeError(f"{cls.__qualname__}.__init__() missing {len(lacking)} required positional argument{'s' if len(lacking) > 1 else ''}: {told}")
        if hasattr(cls, "__post_init__"):
            self.__post_init__()
    return __init__


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def fields(class_or_instance):
    if not is_dataclass(class_or_instance):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(class_or_instance.__dataclass_fields__.values())


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return dict_factory([(one.name, _deep(getattr(obj, one.name), asdict)) for one in fields(obj)])


def astuple(obj, *, tuple_factory=tuple):
    return tuple_factory([_deep(getattr(obj, one.name), astuple) for one in fields(obj)])


def _deep(value, convert):
    if is_dataclass(value):
        return convert(value)
    if isinstance(value, (list, tuple)):
        return type(value)([_deep(one, convert) for one in value])
    if isinstance(value, dict):
        return {key: _deep(one, convert) for key, one in value.items()}
    return value


def replace(obj, /, **changes):
    return type(obj)(**dict({one.name: getattr(obj, one.name) for one in fields(obj) if one.init}, **changes))
