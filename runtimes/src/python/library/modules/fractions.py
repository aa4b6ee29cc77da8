"""Exact fractions."""
import math
import re

__lacks__ = ""
_FORM = re.compile(
    r"\A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)"
    r"(?:/(?P<denom>\d+(_\d+)*)|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z")


def quotient(upper, lower):
    """`upper / lower` of whole numbers of any size, rounded once: MicroPython rounds each of them before."""
    if -(1 << 53) < upper < 1 << 53 and lower < 1 << 53:
        return upper / lower
    sign, upper = (-1, -upper) if upper < 0 else (1, upper)
    shift = upper.bit_length() - lower.bit_length() - 54
    whole, rest = divmod(upper, lower << shift) if shift >= 0 else divmod(upper << -shift, lower)
    extra = whole.bit_length() - 53
    kept, lost = whole >> extra, whole & (1 << extra) - 1
    half = 1 << extra - 1
    if lost > half or lost == half and (rest or kept & 1):
        kept += 1
    return sign * math.ldexp(float(kept), shift + extra)


class Fraction:
    """A fraction in lowest terms, its denominator positive."""

    def __init__(self, numerator=0, denominator=None, *, _normalize=True):
        if denominator is None:
            numerator, denominator = _parts(numerator)
        else:
            a, b = _rational(numerator), _rational(denominator)
            numerator, denominator = a[0] * b[1], a[1] * b[0]
            if denominator == 0:
                raise ZeroDivisionError(f"Fraction({a[0] * b[1]}, 0)")
        if denominator < 0:
            numerator, denominator = -numerator, -denominator
        common = math.gcd(numerator, denominator)
        self._numerator, self._denominator = numerator // common, denominator // common

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    real = property(lambda self: self)
    imag = property(lambda self: 0)

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if spec == "":
            return str(self)
        from _d_host import gap
        gap("format() of a Fraction")

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        found = float(self)
        return hash(found) if Fraction(found) == self else hash((self._numerator, self._denominator))

    def __bool__(self):
        return self._numerator != 0

    def __float__(self):
        return quotient(self._numerator, self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return whole + 1 if twice > self._denominator or (twice == self._denominator and whole % 2) else whole
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return self

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __pow__(self, other):
        if isinstance(other, Fraction) and other._denominator == 1:
            other = other._numerator
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self._numerator ** other, self._denominator ** other)
            if not self._numerator:
                raise ZeroDivisionError(f"Fraction({self._denominator ** -other}, 0)")
            return Fraction(self._denominator ** -other, self._numerator ** -other)
        return float(self) ** float(other)

    def __rpow__(self, other):
        return other ** (self._numerator if self._denominator == 1 else float(self))


def _parts(value):
    if isinstance(value, str):
        found = _FORM.match(value)
        if found is None:
            raise ValueError(f"Invalid literal for Fraction: {value!r}")
        upper = int(found.group("num") or "0")
        lower = 1
        if found.group("denom"):
            lower = int(found.group("denom"))
            if not lower:
                raise ZeroDivisionError(f"Fraction({upper}, 0)")
        else:
            decimal = (found.group("decimal") or "").replace("_", "")
            if decimal:
                lower = 10 ** len(decimal)
                upper = upper * lower + int(decimal)
            power = int(found.group("exp") or "0")
            upper, lower = (upper * 10 ** power, lower) if power >= 0 else (upper, lower * 10 ** -power)
        return (-upper if found.group("sign") == "-" else upper), lower
    if isinstance(value, float):
        if value != value:
            raise ValueError("cannot convert NaN to integer ratio")
        if value in (math.inf, -math.inf):
            raise OverflowError("cannot convert Infinity to integer ratio")
        part, exponent = math.frexp(value)
        upper, exponent = int(part * 9007199254740992.0), exponent - 53
        return (upper << exponent, 1) if exponent >= 0 else (upper, 1 << -exponent)
    if not isinstance(value, (int, Fraction)):
        if hasattr(value, "as_integer_ratio"):
            return value.as_integer_ratio()
        raise TypeError("argument should be a string or a Rational instance")
    return _rational(value)


def _rational(value):
    if isinstance(value, Fraction):
        return value._numerator, value._denominator
    if isinstance(value, int):
        return int(value), 1
    raise TypeError("both arguments should be Rational instances")


def _operator(name, exact, near):
    """The methods for `a ∘ b` and `b ∘ a`: exact between fractions and integers, a float with a float."""
    def forward(self, other):
        if isinstance(other, (int, Fraction)):
            return exact(self._numerator, self._denominator, *_rational(other))
        return near(float(self), other) if isinstance(other, float) else NotImplemented

    def backward(self, other):
        if isinstance(other, (int, Fraction)):
            return exact(*_rational(other), self._numerator, self._denominator)
        return near(other, float(self)) if isinstance(other, float) else NotImplemented

    setattr(Fraction, f"__{name}__", forward)
    setattr(Fraction, f"__r{name}__", backward)


def _divide(a, b, c, d):
    if not c:
        raise ZeroDivisionError(f"Fraction({a * d}, 0)")
    return Fraction(a * d, b * c)


_operator("add", lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)
_operator("sub", lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)
_operator("mul", lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)
_operator("truediv", _divide, lambda x, y: x / y)
_operator("floordiv", lambda a, b, c, d: a * d // (b * c), lambda x, y: x // y)
_operator("mod", lambda a, b, c, d: Fraction(a * d % (c * b), b * d), lambda x, y: x % y)
_operator("divmod", lambda a, b, c, d: (a * d // (b * c), Fraction(a * d % (c * b), b * d)), lambda x, y: divmod(x, y))


def _comparison(name, exact):
    def compare(self, other):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return exact(0.0, other)
            other = Fraction(other)
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        c, d = _rational(other)
        return exact(self._numerator * d, c * self._denominator)

    setattr(Fraction, f"__{name}__", compare)


_comparison("eq", lambda a, b: a == b)
_comparison("ne", lambda a, b: a != b)
_comparison("lt", lambda a, b: a < b)
_comparison("le", lambda a, b: a <= b)
_comparison("gt", lambda a, b: a > b)
_comparison("ge", lambda a, b: a >= b)
