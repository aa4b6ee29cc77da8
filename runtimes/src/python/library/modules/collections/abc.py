"""What containers promise. Whether a value keeps it is seen by its methods, or by the class it descends from."""
import _d_abstract
import _d_classes

__lacks__ = "AsyncGenerator Buffer ByteString"
_generator = type((lambda: (yield))())
# What MicroPython calls those whose methods cannot be seen.
_ITERATORS = ("enumerate", "map", "zip", "filter", "reversed", "iterator", "generator")


class _Promise:
    """
    Subclasses name the methods that show it; a class of the program below one is itself what it is tested by.
    None has two bases: what CPython inherits is found by the methods.
    """

    _methods = ()
    _builtin = ()

    @classmethod
    def __is_instance__(cls, value):
        return cls.__is_subclass__(type(value)) or ("_methods" in cls.__dict__ and cls._also(value))

    @classmethod
    def __is_subclass__(cls, kind):
        if any(one is cls for one in _d_classes.order(kind)):
            return True
        if "_methods" not in cls.__dict__:
            return False
        if any(issubclass(kind, one) for one in cls._builtin):
            return True
        return bool(cls._methods) and all(hasattr(kind, one) for one in cls._methods)

    @classmethod
    def _also(cls, value):
        return False

    @classmethod
    def register(cls, subclass):
        cls._builtin = tuple(cls._builtin) + (subclass,)
        return subclass


class Hashable(_Promise):
    _methods = ()

    _builtin = (range,)

    @classmethod
    def _also(cls, value):
        try:
            hash(value)
        except TypeError:
            return False
        return True

    def __hash__(self):
        return 0


class Iterable(_Promise):
    _methods = ("__iter__",)
    _builtin = (str, bytes, bytearray, list, tuple, dict, set, frozenset, range)

    @classmethod
    def _also(cls, value):
        return type(value).__name__ in _ITERATORS + ("dict_view", "dict_items", "dict_keys", "dict_values")


class Iterator(Iterable):
    _methods = ("__next__",)
    _builtin = ()

    @classmethod
    def _also(cls, value):
        return type(value).__name__ in _ITERATORS

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ("send", "throw", "close", "__next__")
    _builtin = (_generator,)


class Reversible(Iterable):
    _methods = ("__reversed__",)
    _builtin = (str, bytes, list, tuple, dict, range)


class Sized(_Promise):
    _methods = ("__len__",)
    _builtin = (str, bytes, bytearray, list, tuple, dict, set, frozenset, range)


class Container(_Promise):
    _methods = ("__contains__",)
    _builtin = Sized._builtin


class Collection(_Promise):
    _methods = ("__len__", "__iter__", "__contains__")
    _builtin = Sized._builtin


class Callable(_Promise):
    _methods = ("__call__",)
    _builtin = ()

    @classmethod
    def _also(cls, value):
        return callable(value)


class Awaitable(_Promise):
    _methods = ("__await__",)
    _builtin = (_generator,)


class Coroutine(Awaitable):
    _methods = ("send", "throw", "close", "__await__")
    _builtin = (_generator,)


class AsyncIterable(_Promise):
    _methods = ("__aiter__",)


class AsyncIterator(AsyncIterable):
    _methods = ("__anext__", "__aiter__")

    def __aiter__(self):
        return self


class Sequence(Collection):
    _methods = ()
    _builtin = (str, bytes, bytearray, list, tuple, range)

    def __iter__(self):
        place = 0
        try:
            while True:
                yield self[place]
                place += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(one is value or one == value for one in self)

    def __reversed__(self):
        return iter([self[place] for place in range(len(self) - 1, -1, -1)])

    def index(self, value, start=0, stop=None):
        for place in range(start, len(self) if stop is None else stop):
            if self[place] is value or self[place] == value:
                return place
        raise ValueError

    def count(self, value):
        return sum([1 for one in self if one is value or one == value])


class MutableSequence(Sequence):
    _methods = ()
    _builtin = (list, bytearray)

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        for place in range(len(self) // 2):
            other = len(self) - place - 1
            self[place], self[other] = self[other], self[place]

    def extend(self, values):
        for one in list(values):
            self.append(one)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    _methods = ()
    _builtin = (set, frozenset)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        return len(self) <= len(other) and all(one in other for one in self)

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        return len(self) >= len(other) and all(one in self for one in other)

    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    def __and__(self, other):
        return self._from_iterable([one for one in other if one in self])

    def __or__(self, other):
        return self._from_iterable(list(self) + list(other))

    def __sub__(self, other):
        return self._from_iterable([one for one in self if one not in other])

    def __xor__(self, other):
        return (self - other) | self._from_iterable([one for one in other if one not in self])

    def isdisjoint(self, other):
        return not any(one in self for one in other)


class MutableSet(Set):
    _methods = ()
    _builtin = (set,)

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for one in list(self):
            self.discard(one)

    def __ior__(self, other):
        for one in other:
            self.add(one)
        return self

    def __isub__(self, other):
        for one in list(other):
            self.discard(one)
        return self


class MappingView(Sized):
    _methods = ()

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView):
    _methods = ()

    def __iter__(self):
        return iter(self._mapping)

    def __contains__(self, key):
        return key in self._mapping


class ValuesView(MappingView):
    _methods = ()

    def __iter__(self):
        return iter([self._mapping[key] for key in self._mapping])

    def __contains__(self, value):
        return any(one == value for one in self)


class ItemsView(MappingView):
    _methods = ()

    def __iter__(self):
        return iter([(key, self._mapping[key]) for key in self._mapping])

    def __contains__(self, item):
        return item[0] in self._mapping and self._mapping[item[0]] == item[1]


class Mapping(Collection):
    _methods = ()
    _builtin = (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


_none = object()


class MutableMapping(Mapping):
    _methods = ()
    _builtin = (dict,)

    def pop(self, key, default=_none):
        try:
            value = self[key]
        except KeyError:
            if default is _none:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **names):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in names.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


_mapping = ("__getitem__", "__iter__", "__len__")
_sequence = ("__getitem__", "__len__")
# What a class below has to define.
_ABSTRACT = {
    Hashable: ("__hash__",), Iterable: ("__iter__",), Iterator: ("__next__",), Reversible: ("__reversed__", "__iter__"), Sized: ("__len__",),
    Container: ("__contains__",), Collection: ("__contains__", "__iter__", "__len__"), Callable: ("__call__",), Awaitable: ("__await__",),
    Coroutine: ("__await__", "send", "throw"), AsyncIterable: ("__aiter__",), AsyncIterator: ("__anext__",), Generator: ("send", "throw"),
    Sequence: _sequence, MutableSequence: _sequence + ("__delitem__", "__setitem__", "insert"),
    Set: ("__contains__", "__iter__", "__len__"), MutableSet: ("__contains__", "__iter__", "__len__", "add", "discard"),
    Mapping: _mapping, MutableMapping: _mapping + ("__delitem__", "__setitem__"),
}


_d_classes.hooks[id(_Promise)] = _d_abstract.checker(_ABSTRACT, Hashable)
