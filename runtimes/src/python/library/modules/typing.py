"""Names for types: read, and not checked."""
import _d_builtins
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

    def __repr__(self):
        return f"typing.{self._name}[" + ", ".join([one.__name__ if isinstance(one, type) else repr(one) for one in self.__args__]) + "]"


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
    pass


class _GenericForm(_Form):
    __real_class__ = object


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


import _d_classes

_d_classes.hooks[id(NamedTuple)] = _make_named
_d_classes.hooks[id(TypedDict)] = _make_typed
