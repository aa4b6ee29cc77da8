"""Containers."""
import sys

import _d_errors
from _d_host import gap

__lacks__ = "UserString"
__all__ = "ChainMap Counter OrderedDict UserDict UserList defaultdict deque namedtuple".split()


class OrderedDict(dict):
    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        keys = list(self)
        key = keys[-1] if last else keys[0]
        return key, self.pop(key)

    def __eq__(self, other):
        same = len(self) == len(other) if isinstance(other, dict) else False
        same = same and all(key in other and self[key] == other[key] for key in self)
        return same and (list(self) == list(other) if isinstance(other, OrderedDict) else True)

    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            rest = list(self.items())
            self.clear()
            self[key] = value
            for one, other in rest:
                self[one] = other

    def copy(self):
        return type(self)({key: self[key] for key in self})

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __repr__(self):
        return "OrderedDict(" + (repr({key: self[key] for key in self}) if self else "") + ")"


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **names):
        super().__init__(*args, **names)
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory

    def copy(self):
        return type(self)(self.default_factory, {key: dict.__getitem__(self, key) for key in self})

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __getitem__(self, key):
        if key in self:
            return super().__getitem__(key)
        if self.default_factory is None:
            raise KeyError(key)
        super().__setitem__(key, self.default_factory())
        return super().__getitem__(key)

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {({key: self[key] for key in self})!r})"


class deque:
    def __init__(self, iterable=(), maxlen=None):
        self._items = []
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self.maxlen = maxlen
        self.extend(iterable)

    def append(self, x):
        self._items.append(x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0)

    def appendleft(self, x):
        self._items.insert(0, x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, iterable):
        for one in iterable:
            self.append(one)

    def extendleft(self, iterable):
        for one in iterable:
            self.appendleft(one)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def clear(self):
        self._items.clear()

    def count(self, x):
        return self._items.count(x)

    def index(self, x, start=0, stop=None):
        for place in range(start, len(self._items) if stop is None else stop):
            if self._items[place] == x:
                return place
        raise ValueError(f"{x!r} is not in deque")

    def insert(self, i, x):
        if self.maxlen is not None and len(self._items) >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(i, x)

    def remove(self, x):
        if x not in self._items:
            raise ValueError(f"{x!r} is not in deque")
        self._items.remove(x)

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return deque(self._items, self.maxlen)

    def __reversed__(self):
        return iter(self._items[::-1])

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return deque(self._items + other._items, self.maxlen)

    def __mul__(self, times):
        return deque(self._items * times, self.maxlen)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __lt__(self, other):
        return self._items < other._items

    def rotate(self, n=1):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[len(self._items) - n:] + self._items[:len(self._items) - n]

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __contains__(self, x):
        return x in self._items

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __bool__(self):
        return bool(self._items)

    def __repr__(self):
        return f"deque({self._items!r}" + (")" if self.maxlen is None else f", maxlen={self.maxlen})")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(one) for one in field_names]
    seen = set()
    for place, one in enumerate(names):
        good = one.isidentifier() and one not in _KEYWORDS
        if rename and (not good or one.startswith("_") or one in seen):
            names[place] = f"_{place}"
        elif not one.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {one!r}")
        elif not good:
            raise ValueError(f"Type names and field names cannot be a keyword: {one!r}")
        elif one.startswith("_"):
            raise ValueError(f"Field names cannot start with an underscore: {one!r}")
        elif one in seen:
            raise ValueError(f"Encountered duplicate field name: {one!r}")
        seen.add(one)
    values = tuple(defaults or ())
    if len(values) > len(names):
        raise TypeError("Got more default values than field names")
    return _named(typename, tuple(names), dict(zip(names[len(names) - len(values):], values)))


_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield"
).split()


def _fields_of(typename, names, defaults, args, named):
    """The values of all fields, as CPython's `__new__` would take them."""
    if len(args) > len(names):
        least, most = len(names) - len(defaults) + 1, len(names) + 1
        count = f"from {least} to {most}" if defaults else str(most)
        plural = "" if count == "1" else "s"
        told = f"{typename}.__new__() takes {count} positional argument{plural} but {len(args) + 1} were given"
        raise _d_errors.own(TypeError(told))
    values = dict(zip(names, args))
    for name, value in named.items():
        if name not in names:
            raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
        if name in values:
            raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
        values[name] = value
    lacking = [repr(one) for one in names if one not in values and one not in defaults]
    if lacking:
        plural = "s" if len(lacking) > 1 else ""
        last = lacking.pop()
        told = (", ".join(lacking) + ("," if len(lacking) > 1 else "") + " and " + last) if lacking else last
        raise TypeError(f"{typename}.__new__() missing {len(lacking) + 1} required positional argument{plural}: {told}")
    return [values[one] if one in values else defaults[one] for one in names]


def _named(typename, names, defaults):
    class Named(tuple):
        __match_args__ = _fields = names
        _field_defaults = defaults

        def __init__(self, *args, **named):
            super().__init__(_fields_of(typename, names, defaults, args, named))

        @classmethod
        def _make(cls, values):
            values = list(values)
            if len(values) != len(names):
                raise TypeError(f"Expected {len(names)} arguments, got {len(values)}")
            return cls(*values)

        def _asdict(self):
            return dict(zip(names, self))

        def _replace(self, /, **named):
            values = [named.pop(n, v) for n, v in zip(names, self)]
            if named:
                raise (TypeError if sys.version_info[1] > 12 else ValueError)(f"Got unexpected field names: {list(named)!r}")
            return type(self)(*values)

        def __repr__(self):
            return type(self).__name__ + "(" + ", ".join([f"{n}={v!r}" for n, v in zip(names, self)]) + ")"

    for place, name in enumerate(names):
        setattr(Named, name, _field(place))
    _d_errors.named_tuples.add(typename)
    made = type(typename, (Named,), {"__doc__": typename + "(" + ", ".join(names) + ")"})
    return made


def _field(place):
    return property(lambda self: self[place])


# What brings no `collections.abc` with it.
_WITHOUT = (
    "builtins sys os io time errno posixpath collections math json re random string functools itertools operator enum abc keyword "
    "contextlib copy"
).split()


def _is_known():
    """Before 3.13, `collections.abc` is there as soon as any module has imported it."""
    return any(
        not name.startswith("_") and name not in _WITHOUT and "__drydock__" in getattr(module, "__dict__", ())
        for name, module in sys.modules.items()
    )


def __getattr__(name):
    # They come when they are asked for; some need `collections.abc`, which most programs do without.
    if name == "Counter":
        import _d_counter
        return _d_counter.Counter
    if name == "ChainMap":
        import _d_chain_map
        return _d_chain_map.ChainMap
    if name in ("UserDict", "UserList"):
        import _d_user_containers
        return getattr(_d_user_containers, name)
    if name == "abc" and (sys.version_info[1] > 12 or _is_known()):
        import collections.abc
        return collections.abc
    if name in __lacks__.split():
        gap("collections." + name, "have it")
    raise AttributeError(f"module 'collections' has no attribute '{name}'")
