"""What `decimal` rounds by: contexts, roundings, and what it complains of."""
from _d_host import gap

ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN = "ROUND_CEILING", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_HALF_DOWN"
ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP = "ROUND_HALF_EVEN", "ROUND_HALF_UP", "ROUND_UP", "ROUND_05UP"
ROUNDINGS = (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP)


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation):
    pass


class FloatOperation(DecimalException):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Clamped(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact):
    pass


class Underflow(Inexact):
    pass


class DivisionByZero(ZeroDivisionError):
    """CPython's is a DecimalException as well; MicroPython lets no exception have two such bases."""


for _one in (DecimalException, InvalidOperation, ConversionSyntax, DivisionUndefined, FloatOperation, Inexact, Rounded,
             Clamped, Subnormal, Overflow, Underflow, DivisionByZero):
    _one.__module__ = "decimal"


def refused(kind, told=None):
    """The exception of the real one, whose words are a list of classes."""
    return kind(f"[<class 'decimal.{(told or kind).__name__}'>]")


def divided(sign, upper, lower, rounding):
    """The quotient of whole numbers, rounded; `sign` is that of the result."""
    whole, rest = divmod(upper, lower)
    if not rest:
        return whole
    twice = rest * 2
    if rounding == ROUND_HALF_EVEN:
        up = twice > lower or twice == lower and whole & 1
    elif rounding == ROUND_HALF_UP:
        up = twice >= lower
    elif rounding == ROUND_HALF_DOWN:
        up = twice > lower
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    elif rounding == ROUND_05UP:
        up = whole % 5 == 0
    else:
        raise TypeError("valid values for rounding are:\n  [" + ", ".join(ROUNDINGS) + "]")
    return whole + 1 if up else whole


class Context:
    """Precision and rounding."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        object.__setattr__(self, "prec", 28)
        object.__setattr__(self, "rounding", ROUND_HALF_EVEN)
        for name, value in (("prec", prec), ("rounding", rounding)):
            if value is not None:
                setattr(self, name, value)
        if any(one is not None for one in (Emin, Emax, capitals, clamp, flags, traps)):
            gap("a context of decimal with more than precision and rounding")

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if value < 1:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding":
            if value not in ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [" + ", ".join(ROUNDINGS) + "]")
        else:
            gap("the field " + name + " of a context of decimal")
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        gap("the field " + name + " of a context of decimal")

    def copy(self):
        return Context(self.prec, self.rounding)


_now = [Context()]


def getcontext():
    return _now[-1]


def setcontext(context):
    _now[-1] = context


class localcontext:
    """Another context for a while."""

    def __init__(self, ctx=None, **kwargs):
        self._made = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            setattr(self._made, name, value)

    def __enter__(self):
        _now.append(self._made)
        return self._made

    def __exit__(self, *told):
        _now.pop()
