"""Statistics of numbers, computed exactly and rounded once, as CPython does."""
import math
from fractions import Fraction, quotient

from _d_host import gap

__lacks__ = "NormalDist kde kde_random"


class StatisticsError(ValueError):
    pass


def _exact(data):
    """The exact sum, how many there are, and what makes the result of the right type."""
    total, count, kind = Fraction(0), 0, int
    for one in data:
        if isinstance(one, float):
            if one != one or one in (math.inf, -math.inf):
                gap("statistics of what is not finite")
            kind = float if kind is int else kind
        elif isinstance(one, Fraction):
            kind = Fraction if kind is int else kind
        elif not isinstance(one, int):
            if type(one).__name__ == "Decimal":
                gap("statistics of Decimal")
            raise TypeError(f"can't convert type '{type(one).__name__}' to numerator/denominator")
        total += Fraction(one)
        count += 1
    return total, count, kind


def _as(value, kind):
    if kind is Fraction:
        return value
    if kind is int and value.denominator == 1:
        return value.numerator
    return quotient(value.numerator, value.denominator)


def mean(data):
    total, count, kind = _exact(data)
    if not count:
        raise StatisticsError("mean requires at least one data point")
    return _as(total / count, kind)


def fmean(data, weights=None):
    values = [float(one) for one in data]
    if weights is not None:
        weights = [float(one) for one in weights]
        if len(weights) != len(values):
            raise StatisticsError("data and weights must be the same length")
        if not sum(weights):
            raise StatisticsError("sum of weights must be non-zero")
        return math.fsum([a * b for a, b in zip(values, weights)]) / math.fsum(weights)
    if not values:
        raise StatisticsError("fmean requires at least one data point")
    return math.fsum(values) / len(values)


def geometric_mean(data):
    values = [float(one) for one in data]
    if not values or any(one <= 0 for one in values):
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return math.exp(fmean([math.log(one) for one in values]))


def harmonic_mean(data, weights=None):
    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is not None:
        gap("harmonic_mean() with weights")
    if any(one < 0 for one in values):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in values:
        return 0
    total, _, kind = _exact([1 / one for one in values])
    return _as(Fraction(len(values)) / total, kind)


def _middle(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values, len(values) // 2


def median(data):
    values, half = _middle(data)
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def median_low(data):
    values, half = _middle(data)
    return values[half] if len(values) % 2 else values[half - 1]


def median_high(data):
    values, half = _middle(data)
    return values[half]


def median_grouped(data, interval=1.0):
    values, half = _middle(data)
    x = values[half]
    below = len([one for one in values if one < x])
    return float(x) - interval / 2.0 + interval * (len(values) / 2 - below) / values.count(x)


def _counted(data):
    counts = {}
    for one in data:
        counts[one] = counts.get(one, 0) + 1
    return counts


def mode(data):
    counts = _counted(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    return next(one for one, count in counts.items() if count == most)


def multimode(data):
    counts = _counted(data)
    most = max(counts.values(), default=0)
    return [one for one, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    if len(values) < 2:
        raise StatisticsError("must have at least two data points")
    found = []
    if method == "inclusive":
        size = len(values) - 1
        for one in range(1, n):
            place, rest = divmod(one * size, n)
            found.append((values[place] * (n - rest) + values[place + 1] * rest) / n)
    elif method == "exclusive":
        size = len(values) + 1
        for one in range(1, n):
            place = min(max(one * size // n, 1), len(values) - 1)
            rest = one * size - place * n
            found.append((values[place - 1] * (n - rest) + values[place] * rest) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return found


def _squares(data, centre):
    """The exact sum of squared distances from the mean or the centre, how many there are, and the type."""
    values = list(data)
    total, count, kind = _exact(values)
    if not count:
        return Fraction(0), 0, kind
    at = total / count if centre is None else Fraction(centre)
    return sum([(Fraction(one) - at) ** 2 for one in values], Fraction(0)), count, kind


def variance(data, xbar=None):
    squares, count, kind = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as(squares / (count - 1), kind)


def pvariance(data, mu=None):
    squares, count, kind = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _as(squares / count, kind)


def _root(value):
    """The square root of a fraction, correctly rounded."""
    upper, lower = value.numerator, value.denominator
    if not upper:
        return 0.0
    shift = (upper.bit_length() - lower.bit_length() - 109) // 2
    if shift >= 0:
        found, lower = math.isqrt(upper // (lower << 2 * shift)), lower << 2 * shift
    else:
        upper <<= -2 * shift
        found = math.isqrt(upper // lower)
    # One more bit that says whether anything was left over: rounding then cannot fall on the wrong side.
    found |= found * found * lower != upper
    return quotient(found << shift, 1) if shift >= 0 else quotient(found, 1 << -shift)


def stdev(data, xbar=None):
    squares, count, _ = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(squares / (count - 1))


def pstdev(data, mu=None):
    squares, count, _ = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(squares / count)


def _pairs(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return [float(one) for one in x], [float(one) for one in y]


def covariance(x, y, /):
    x, y = _pairs(x, y, "covariance")
    mx, my = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    gap("statistics.correlation()", "compute it with sums of extended precision")


def linear_regression(x, y, /, *, proportional=False):
    gap("statistics.linear_regression()", "compute it with sums of extended precision")
