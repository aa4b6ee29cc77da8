"""Functions of functions."""
import _d_classes
import _d_builtins
import _d_functions

__lacks__ = "RLock get_cache_token namedtuple recursive_repr GenericAlias"
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    if _d_functions.is_function(wrapper) or type(wrapper) is not _Cached and not hasattr(wrapper, "__dict__"):
        _d_functions.assume(wrapper, wrapped)
        return wrapper
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            pass
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            getattr(wrapper, name)[key] = value
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped)


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    values = iter(iterable)
    if initial is _missing:
        try:
            initial = next(values)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for one in values:
        initial = function(initial, one)
    return initial


def _callee(function):
    """What a function calls that was handed to it: builtin types are Drydock's."""
    if type(function) is type:
        for kind, ours in _KINDS:
            if function is kind:
                return ours
    return function


_KINDS = (
    (int, _d_builtins._values.to_int), (str, _d_builtins._values.to_str), (float, _d_builtins._values.to_float), (bytes, _d_builtins._values.to_bytes), (dict, _d_builtins._values.to_dict),
    (type, _d_builtins._values.to_type),
)


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            func, args, keywords = func.func, func.args + args, dict(func.keywords, **keywords)
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return _callee(self.func)(*self.args, *args, **dict(self.keywords, **keywords))

    def __repr__(self):
        parts = [repr(self.func)] + [repr(one) for one in self.args] + [f"{key}={one!r}" for key, one in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"


def _bound(function, owner):
    return lambda *args, **names: function(owner, *args, **names)


class partialmethod:
    """A method some of whose arguments are given."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return lambda *args, **names: self.func(instance, *self.args, *args, **dict(self.keywords, **names))


class _Cached:
    """A function that remembers; in a class, a method that does."""

    def __init__(self, function, size, typed):
        self.__wrapped__ = function
        self._function, self._size, self._typed = function, size, typed
        self._found = {}
        self._hits = self._misses = 0

    @property
    def __name__(self):
        return self._function.__name__

    @property
    def __doc__(self):
        return self._function.__doc__

    def __get__(self, instance, owner=None):
        return self if instance is None else _bound(self, instance)

    def __call__(self, *args, **names):
        key = (args, tuple(names.items())) if names else args
        if self._typed:
            key = (key, tuple([type(one) for one in args]), tuple([type(one) for one in names.values()]))
        if key in self._found:
            self._hits += 1
            value = self._found.pop(key)
            self._found[key] = value
            return value
        value = self._function(*args, **names)
        self._misses += 1
        if self._size != 0:
            self._found[key] = value
        if self._size is not None and len(self._found) > self._size:
            del self._found[next(iter(self._found))]
        return value

    def cache_clear(self):
        self._found = {}
        self._hits = self._misses = 0

    def cache_info(self):
        from collections import namedtuple
        kind = namedtuple("CacheInfo", "hits misses maxsize currsize")
        return kind(self._hits, self._misses, self._size, len(self._found))

    def cache_parameters(self):
        return {"maxsize": self._size, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128, False)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _Cached(function, maxsize if maxsize is None else max(maxsize, 0), typed)


def cache(user_function, /):
    return _Cached(user_function, None, False)


class cached_property:
    """A property that is computed once and then an attribute."""

    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        object.__setattr__(instance, self.attrname, value)
        return value


def cmp_to_key(mycmp):
    class Key:
        def __init__(self, value):
            self.obj = value

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return Key


def total_ordering(cls):
    own = _d_classes.mirrored_ones
    for one in ("__lt__", "__le__", "__gt__", "__ge__"):
        if any(cls.__dict__.get(one) is other for other in own):
            delattr(cls, one)
    names = [one for one in ("__lt__", "__le__", "__gt__", "__ge__") if one in cls.__dict__]
    if not names:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    given = names[0]
    less = {
        "__lt__": lambda a, b: a.__lt__(b), "__le__": lambda a, b: a.__le__(b) and not a == b,
        "__gt__": lambda a, b: not a.__gt__(b) and not a == b, "__ge__": lambda a, b: not a.__ge__(b),
    }[given]
    rest = {
        "__lt__": lambda a, b: less(a, b), "__le__": lambda a, b: less(a, b) or a == b,
        "__gt__": lambda a, b: not less(a, b) and not a == b, "__ge__": lambda a, b: not less(a, b),
    }
    for name, function in rest.items():
        if name not in cls.__dict__:
            setattr(cls, name, function)
    return cls


class _Dispatched:
    """A function that is another one for each type of its first argument."""

    def __init__(self, func, place=0):
        self.__wrapped__, self._place = func, place
        self.registry = {object: func}

    @property
    def __name__(self):
        return self.__wrapped__.__name__

    def __get__(self, instance, owner=None):
        return self if instance is None else _bound(self, instance)

    def register(self, cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda one: self.register(cls, one)
            func, notes = cls, list(cls.__annotations__.items())
            if not notes:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function.")
            cls = notes[0][1]
        for one in getattr(cls, "__args__", None) or (cls,):
            self.registry[type(None) if one is None else one] = func
        return func

    def dispatch(self, cls):
        if cls is bool and bool not in self.registry and int in self.registry:
            return self.registry[int]
        for one in _d_classes.order(cls):
            if one in self.registry:
                return self.registry[one]
        for one, func in self.registry.items():
            if one is not object and issubclass(cls, one):
                return func
        return self.registry[object]

    def __call__(self, *args, **names):
        if len(args) <= self._place:
            raise TypeError(f"{self.__name__} requires at least 1 positional argument")
        return self.dispatch(type(args[self._place]))(*args, **names)


def singledispatch(func):
    return _Dispatched(func)


def singledispatchmethod(func):
    return _Dispatched(func, 1)
