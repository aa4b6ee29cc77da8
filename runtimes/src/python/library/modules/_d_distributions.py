"""Random numbers of rarer distributions, drawn from a row as CPython draws them."""
import math as _math


def gamma(row, alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if alpha > 1.0:
        # R.C.H. Cheng, 1977.
        root = _math.sqrt(2.0 * alpha - 1.0)
        shift = alpha - _math.log(4.0)
        both = alpha + root
        while True:
            one = row.random()
            if not 1e-7 < one < 0.9999999:
                continue
            two = 1.0 - row.random()
            v = _math.log(one / (1.0 - one)) / root
            x = alpha * _math.exp(v)
            z = one * one * two
            r = shift + both * v - x
            if r + (1.0 + _math.log(4.5)) - 4.5 * z >= 0.0 or r >= _math.log(z):
                return x * beta
    if alpha == 1.0:
        return -_math.log(1.0 - row.random()) * beta
    # Algorithm GS of Statistical Computing, Kennedy & Gentle.
    while True:
        one = row.random()
        limit = (_math.e + alpha) / _math.e
        part = limit * one
        x = part ** (1.0 / alpha) if part <= 1.0 else -_math.log((limit - part) / alpha)
        two = row.random()
        if part > 1.0:
            if two <= x ** (alpha - 1.0):
                return x * beta
        elif two <= _math.exp(-x):
            return x * beta


def von_mises(row, mu, kappa):
    # Fisher, N.I., "Statistical Analysis of Circular Data".
    if kappa <= 1e-6:
        return _math.tau * row.random()
    s = 0.5 / kappa
    r = s + _math.sqrt(1.0 + s * s)
    while True:
        z = _math.cos(_math.pi * row.random())
        d = z / (r + z)
        one = row.random()
        if one < 1.0 - d * d or one <= (1.0 - d) * _math.exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    if row.random() > 0.5:
        return (mu + _math.acos(f)) % _math.tau
    return (mu - _math.acos(f)) % _math.tau


def binomial(row, n, p):
    if n < 0:
        raise ValueError("n must be non-negative")
    if p <= 0.0 or p >= 1.0:
        if p == 0.0:
            return 0
        if p == 1.0:
            return n
        raise ValueError("p must be in the range 0.0 <= p <= 1.0")
    if n == 1:
        return 1 if row.random() < p else 0
    if p > 0.5:
        return n - binomial(row, n, 1.0 - p)
    if n * p >= 10.0:
        from _d_host import gap
        gap("random.binomialvariate() of a mean of ten and more")
    # The geometric method.
    x = y = 0
    c = _math.log(1.0 - p) / _math.log(2.0)
    if not c:
        return x
    while True:
        y += _math.floor(_math.log(row.random()) / _math.log(2.0) / c) + 1
        if y > n:
            return x
        x += 1
