"""Functions of functions."""
import _d_functions
from _d_host import gap

__lacks__ = "RLock get_cache_token namedtuple partialmethod recursive_repr singledispatchmethod GenericAlias"
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    _d_functions.assume(wrapper, wrapped)
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


class partial:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, *args, **keywords):
        return self.func(*self.args, *args, **dict(self.keywords, **keywords))


class _Cached:
    """A function that remembers. It is not a function that can be a method."""

    def __init__(self, function, size, typed):
        self.__wrapped__ = function
        self._function = function
        self._size = size
        self._found = {}
        self._hits = self._misses = 0

    @property
    def __name__(self):
        return self._function.__name__

    def __call__(self, *args, **names):
        key = (args, tuple(names.items())) if names else args
        if key in self._found:
            self._hits += 1
            value = self._found.pop(key)
            self._found[key] = value
            return value
        value = self._function(*args, **names)
        self._misses += 1
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


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128, False)
    return lambda function: _Cached(function, maxsize, typed)


def cache(user_function, /):
    return _Cached(user_function, None, False)


def cached_property(func):
    values = []

    def read(self):
        for one, value in values:
            if one is self:
                return value
        value = func(self)
        values.append((self, value))
        return value

    return property(read)


def cmp_to_key(mycmp):
    class Key:
        def __init__(self, value):
            self.obj = value

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

    return Key


def total_ordering(cls):
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


def singledispatch(func):
    gap("functools.singledispatch")
