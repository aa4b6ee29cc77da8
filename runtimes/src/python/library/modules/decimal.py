"""Decimal numbers: arithmetic to a precision, exactly as it is written."""
import math
import re

from _d_decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
                        ROUND_UP, Clamped, Context, ConversionSyntax, DecimalException, DivisionByZero, DivisionUndefined,
                        FloatOperation, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, divided, getcontext,
                        localcontext, refused, setcontext)
from _d_host import gap

__lacks__ = "BasicContext DefaultContext ExtendedContext DecimalTuple HAVE_CONTEXTVAR HAVE_THREADS MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY"
_FORM = re.compile(r"\A\s*([-+]?)(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?\s*\Z")
_SPECIAL = re.compile(r"(?i)\A\s*([-+]?)(inf|infinity|nan)\s*\Z")
# Differences of exponents beyond this would fill the memory with zeros.
_FAR = 5000


class Decimal:
    """`_sign` is 0 or 1; `_kind` is "" for a number, else "NaN" or "Infinity"."""

    def __init__(self, value="0", context=None):
        self._kind = ""
        if isinstance(value, Decimal):
            self._sign, self._digits, self._exp, self._kind = value._sign, value._digits, value._exp, value._kind
        elif isinstance(value, int):
            self._sign, self._digits, self._exp = int(value < 0), abs(int(value)), 0
        elif isinstance(value, str):
            self._read(value)
        elif isinstance(value, float):
            if value != value or value in (math.inf, -math.inf):
                self._read(str(value))
            else:
                part, exponent = math.frexp(abs(value))
                whole, exponent = int(part * 9007199254740992.0), exponent - 53
                while whole and not whole & 1:
                    whole, exponent = whole >> 1, exponent + 1
                self._sign = int(math.copysign(1.0, value) < 0)
                self._digits, self._exp = (whole << exponent, 0) if exponent >= 0 else (whole * 5 ** -exponent, exponent if whole else 0)
        elif isinstance(value, (tuple, list)):
            sign, digits, self._exp = value
            self._sign, self._digits = sign, int("".join([str(one) for one in digits]) or "0")
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    def _read(self, text):
        bare = text.replace("_", "")
        found = _FORM.match(bare)
        if found is not None:
            after = found.group(3) or ""
            self._sign = int(found.group(1) == "-")
            self._digits = int((found.group(2) + after) or "0")
            self._exp = int(found.group(4) or "0") - len(after)
            return
        found = _SPECIAL.match(bare)
        if found is None:
            raise refused(InvalidOperation, ConversionSyntax)
        self._sign, self._digits, self._exp = int(found.group(1) == "-"), 0, 0
        self._kind = "NaN" if found.group(2).lower() == "nan" else "Infinity"

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def __str__(self):
        mark = "-" if self._sign else ""
        if self._kind:
            return mark + self._kind
        digits = str(self._digits)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            if left <= 0:
                return mark + "0." + "0" * -left + digits
            return mark + digits[:left] + ("." + digits[left:] if self._exp else "")
        power = left - 1
        return mark + digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + ("E%+d" % power if power else "")

    def __repr__(self):
        return f"Decimal('{self}')"

    def __hash__(self):
        if self._kind:
            return hash(self._kind)
        if self._exp >= 0 or self._digits % 10 ** -self._exp == 0:
            return hash(int(self))
        near = float(self)
        return hash(near) if Decimal(near) == self else hash(str(self.normalize()))

    def __bool__(self):
        return bool(self._kind) or self._digits != 0

    def __float__(self):
        return float(str(self))

    def __int__(self):
        if self._kind == "NaN":
            raise ValueError("cannot convert NaN to integer")
        if self._kind:
            raise OverflowError("cannot convert Infinity to integer")
        whole = self._digits * 10 ** self._exp if self._exp >= 0 else self._digits // 10 ** -self._exp
        return -whole if self._sign else whole

    __trunc__ = __int__

    def _rounded_to(self, exp, rounding):
        """The same with another exponent."""
        if self._exp >= exp:
            return _made(self._sign, self._digits * 10 ** (self._exp - exp), exp)
        return _made(self._sign, divided(self._sign, self._digits, 10 ** (exp - self._exp), rounding), exp)

    def __floor__(self):
        return int(self._rounded_to(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self._rounded_to(0, ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self._rounded_to(0, ROUND_HALF_EVEN))
        return self.quantize(_made(0, 1, -n), ROUND_HALF_EVEN)

    def __neg__(self):
        # The negative of zero is zero.
        sign = 1 - self._sign if self._digits or self._kind else 0
        return _fixed(sign, self._digits, self._exp, self._kind)

    def __pos__(self):
        return _fixed(self._sign if self._digits or self._kind else 0, self._digits, self._exp, self._kind)

    def __abs__(self):
        return _fixed(0, self._digits, self._exp, self._kind)

    def as_tuple(self):
        from collections import namedtuple
        kind = namedtuple("DecimalTuple", "sign digits exponent")
        if self._kind:
            return kind(self._sign, (0,) if self._kind == "Infinity" else (), "F" if self._kind == "Infinity" else "n")
        return kind(self._sign, tuple([int(one) for one in str(self._digits)]), self._exp)

    def as_integer_ratio(self):
        if self._kind:
            raise (OverflowError if self._kind == "Infinity" else ValueError)(f"cannot convert {self._kind} to integer ratio")
        upper, lower = (self._digits * 10 ** self._exp, 1) if self._exp >= 0 else (self._digits, 10 ** -self._exp)
        common = math.gcd(upper, lower)
        return (-upper if self._sign else upper) // common, lower // common

    def adjusted(self):
        return self._exp + len(str(self._digits)) - 1

    def is_nan(self):
        return self._kind == "NaN"

    def is_infinite(self):
        return self._kind == "Infinity"

    def is_finite(self):
        return not self._kind

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return not self._kind and not self._digits

    def copy_abs(self):
        return _made(0, self._digits, self._exp, self._kind)

    def copy_negate(self):
        return _made(1 - self._sign, self._digits, self._exp, self._kind)

    def quantize(self, exp, rounding=None, context=None):
        exp = _other(exp)
        if self._kind or exp._kind:
            gap("quantize() of what is not finite")
        found = self._rounded_to(exp._exp, rounding or (context or getcontext()).rounding)
        if len(str(found._digits)) > (context or getcontext()).prec:
            raise refused(InvalidOperation)
        return found

    def to_integral_value(self, rounding=None, context=None):
        if self._kind or self._exp >= 0:
            return Decimal(self)
        return self._rounded_to(0, rounding or getcontext().rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        found = _fixed(self._sign, self._digits, self._exp, self._kind)
        if found._kind:
            return found
        if not found._digits:
            return _made(found._sign, 0, 0)
        digits, exp = found._digits, found._exp
        while digits % 10 == 0:
            digits, exp = digits // 10, exp + 1
        return _made(found._sign, digits, exp)

    def sqrt(self, context=None):
        if self._kind or self._sign and self._digits:
            if self._kind == "Infinity" and not self._sign:
                return Decimal(self)
            raise refused(InvalidOperation)
        if not self._digits:
            return _made(self._sign, 0, self._exp // 2)
        prec = getcontext().prec + 1
        digits, exp = (self._digits * 10, self._exp >> 1) if self._exp & 1 else (self._digits, self._exp >> 1)
        size = len(str(self._digits))
        size = (size >> 1) + 1 if self._exp & 1 else size + 1 >> 1
        shift = prec - size
        digits, exact = (digits * 100 ** shift, True) if shift >= 0 else (digits // 100 ** -shift, digits % 100 ** -shift == 0)
        root = math.isqrt(digits)
        exact = exact and root * root == digits
        exp -= shift
        if exact:
            root, exp = (root // 10 ** shift, exp + shift) if shift >= 0 else (root * 10 ** -shift, exp + shift)
        elif root % 5 == 0:
            root += 1
        return _fixed(0, root, exp, rounding=ROUND_HALF_EVEN)

    def compare(self, other, context=None):
        other = _other(other)
        return Decimal((self > other) - (self < other))

    def max(self, other, context=None):
        other = _other(other)
        return +(self if self > other else other)

    def min(self, other, context=None):
        other = _other(other)
        return +(self if self < other else other)

    def __pow__(self, other, modulo=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        if self._kind or other._kind or other._exp < 0 and other._digits % 10 ** -other._exp:
            gap("a power of Decimal with a fraction")
        count = int(other)
        if abs(count) > _FAR:
            gap("so high a power of a Decimal")
        sign = self._sign & count & 1
        if count >= 0:
            if not count and not self._digits:
                raise refused(InvalidOperation)
            return _fixed(sign, self._digits ** count, self._exp * count)
        return _made(0, 1, 0) / _made(sign, self._digits ** -count, self._exp * -count)

    def __rpow__(self, other):
        return _other(other) ** self

    def __getattr__(self, name):
        if name in ("exp", "ln", "log10", "logb", "fma", "to_eng_string", "next_plus", "next_minus", "remainder_near", "rotate",
                    "shift", "scaleb", "same_quantum", "radix", "number_class", "compare_total", "logical_and"):
            gap("Decimal." + name + "()")
        raise AttributeError(f"'decimal.Decimal' object has no attribute '{name}'")

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def __format__(self, spec):
        from _d_decimal_format import shown
        return shown(self, spec)


def _made(sign, digits, exp, kind=""):
    found = Decimal(0)
    found._sign, found._digits, found._exp, found._kind = sign, digits, exp, kind
    return found


def _fixed(sign, digits, exp, kind="", rounding=None):
    """Rounded to the precision of the context."""
    if not kind:
        context = getcontext()
        more = len(str(digits)) - context.prec
        if more > 0:
            digits, exp = divided(sign, digits, 10 ** more, rounding or context.rounding), exp + more
            if len(str(digits)) > context.prec:
                digits, exp = digits // 10, exp + 1
    return _made(sign, digits, exp, kind)


def _other(value):
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


def _add(a, b):
    if a._kind or b._kind:
        return _special(float(a) + float(b))
    exp = min(a._exp, b._exp)
    if abs(a._exp - b._exp) > _FAR:
        gap("a sum of Decimals that lie so far apart")
    whole = (-1 if a._sign else 1) * a._digits * 10 ** (a._exp - exp) + (-1 if b._sign else 1) * b._digits * 10 ** (b._exp - exp)
    sign = int(whole < 0) if whole else a._sign & b._sign
    return _fixed(sign, abs(whole), exp)


def _special(value):
    if value != value:
        return _made(0, 0, 0, "NaN")
    return _made(int(value < 0), 0, 0, "Infinity")


def _multiply(a, b):
    if a._kind or b._kind:
        return _special(float(a) * float(b))
    return _fixed(a._sign ^ b._sign, a._digits * b._digits, a._exp + b._exp)


def _divide(a, b):
    if a._kind or b._kind:
        gap("a division of what is not finite")
    if not b._digits:
        raise refused(DivisionByZero) if a._digits else refused(InvalidOperation, DivisionUndefined)
    sign, ideal = a._sign ^ b._sign, a._exp - b._exp
    if not a._digits:
        return _fixed(sign, 0, ideal)
    shift = len(str(b._digits)) - len(str(a._digits)) + getcontext().prec + 1
    exp = ideal - shift
    if shift >= 0:
        found, rest = divmod(a._digits * 10 ** shift, b._digits)
    else:
        found, rest = divmod(a._digits, b._digits * 10 ** -shift)
    if rest:
        if found % 5 == 0:
            found += 1
    else:
        while exp < ideal and found % 10 == 0:
            found, exp = found // 10, exp + 1
    return _fixed(sign, found, exp)


def _parts(a, b):
    """The whole quotient and the rest, both cut towards zero."""
    if a._kind or b._kind:
        gap("a division of what is not finite")
    if not b._digits:
        raise refused(DivisionByZero) if a._digits else refused(InvalidOperation, DivisionUndefined)
    exp = min(a._exp, b._exp)
    if abs(a._exp - b._exp) > _FAR:
        gap("a quotient of Decimals that lie so far apart")
    whole, rest = divmod(a._digits * 10 ** (a._exp - exp), b._digits * 10 ** (b._exp - exp))
    return _made(a._sign ^ b._sign, whole, 0), _fixed(a._sign, rest, exp)


def _operator(name, compute):
    def forward(self, other):
        other = _other(other)
        return other if other is NotImplemented else compute(self, other)

    def backward(self, other):
        other = _other(other)
        return other if other is NotImplemented else compute(other, self)

    setattr(Decimal, f"__{name}__", forward)
    setattr(Decimal, f"__r{name}__", backward)


_operator("add", _add)
_operator("sub", lambda a, b: _add(a, b.copy_negate()))
_operator("mul", _multiply)
_operator("truediv", _divide)
_operator("floordiv", lambda a, b: _parts(a, b)[0])
_operator("mod", lambda a, b: _parts(a, b)[1])
_operator("divmod", _parts)


def _order(a, b):
    """-1, 0 or 1; None where one is not a number."""
    if isinstance(b, float):
        b = Decimal(b)
    elif not isinstance(b, (int, Decimal)):
        if not hasattr(b, "numerator"):
            return NotImplemented
        a, b = a * b.denominator, Decimal(b.numerator)
    b = _other(b)
    if "NaN" in (a._kind, b._kind):
        return None
    if a._kind or b._kind:
        x, y = [(-1 if one._sign else 1) if one._kind else 0 for one in (a, b)]
        return (x > y) - (x < y)
    exp = min(a._exp, b._exp)
    x, y = [(-1 if one._sign else 1) * one._digits * 10 ** (one._exp - exp) for one in (a, b)]
    return (x > y) - (x < y)


def _comparison(name, test):
    def compare(self, other):
        found = _order(self, other)
        if found is NotImplemented:
            return found
        return name == "ne" if found is None else test(found)

    setattr(Decimal, f"__{name}__", compare)


for _name, _test in (("eq", lambda one: one == 0), ("ne", lambda one: one != 0), ("lt", lambda one: one < 0),
                     ("le", lambda one: one <= 0), ("gt", lambda one: one > 0), ("ge", lambda one: one >= 0)):
    _comparison(_name, _test)
