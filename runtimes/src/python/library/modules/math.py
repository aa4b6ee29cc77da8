"""Mathematics."""
_math = _d_native("math")
# The last digit of a cube root is the C library's own.
__lacks__ = "fma cbrt"
pi = _math.pi
e = _math.e
tau = 2 * pi
inf = float("inf")
nan = float("nan")
for _name in (
    "acos acosh asin asinh atan atan2 atanh copysign cos cosh degrees erf erfc expm1 fabs fmod frexp gamma isclose isfinite isinf "
    "isnan ldexp lgamma log10 log2 modf radians sin sinh tan tanh"
).split():
    if hasattr(_math, _name):
        globals()[_name] = getattr(_math, _name)


def _whole(value, name):
    method = getattr(type(value), name, None)
    return method(value) if method is not None else None


def _real(x):
    """A number as a float."""
    method = getattr(type(x), "__float__", None)
    if method is None and not isinstance(x, (int, float)):
        method = getattr(type(x), "__index__", None)
        if method is None:
            raise TypeError(f"must be real number, not {type(x).__name__ if x is not None else 'NoneType'}")
    return float(x) if method is None else method(x)


def floor(x, /):
    found = _whole(x, "__floor__")
    return found if found is not None else x if isinstance(x, int) else _no_fraction(_real(x)) or int(_real(x) // 1)


def ceil(x, /):
    found = _whole(x, "__ceil__")
    return found if found is not None else x if isinstance(x, int) else _no_fraction(_real(x)) or int(-(-_real(x) // 1))


def _no_fraction(x):
    return int(x) if x != x or x in (inf, -inf) or abs(x) > 1e16 else 0


def trunc(x, /):
    return int(x)


def sqrt(x, /):
    x = _real(x)
    if x < 0:
        raise ValueError("math domain error")
    return _math.sqrt(x)


def log(x, base=None, /):
    if _real(x) <= 0:
        raise ValueError("math domain error")
    return _math.log(x) if base is None else _math.log(x) / _math.log(base)


def pow(x, y, /):
    x, y = _real(x), _real(y)
    if x < 0 and y != y // 1 and abs(y) != inf or x == 0 and y < 0:
        raise ValueError("math domain error")
    found = inf if x == inf and y > 0 else _power(x, y)
    return found


def _power(x, y):
    try:
        return x ** y
    except OverflowError:
        raise OverflowError("math range error") from None


def exp(x, /):
    x = _real(x)
    if x > 709.782712893384 and x != inf:
        raise OverflowError("math range error")
    return _math.exp(x)


def factorial(n, /):
    n = _integer(n)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    found = 1
    for one in range(2, n + 1):
        found *= one
    return found


def gcd(*integers):
    found = 0
    for one in integers:
        one = abs(_integer(one))
        while one:
            found, one = one, found % one
    return found


def lcm(*integers):
    found = 1
    for one in integers:
        if _integer(one) == 0:
            return 0
        found = abs(found * one) // gcd(found, one)
    return found


def isqrt(n, /):
    n = _integer(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n == 0:
        return 0
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) // 2
        if better >= guess:
            return guess
        guess = better


def prod(iterable, /, *, start=1):
    for one in iterable:
        start *= one
    return start


def hypot(*coordinates):
    return _math.sqrt(sum(one * one for one in coordinates))


def fsum(seq, /):
    partials = []
    for x in seq:
        kept = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                partials[kept] = low
                kept += 1
            x = high
        partials[kept:] = [x]
    return float(sum(partials))


def _integer(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__ if value is not None else 'NoneType'}' object cannot be interpreted as an integer")
    return method(value)


def _counts(n, k):
    _integer(n)
    _integer(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")


def comb(n, k, /):
    _counts(n, k)
    found = 1
    for one in range(min(k, n - k)):
        found = found * (n - one) // (one + 1)
    return 0 if k > n else found


def perm(n, k=None, /):
    k = n if k is None else k
    _counts(n, k)
    found = 1
    for one in range(n - k + 1, n + 1):
        found *= one
    return 0 if k > n else found


def dist(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[a - b for a, b in zip(p, q)])


def exp2(x, /):
    return 2.0 ** x


def log1p(x, /):
    if x <= -1:
        raise ValueError("math domain error")
    whole = 1.0 + x
    return float(x) if whole == 1.0 else _math.log(whole) * x / (whole - 1.0)


def ulp(x, /):
    x = abs(float(x))
    if x != x or x == inf:
        return x
    return max(_math.ldexp(1.0, _math.frexp(x)[1] - 53), 5e-324) if x else 5e-324


def nextafter(x, y, /, *, steps=None):
    if steps is not None:
        from _d_host import gap
        gap("math.nextafter() with steps")
    import struct
    if x != x or y != y or x == y:
        return float(y) if x == y else nan
    if x == 0:
        return copysign(5e-324, y)
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return struct.unpack("<d", struct.pack("<q", bits + (1 if (y > x) == (x > 0) else -1)))[0]


def remainder(x, y, /):
    if y == 0 or abs(x) == inf:
        raise ValueError("math domain error")
    if abs(y) == inf:
        return float(x)
    from fractions import Fraction
    return copysign(0.0, x) if x == 0 else float(Fraction(x) - round(Fraction(x) / Fraction(y)) * Fraction(y))


def sumprod(p, q, /):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if all(isinstance(one, int) for one in p + q):
        return sum([a * b for a, b in zip(p, q)])
    from fractions import Fraction
    return float(sum([Fraction(a) * Fraction(b) for a, b in zip(p, q)], Fraction(0)))
