"""Random numbers of the gamma distribution, drawn from a row as CPython draws them."""
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
