"""Enumerations: classes whose members are made once, when the class is."""
import sys

import _d_classes
from _d_enum_values import (Bits as _Bits, Numbers as _Numbers, Values as _Values, auto, is_member as _is_member, member,
                            missing as _missing, nonmember, unique)
from _d_host import gap

__lacks__ = "EnumCheck FlagBoundary STRICT CONFORM EJECT KEEP CONTINUOUS NAMED_FLAGS UNIQUE verify property global_enum global_flag_repr global_enum_repr global_str show_flag_values bin"
_data_types = (int, str, float, bytes, tuple)
_function = type(lambda: 0)
_closure = type((lambda x: lambda: x)(0))
_builtin_type, _native_class_method = type, classmethod
# By id: a class method of an enumeration, and its function.
_class_methods = {}


class EnumType(type):
    """What classes of members can do."""

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_[::-1]])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    # MicroPython would take those of the members.
    def __eq__(cls, other):
        return cls is other

    def __hash__(cls):
        return id(cls)

    def __is_instance__(cls, value):
        return _is_below(type(value), cls)

    def __is_subclass__(cls, other):
        return _is_below(other, cls)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if sys.version_info[1] < 12 and not isinstance(value, Enum):
            told = f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{type(cls).__qualname__}'"
            raise TypeError(told)
        return _find(cls, value) is not None

    def __setattr__(cls, name, value):
        if name in cls._member_map_:
            raise AttributeError(f"cannot reassign member {name!r}")
        object.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        object.__delattr__(cls, name)

    def __getattr__(cls, name):
        told = f"type object '{cls.__name__}' has no attribute '{name}'" if sys.version_info[1] > 11 else name
        raise AttributeError(told)

    def __repr__(cls):
        return f"<{'flag' if _is_below(cls, Flag) else 'enum'} {cls.__name__!r}>"


EnumMeta = EnumType


def _is_below(cls, base):
    return any(one is base for one in _d_classes.order(cls))


def _find(cls, value):
    for one in cls._member_map_.values():
        if one._value_ == value and (isinstance(one._value_, bool) == isinstance(value, bool) or one._value_ == value):
            return one
    return None


def _refuse(name):
    raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}" if sys.version_info[1] > 10 else "can't set attribute")


class _Member:
    """What every member can do."""

    @property
    def name(self):
        return self._name_

    @name.setter
    def name(self, value):
        _refuse("name")

    @property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        _refuse("value")

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        if sys.version_info[1] < 12 and _data_type(type(self)) is not object:
            gap("format() of a mixed enumeration before Python 3.12")
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    @classmethod
    def _missing_(cls, value):
        return None

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _own_method(cls, name):
    """The method that a class or one of its bases in the program has."""
    for one in _d_classes.order(cls):
        if name in getattr(one, "__dict__", {}):
            return one.__dict__[name]
    return None


def _look_up(cls, *args, **names):
    """`Color(1)`: the member of a value, or a new class of names."""
    cls = _d_classes.outer.get(id(cls), cls)
    if not cls._member_map_:
        return _functional(cls, *args, **names)
    if len(args) > 1 and not names:
        args = (args,)
    value = args[0] if args else names["value"]
    if isinstance(value, cls):
        return value
    found = _find(cls, value)
    if found is not None:
        return found
    found = cls._missing_(value)
    if isinstance(found, cls):
        return found
    if found is not None:
        raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
    if _is_below(cls, Flag):
        return _combined(cls, value)
    raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")


def _functional(cls, name, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, dict):
        pairs = list(names.items())
    else:
        pairs = []
        for place, one in enumerate(names):
            if isinstance(one, str):
                given = [value for _, value in pairs]
                one = (one, _next(cls, one, start, place, given))
            pairs.append(tuple(one))
    bases = (cls,) if type is None else (type, cls)
    body = dict(pairs)
    body["__module__"] = module or "__main__"
    body["__qualname__"] = qualname or name
    return _made(_builtin_type(name, bases, body), {})


def _next(cls, name, start, count, values):
    method = _own_method(cls, "_generate_next_value_")
    if method is not None:
        return getattr(method, "__func__", method)(name, start, count, values)
    if _is_below(cls, Flag):
        numbers = [one for one in values if isinstance(one, int)]
        return 1 << (max(numbers).bit_length() if numbers else 0)
    if _is_below(cls, StrEnum):
        return name.lower()
    for value in sorted([one for one in values if isinstance(one, int)])[-1:]:
        return value + 1
    return start


def _data_type(cls):
    for one in _d_classes.order(cls):
        if any(one is kind for kind in _data_types):
            return one
    return object


def _resolve(cls, values, name, value, count):
    """The value of a member: what `auto()` stands for, wherever it stands."""
    if isinstance(value, member):
        value = value.value
    if isinstance(value, auto):
        if value.compute is not None:
            return value.compute(lambda one: _resolve(cls, values, name, one, count))
        if value.value is _missing:
            value.value = _next(cls, name, 1, count, list(values))
        return value.value
    if isinstance(value, tuple) and any(isinstance(one, auto) for one in value):
        return tuple([_resolve(cls, values, name, one, count) for one in value])
    return value


def _body(name, bases, run):
    """The body of a class, run so that its class methods are known: MicroPython does not give back what they are made of."""
    for one in bases:
        if getattr(one, "_member_map_", None):
            raise TypeError(f"<enum {name!r}> cannot extend {one!r}")
    _d_classes.builtins.classmethod = _class_method
    try:
        return run()
    finally:
        _d_classes.builtins.classmethod = _native_class_method


def _class_method(function):
    made = _native_class_method(function)
    _class_methods[id(made)] = [made, function]
    return made


def _made(kind, keywords):
    """Makes the members of a class that has just been defined."""
    if keywords.get("boundary") is not None:
        gap("a boundary of a Flag")
    bases = kind.__bases__
    body = dict(kind.__dict__)
    ignored = body.pop("_ignore_", ())
    ignored = ignored.replace(",", " ").split() if isinstance(ignored, str) else ignored
    for name in ignored:
        body.pop(name, None)
    found = [(name, value) for name, value in body.items() if _is_member(name, value)]
    for name, _ in found:
        del body[name]
    for name, value in body.items():
        if isinstance(value, nonmember):
            body[name] = value.value
    data = _data_type(kind)
    if data is not object:
        _add_values(kind, data, body)
    init = body.pop("__init__", None) or _own_method(kind, "_d_init")
    new = body.pop("__new__", None) or _own_method(kind, "_d_new")
    body.update({"_d_init": init, "_d_new": new, "_member_names_": [], "_member_map_": {}, "_d_several": {}})
    body["__members__"] = body["_member_map_"]
    if data is not object and new is not None:
        gap("__new__ of an enumeration with a data type")
    if not found:
        return _builtin_type(kind.__name__, bases, body)
    # MicroPython makes an object around the class: that one can be iterated, and can be no base.
    outer = EnumType(kind.__name__, bases, body)
    inner = _builtin_type(_raw(outer, data, found[0][1] if isinstance(found[0][1], tuple) else (data(),)))
    _d_classes.outer[id(inner)] = outer
    for one in _d_classes.order(kind)[::-1]:
        for name, value in getattr(one, "__dict__", {}).items():
            if id(value) in _class_methods and _class_methods[id(value)][0] is value:
                bound = _bound(_class_methods[id(value)][1], outer)
                setattr(inner, name, staticmethod(bound))
                setattr(outer, name, bound)
    _add(inner, outer, data, found)
    return outer


def _bound(function, outer):
    return lambda *args, **names: function(outer, *args, **names)


def _add_values(kind, data, body):
    for one in (_Bits, _Values, _Numbers) if _is_below(kind, Flag) else (_Values, _Numbers) if data in (int, float) else (_Values,):
        for name, value in one.__dict__.items():
            if type(value) in (_function, _closure) and name != "__str__":
                body.setdefault(name, value)


def _add(cls, outer, data, found):
    values = []
    for name, value in found:
        value = _resolve(cls, values, name, value, len(values))
        args = value if isinstance(value, tuple) and data is not tuple else (value,)
        if cls._d_new is not None:
            _hide(True)
            try:
                one = getattr(cls._d_new, "__func__", cls._d_new)(cls, *args)
            finally:
                _hide(False)
        else:
            one = _raw(cls, data, args)
        if "_value_" not in one.__dict__:
            one._value_ = data(*args) if data is not object and not isinstance(value, data) else value
        known = _find(cls, one._value_)
        values.append(one._value_)
        if known is not None:
            one = known
        else:
            one._name_ = name
            one._sort_order_ = len(cls._member_map_)
            if cls._d_init is not None:
                cls._d_init(one, *args)
            if not _is_below(cls, Flag) or not isinstance(one._value_, int) or bin(one._value_).count("1") == 1:
                cls._member_names_.append(name)
        cls._member_map_[name] = one
        setattr(cls, name, one)


def _raw(cls, data, args):
    """A new object of a class of members."""
    _hide(True)
    try:
        return cls() if data is object else cls(*args)
    finally:
        _hide(False)


def _hide(hidden):
    """Takes the look-up away from under `cls(…)` while members are made."""
    if hidden:
        del Enum.__new__
        del EnumType.__call__
    else:
        Enum.__new__ = _look_up
        EnumType.__call__ = _look_up


def _combined(cls, value):
    """A flag of several bits, made when it is first asked for."""
    if not isinstance(value, int):
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    whole = 0
    for one in cls._member_map_.values():
        whole |= one._value_
    if value < 0:
        value = whole & value
    if value & ~whole and not _is_below(cls, int):
        gap("the words of an error of a Flag", f"say that {value} is not a valid {cls.__name__}")
    known = cls._d_several
    if value not in known:
        one = _raw(cls, _data_type(cls), (value,))
        one._value_ = value
        names = [name for name in cls._member_names_ if cls._member_map_[name]._value_ & value]
        rest = value & ~whole
        one._name_ = "|".join(names + ([str(rest)] if rest else [])) if names else None
        known[value] = one
    return known[value]


_d_classes.around[id(_Member)] = _body


def _kind(name, bases, **more):
    body = {"__module__": "enum", "__qualname__": name, "_member_map_": {}, "_member_names_": []}
    body.update(more)
    return _builtin_type(name, bases, body)


Enum = _kind("Enum", (_Member,))


class _Plain:
    """Members that show as their values do."""

    def __str__(self):
        if sys.version_info[1] < 11:
            return _Member.__str__(self)
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


ReprEnum = _kind("ReprEnum", (Enum,))
IntEnum = _kind("IntEnum", (int, _Plain, Enum))
StrEnum = _kind("StrEnum", (str, _Plain, Enum))
Flag = _kind("Flag", (_Bits, Enum))
IntFlag = _kind("IntFlag", (int, _Plain, Flag), __repr__=_Bits.__repr__)
_hide(False)
for _one in (Enum, IntEnum, StrEnum, Flag, IntFlag, ReprEnum):
    _d_classes.hooks[id(_one)] = _made
