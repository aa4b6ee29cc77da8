"""Names for types: read, and not checked."""
import _d_builtins
import _d_classes
import _d_show
from _d_host import gap

TYPE_CHECKING = False
Text = str
AnyStr = str


class _Form:
    """A name that takes parameters."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        return _Made(self, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **names):
        if self.__origin__ is not None:
            return self.__origin__(*args, **names)
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __repr__(self):
        return "typing." + self._name

    def __is_instance__(self, value):
        if self.__origin__ is None:
            raise TypeError(f"typing.{self._name} cannot be used with isinstance()")
        return isinstance(value, self.__origin__)


class _Made(_Form):
    def __init__(self, form, args):
        self._name = form._name
        self.__origin__ = form.__origin__
        self.__args__ = args
        if form._name == "Generic":
            self._d_generic = True

    def __repr__(self):
        return f"typing.{self._name}[" + ", ".join([_shown(one) for one in self.__args__]) + "]"


def _shown(one):
    if isinstance(one, list):
        return "[" + ", ".join([_shown(inner) for inner in one]) + "]"
    if one is None or one is type(None):
        return "None"
    return "..." if one is ... else _d_show.full_name(one) if isinstance(one, type) else repr(one)


for _name in (
    "Any Optional Union Callable ClassVar Final Literal Annotated Concatenate TypeAlias TypeGuard TypeIs Self Never NoReturn "
    "LiteralString Required NotRequired ReadOnly Unpack Awaitable Coroutine AsyncIterator AsyncIterable AsyncGenerator Iterable "
    "Iterator Generator Mapping MutableMapping Sequence MutableSequence Collection Container Sized Hashable Reversible "
    "ContextManager AsyncContextManager SupportsInt SupportsFloat SupportsIndex SupportsAbs IO TextIO BinaryIO Pattern Match "
    "KeysView ValuesView ItemsView AbstractSet MutableSet ByteString"
).split():
    globals()[_name] = _Form(_name)
for _name, _origin in (("List", list), ("Dict", dict), ("Tuple", tuple), ("Set", set), ("FrozenSet", frozenset), ("Type", type)):
    globals()[_name] = _Form(_name, _origin)


def __getattr__(name):
    import collections
    if name in ("DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap"):
        return _Form(name, getattr(collections, {"DefaultDict": "defaultdict", "Deque": "deque"}.get(name, name)))
    gap("typing." + name, "have it")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        self.__name__ = name

    def __repr__(self):
        return "~" + self.__name__


ParamSpec = TypeVarTuple = TypeVar


class _Parametrised(type):
    pass


class Protocol:
    _is_protocol = True
    _d_generic = True

    @classmethod
    def __is_instance__(cls, value):
        if not cls.__dict__.get("_is_protocol"):
            return any(one is cls for one in _d_classes.order(type(value)))
        _check_runtime(cls)
        return all(hasattr(value, name) for name in _members(cls))

    @classmethod
    def __is_subclass__(cls, kind):
        if not cls.__dict__.get("_is_protocol"):
            return any(one is cls for one in _d_classes.order(kind))
        _check_runtime(cls)
        return all(hasattr(kind, name) for name in _members(cls))


def _check_runtime(cls):
    if not cls.__dict__.get("_is_runtime_protocol"):
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")


_NOT_MEMBERS = (
    "__module__ __qualname__ __annotations__ __doc__ __dict__ __name__ __bases__ __class__ __init__ __new__ _is_protocol "
    "_is_runtime_protocol _d_generic __abstractmethods__ __is_instance__ __is_subclass__ __slots__"
).split()


def _members(cls):
    names = set()
    for one in _d_classes.order(cls):
        if one is object or one is Protocol or not one.__dict__.get("_is_protocol"):
            continue
        names.update(one.__annotations__)
        names.update([name for name in one.__dict__ if name not in _NOT_MEMBERS])
    return names


def _make_protocol(kind, keywords):
    if any(one is Protocol for one in kind.__bases__):
        kind._is_protocol = True

        def refuse(cls, *args, **names):
            if cls is kind:
                raise TypeError("Protocols cannot be instantiated")
            return object.__new__(cls)

        kind.__new__ = refuse
    import abc
    left = abc.names_left(kind)
    if left and not kind.__dict__.get("_is_protocol"):
        abc.refuse(kind, left)


Generic = _Form("Generic")
_Made.__real_class__ = None
_Form.__real_class__ = None


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(method, /):
    return method


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def get_type_hints(obj, **names):
    return dict(obj.__annotations__)


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return tuple(getattr(tp, "__args__", ()))


def NewType(name, tp):
    return lambda value: value


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


class NamedTuple:
    pass


class TypedDict:
    pass


def _make_named(kind, keywords):
    from collections import _named
    names = tuple(kind.__annotations__)
    defaults = {name: kind.__dict__[name] for name in names if name in kind.__dict__}
    made = _named(kind.__name__, names, defaults)
    for key, value in kind.__dict__.items():
        if key not in names and not (key.startswith("__") and key not in ("__repr__", "__str__", "__add__", "__eq__")):
            setattr(made, key, value)
    return made


def _make_typed(kind, keywords):
    def make(*args, **names):
        return dict(*args, **names)
    return make


_d_classes.hooks[id(NamedTuple)] = _make_named
_d_classes.hooks[id(TypedDict)] = _make_typed
_d_classes.hooks[id(Protocol)] = _make_protocol
