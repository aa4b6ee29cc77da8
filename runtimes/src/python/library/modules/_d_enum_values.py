"""What members of enumerations do with their values; and `auto()`, which stands for a value that comes later."""
missing = object()


class auto:
    """The next value. What is computed from it in the class's body is computed when the value is known."""

    value = missing

    def __init__(self, compute=None):
        self.compute = compute

    def __or__(self, other):
        return auto(lambda value: value(self) | value(other))

    def __and__(self, other):
        return auto(lambda value: value(self) & value(other))

    def __xor__(self, other):
        return auto(lambda value: value(self) ^ value(other))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return auto(lambda value: ~value(self))


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class Values:
    """What members of a data type do as their values do: MicroPython would not between two of them."""

    def __hash__(self):
        return hash(self._value_)


def _bare(value):
    return value._value_ if hasattr(value, "_value_") else value


def _both(function):
    return lambda self, other: function(self._value_, _bare(other))


for _name, _function_of in (
    ("eq", lambda a, b: a == b), ("ne", lambda a, b: a != b), ("lt", lambda a, b: a < b), ("le", lambda a, b: a <= b),
    ("gt", lambda a, b: a > b), ("ge", lambda a, b: a >= b), ("add", lambda a, b: a + b), ("radd", lambda a, b: b + a),
    ("mod", lambda a, b: a % b), ("mul", lambda a, b: a * b), ("rmul", lambda a, b: b * a),
):
    setattr(Values, f"__{_name}__", _both(_function_of))


class Numbers(Values):
    """The same for numbers."""


for _name, _function_of in (
    ("sub", lambda a, b: a - b), ("rsub", lambda a, b: b - a), ("truediv", lambda a, b: a / b),
    ("floordiv", lambda a, b: a // b), ("pow", lambda a, b: a ** b), ("rmod", lambda a, b: b % a),
    ("and", lambda a, b: a & b), ("or", lambda a, b: a | b), ("xor", lambda a, b: a ^ b),
    ("lshift", lambda a, b: a << b), ("rshift", lambda a, b: a >> b), ("rtruediv", lambda a, b: b / a),
):
    setattr(Numbers, f"__{_name}__", _both(_function_of))


class Bits:
    """What members of a Flag can do."""

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        bits = self._other(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._other(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._other(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        whole = 0
        for one in type(self)._member_map_.values():
            whole |= one._value_
        return type(self)(whole & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            told = f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}"
            raise TypeError(told)
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([one for one in type(self) if one._value_ & self._value_])

    def __len__(self):
        return len(list(iter(self)))

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"


_function = type(lambda: 0)
_closure = type((lambda x: lambda: x)(0))


def is_member(name, value):
    if isinstance(value, member):
        return True
    if name.startswith("__") and name.endswith("__") or name.startswith("_") and name.endswith("_"):
        return False
    if type(value) in (_function, _closure) or isinstance(value, (property, staticmethod, classmethod, nonmember)):
        return False
    return not (hasattr(type(value), "__get__") and not isinstance(value, type))


def unique(enumeration):
    """Refuses two names for one value."""
    same = [(name, one._name_) for name, one in enumeration.__members__.items() if name != one._name_]
    if same:
        told = ", ".join([f"{alias} -> {name}" for alias, name in same])
        raise ValueError(f"duplicate values found in {enumeration!r}: {told}")
    return enumeration
