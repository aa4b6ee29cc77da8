"""Operators as functions."""
__lacks__ = "matmul imatmul"


class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item,) + items

    def __call__(self, obj):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple([obj[one] for one in self._items])

    def __repr__(self):
        return "operator.itemgetter(" + ", ".join([repr(one) for one in self._items]) + ")"


class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._names = (attr,) + attrs
        if not all(isinstance(one, str) for one in self._names):
            raise TypeError("attribute name must be a string")

    def __call__(self, obj):
        found = [_deep(obj, one) for one in self._names]
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return "operator.attrgetter(" + ", ".join([repr(one) for one in self._names]) + ")"


def _deep(value, name):
    for one in name.split("."):
        value = getattr(value, one)
    return value


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj):
        return getattr(obj, self._name)(*self._args, **self._kwargs)


def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def pow(a, b, /): return a ** b
def neg(a, /): return -a
def pos(a, /): return +a
def inv(a, /): return ~a
def lshift(a, b, /): return a << b
def rshift(a, b, /): return a >> b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def gt(a, b, /): return a > b
def ge(a, b, /): return a >= b
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def not_(a, /): return not a
def truth(a, /): return bool(a)
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def contains(a, b, /): return b in a
def concat(a, b, /): return a + b
def getitem(a, b, /): return a[b]
def countOf(a, b, /): return sum([1 for one in a if one is b or one == b])
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)


invert = inv
_abs = abs


def abs(a, /):
    return _abs(a)


def index(a, /):
    if isinstance(a, int):
        return int(a)
    if not hasattr(type(a), "__index__"):
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
    return a.__index__()


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def indexOf(a, b, /):
    for place, one in enumerate(a):
        if one is b or one == b:
            return place
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    try:
        return len(obj)
    except TypeError:
        return obj.__length_hint__() if hasattr(type(obj), "__length_hint__") else default


def iadd(a, b, /):
    a += b
    return a


def isub(a, b, /):
    a -= b
    return a


def imul(a, b, /):
    a *= b
    return a


def iand(a, b, /):
    a &= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


iconcat, ifloordiv, ilshift, imod, ipow, irshift, itruediv = iadd, floordiv, lshift, mod, pow, rshift, truediv
