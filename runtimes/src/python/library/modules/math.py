"""Mathematics."""
_math = _d_native("math")
__lacks__ = "comb perm dist fma nextafter ulp cbrt exp2 sumprod"
pi = _math.pi
e = _math.e
tau = 2 * pi
inf = float("inf")
nan = float("nan")
for _name in (
    "acos acosh asin asinh atan atan2 atanh copysign cos cosh degrees erf erfc exp expm1 fabs fmod frexp gamma isclose isfinite isinf "
    "isnan ldexp lgamma log10 log2 modf radians sin sinh tan tanh"
).split():
    if hasattr(_math, _name):
        globals()[_name] = getattr(_math, _name)


def _whole(value, name):
    method = getattr(type(value), name, None)
    return method(value) if method is not None else None


def floor(x, /):
    found = _whole(x, "__floor__")
    return found if found is not None else x if isinstance(x, int) else int(x // 1)


def ceil(x, /):
    found = _whole(x, "__ceil__")
    return found if found is not None else x if isinstance(x, int) else int(-(-x // 1))


def trunc(x, /):
    return int(x)


def sqrt(x, /):
    if x < 0:
        raise ValueError("math domain error")
    return _math.sqrt(x)


def log(x, base=None, /):
    if x <= 0:
        raise ValueError("math domain error")
    return _math.log(x) if base is None else _math.log(x) / _math.log(base)


def pow(x, y, /):
    return float(x) ** float(y)


def factorial(n, /):
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    found = 1
    for one in range(2, n + 1):
        found *= one
    return found


def gcd(*integers):
    found = 0
    for one in integers:
        one = abs(one)
        while one:
            found, one = one, found % one
    return found


def lcm(*integers):
    found = 1
    for one in integers:
        if one == 0:
            return 0
        found = abs(found * one) // gcd(found, one)
    return found


def isqrt(n, /):
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


def comb(n, k, /):
    return 0 if k > n else factorial(n) // (factorial(k) * factorial(n - k))


def perm(n, k=None, /):
    k = n if k is None else k
    return 0 if k > n else factorial(n) // factorial(n - k)
