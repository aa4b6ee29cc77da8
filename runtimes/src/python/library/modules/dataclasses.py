"""Classes made of annotated fields."""
import _d_classes
from _d_errors import own
from sys import version_info as _version

__lacks__ = ""


class FrozenInstanceError(AttributeError):
    pass


FrozenInstanceError.__module__ = "dataclasses"


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class _KeywordOnly:
    def __repr__(self):
        return "KW_ONLY"


KW_ONLY = _KeywordOnly()


class InitVar:
    """A parameter of `__init__` that `__post_init__` is given."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(type):
        return InitVar(type)

    def __repr__(self):
        return f"dataclasses.InitVar[{self.type.__name__ if isinstance(self.type, type) else self.type!r}]"


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
        return lambda one: _finish(_make(one, init, repr, eq, order, frozen, unsafe_hash, kw_only), slots)
    return _finish(_make(cls, init, repr, eq, order, frozen, unsafe_hash, kw_only), slots)


def _finish(cls, slots):
    if slots:
        import _d_slots
        above = [name for one in cls.__mro__[1:] for name in getattr(one, "__dict__", {}).get("__slots__", ())]
        cls.__slots__ = tuple([one.name for one in fields(cls) if one.name not in above])
        _d_slots.keep_slots(cls)
    return cls


def _make(cls, init, show, eq, order, frozen, unsafe_hash, kw_only):
    found = {}
    for base in cls.__mro__[::-1]:
        if "__dataclass_fields__" in base.__dict__:
            found.update(base.__dict__["__dataclass_fields__"])
    given = []
    for base in cls.__mro__[::-1]:
        given += [one for one in base.__dict__.get("_d_init_vars", ()) if one not in given]
    for name, kind in cls.__annotations__.items():
        told = str(kind)
        if "ClassVar" in told:
            continue
        if kind is KW_ONLY or told in ("KW_ONLY", "dataclasses.KW_ONLY"):
            kw_only = True
            continue
        is_given = kind is InitVar or isinstance(kind, InitVar) or told.startswith(("InitVar", "dataclasses.InitVar"))
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
        value._given = is_given
        if is_given:
            given.append(name)
        if value.kw_only is MISSING:
            value.kw_only = kw_only
        found[name] = value
    cls.__dataclass_fields__ = found
    cls._d_init_vars = given
    everything = list(found.values())
    values = [one for one in everything if not one._given]
    by_place = [one for one in everything if one.init and not one.kw_only]
    seen = ""
    for one in by_place:
        optional = one.default is not MISSING or one.default_factory is not MISSING
        if seen and not optional:
            raise TypeError(f"non-default argument {one.name!r} follows default argument" + (f" {seen!r}" if _version[1] > 11 else ""))
        seen = one.name if optional else seen
    cls.__match_args__ = tuple([one.name for one in by_place])
    if init and cls.__dict__.get("__init__", _d_classes.no_arguments) is _d_classes.no_arguments:
        cls.__init__ = _init(cls, everything, by_place, frozen)
    if show and "__repr__" not in cls.__dict__:
        def text(self):
            return type(self).__qualname__ + "(" + ", ".join([f"{one.name}={getattr(self, one.name)!r}" for one in values if one.repr]) + ")"
        cls.__repr__ = text
    compared = [one.name for one in values if one.compare]
    key = lambda self: tuple([getattr(self, name) for name in compared])
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = lambda self, other: key(self) == key(other) if type(other) is type(self) else NotImplemented
    if order:
        same = lambda self, other: type(other) is type(self)
        cls.__lt__ = lambda self, other: key(self) < key(other) if same(self, other) else NotImplemented
        cls.__le__ = lambda self, other: key(self) <= key(other) if same(self, other) else NotImplemented
        cls.__gt__ = lambda self, other: key(self) > key(other) if same(self, other) else NotImplemented
        cls.__ge__ = lambda self, other: key(self) >= key(other) if same(self, other) else NotImplemented
    if frozen or unsafe_hash:
        cls.__hash__ = lambda self: hash(key(self))
    if frozen:
        def refuse(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def keep(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        cls.__setattr__ = refuse
        cls.__delattr__ = keep
    return cls


def _init(cls, values, by_place, frozen):
    def __init__(self, *args, **names):
        given = dict(zip([one.name for one in by_place], args))
        unknown = [one for one in names if one in given or one not in cls.__dataclass_fields__ or not cls.__dataclass_fields__[one].init]
        if len(args) > len(by_place) or unknown:
            _complain(cls, values, args, names)
        given.update(names)
        lacking, handed = [], {}
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
            if one._given:
                handed[one.name] = value
            elif frozen:
                object.__setattr__(self, one.name, value)
            else:
                setattr(self, one.name, value)
        if lacking:
            _complain(cls, values, args, names)
        if hasattr(cls, "__post_init__"):
            self.__post_init__(*[handed[name] for name in cls._d_init_vars])
    return __init__


def _complain(cls, values, args, names):
    """The call fits no `__init__` of these fields."""
    import _d_calls
    parameters = [("-", "self")]
    for one in sorted([one for one in values if one.init], key=lambda one: one.kw_only):
        needed = one.default is MISSING and one.default_factory is MISSING
        parameters.append(("*" if one.kw_only else "-", one.name) + (() if needed else ("=",)))
    raise own(TypeError(_d_calls._by_names(cls.__qualname__ + ".__init__", parameters, len(args) + 1, list(names))))


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def fields(class_or_instance):
    if not is_dataclass(class_or_instance):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in class_or_instance.__dataclass_fields__.values() if not one._given])


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


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    kinds, body = {}, dict(namespace or {})
    for one in fields:
        one = (one, "typing.Any") if isinstance(one, str) else one
        kinds[one[0]] = one[1]
        if len(one) > 2:
            body[one[0]] = one[2]
    body.update({"__annotations__": kinds, "__module__": "types", "__qualname__": cls_name, "__doc__": None})
    return dataclass(type(cls_name, tuple(bases), body), **options)
