"""Operators as functions."""
__lacks__ = "concat countOf delitem indexOf inv invert length_hint matmul"


def itemgetter(*items):
    if len(items) == 1:
        return lambda value: value[items[0]]
    return lambda value: tuple([value[one] for one in items])


def _deep(value, name):
    for one in name.split("."):
        value = getattr(value, one)
    return value


def attrgetter(*names):
    if len(names) == 1:
        return lambda value: _deep(value, names[0])
    return lambda value: tuple([_deep(value, one) for one in names])


def methodcaller(name, /, *args, **kwargs):
    return lambda value: getattr(value, name)(*args, **kwargs)


add = lambda a, b: a + b
sub = lambda a, b: a - b
mul = lambda a, b: a * b
truediv = lambda a, b: a / b
floordiv = lambda a, b: a // b
mod = lambda a, b: a % b
pow = lambda a, b: a ** b
neg = lambda a: -a
eq = lambda a, b: a == b
ne = lambda a, b: a != b
lt = lambda a, b: a < b
le = lambda a, b: a <= b
gt = lambda a, b: a > b
ge = lambda a, b: a >= b
and_ = lambda a, b: a & b
or_ = lambda a, b: a | b
xor = lambda a, b: a ^ b
not_ = lambda a: not a
truth = lambda a: bool(a)
contains = lambda a, b: b in a
getitem = lambda a, b: a[b]
