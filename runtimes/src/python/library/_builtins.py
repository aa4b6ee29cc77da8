"""The builtin functions as CPython has them, and the `_d_…` functions that compiled programs call."""
from _native import getattr, hasattr, isinstance
import builtins

import _attributes
import _classes
import _errors
import _format
import _functions
import _match
import _operators
import _show
import _text
import _values
from _attributes import has, look
from _host_calls import gap
from _show import repr_of, str_of, type_name
from _values import to_int

_native = {name: getattr(builtins, name) for name in (
    "issubclass", "zip", "round", "iter", "dir", "abs", "reversed",
)}
_native["dict_view"] = type({}.keys())
_isinstance, _getattr, _hasattr = isinstance, getattr, hasattr
_missing = object()


def _flat(kinds):
    return [one for kind in kinds for one in _flat(kind)] if _isinstance(kinds, tuple) else [kinds]


def is_instance(value, kinds):
    """The builtin `isinstance`: a bool is an int, and abstract classes have a say."""
    for kind in _flat(kinds):
        test = _getattr(kind, "__is_instance__", None)
        if test is not None:
            if test(value):
                return True
        elif not _isinstance(kind, type):
            raise _errors.own(TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union"))
        elif _isinstance(value, kind) or (kind is int and type(value) is bool):
            return True
    return False


def is_subclass(kind, kinds):
    """The builtin `issubclass`."""
    for one in _flat(kinds):
        test = _getattr(one, "__is_subclass__", None)
        if test is not None:
            if test(kind):
                return True
        elif type(kind) is not type and _isinstance(kind, type):
            # A class with a metaclass: MicroPython takes it for no class.
            if any(base is one for base in _classes.order(kind)):
                return True
        elif _native["issubclass"](kind, one) or (one is int and kind is bool):
            return True
    return False


def printed(*values, sep=" ", end="\n", file=None, flush=False):
    """The builtin `print`."""
    text = (" " if sep is None else sep).join([str_of(one) for one in values]) + ("\n" if end is None else end)
    if file is None:
        file = sys_module().stdout
        if file is None:
            return
    file.write(text)
    if flush:
        file.flush()


def sys_module():
    return _modules["sys"]


_modules = {}


def in_order(values, *, key=None, reverse=False):
    """The builtin `sorted`."""
    return _text.merge_sort(list(values), key, reverse)


def total(values, start=0):
    """The builtin `sum`."""
    if _isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    values = iter(values)
    for one in values:
        if type(one) is float and type(start) in (int, float) and _errors.version[0] >= 12:
            return _exact_total(float(start), one, values)
        start = start + one
    return start


def _exact_total(start, one, values):
    """A sum of floats as Python 3.12 and later make it: what is lost at each step is gathered (Neumaier)."""
    lost = 0.0
    while True:
        if type(one) not in (float, int, bool):
            start = start + lost + one
            for one in values:
                start = start + one
            return start
        one = float(one)
        new = start + one
        lost += (start - new) + one if abs(start) >= abs(one) else (one - new) + start
        start = new
        try:
            one = next(values)
        except StopIteration:
            # Where it has become infinite, so has what was lost.
            return start + lost if lost == lost and lost not in (_endless, -_endless) else start


_endless = float("inf")


def _extreme(name, better):
    def pick(*args, key=None, default=_missing):
        if not args:
            raise TypeError(name + " expected at least 1 argument, got 0")
        values = iter(args[0] if len(args) == 1 else args)
        best = chosen = _missing
        for one in values:
            measure = one if key is None else key(one)
            if best is _missing or better(measure, best):
                best, chosen = measure, one
        if chosen is _missing:
            if default is _missing:
                raise ValueError(
                    name + ("() iterable argument is empty" if _errors.version[0] >= 12 else "() arg is an empty sequence")
                )
            return default
        return chosen

    return pick


def zipped(*values, strict=False):
    """The builtin `zip`."""
    if not strict:
        return _native["zip"](*values)
    return _native["zip"](*_operators._rare().same_lengths([list(one) for one in values]))


def rounded(value, ndigits=None):
    """The builtin `round`."""
    method = _getattr(type(value), "__round__", None)
    if method is not None:
        return method(value) if ndigits is None else method(value, ndigits)
    if not _isinstance(value, (int, float, bool)):
        raise TypeError("type " + type_name(value) + " doesn't define __round__ method")
    if ndigits is None:
        return int(value) if _isinstance(value, (int, bool)) else _native["round"](to_whole(value))
    if _isinstance(value, (int, bool)):
        return int(value) if ndigits >= 0 else _native["round"](int(value), ndigits)
    if ndigits < 0:
        return _operators._rare().to_tens(value, 10 ** -ndigits)
    return float("%.*f" % (ndigits, value)) if False else float(_format.fixed(abs(value), ndigits, "f")) * (-1 if value < 0 else 1)


def to_whole(value):
    to_int(value)
    return value


def backwards(values):
    """The builtin `reversed`."""
    method = _getattr(type(values), "__reversed__", None)
    if method is not None:
        return method(values)
    if _isinstance(values, (dict, _native["dict_view"])):
        values = list(values)
    elif not _hasattr(type(values), "__getitem__") and not _isinstance(values, (str, bytes, bytearray, list, tuple, range)):
        raise _errors.own(TypeError("'" + type_name(values) + "' object is not reversible"))
    return _native["reversed"](values)


def iterate(*args):
    """The builtin `iter`."""
    if len(args) == 1:
        return _native["iter"](*args)
    return _until(*args)


def _until(function, end):
    while True:
        value = function()
        if value == end:
            return
        yield value


def names_of(*args):
    """The builtin `dir` of something."""
    found = [one for one in _native["dir"](*args) if not one.startswith("_d_")]
    if args and _isinstance(args[0], (str, list, dict, int, float, bytes, type)) or _hasattr(args[0], "__globals__"):
        gap("dir() of a " + type_name(args[0]))
    return in_order(found)


def read_line(prompt=""):
    """The builtin `input`."""
    out = sys_module().stdout
    out.write(str_of(prompt))
    out.flush()
    line = sys_module().stdin.readline()
    if line == "":
        raise EOFError("EOF when reading a line")
    return line[:-1] if line.endswith("\n") else line


def absolute(value):
    """The builtin `abs`."""
    return _native["abs"](value)


# Where the program last called a logger, or something of that name: line, function, names of the module.
log_place = [None]


def logs(owner, name, place):
    """`owner.info` and the like, about to be called."""
    log_place[0] = place
    return look(owner, name)


def leave(code=None):
    """The builtins `exit` and `quit`."""
    raise SystemExit(code)


def help_text(*args):
    gap("help()")


def of_module(module, name):
    """What compiled programs take from a module of the library that few need."""
    return _getattr(_classes._imports.load(module), name)


def _no_slot(kind, name):
    more = " and no __dict__ for setting new attributes" if _errors.version[0] >= 13 else ""
    return _errors.own(AttributeError("'" + kind + "' object has no attribute '" + name + "'" + more))


def _no_order(names):
    return "Cannot create a consistent method resolution" + ("\n" if _errors.version[0] < 13 else " ") + "order (MRO) for bases " + names


def install(names):
    """Puts everything in place. `names`: those whose lookup is patched."""
    _attributes.patched_names = names
    for name, value in (
        ("isinstance", is_instance), ("issubclass", is_subclass), ("print", printed), ("repr", repr_of),
        ("sorted", in_order), ("sum", total), ("max", _extreme("max", lambda a, b: _operators.compare(a, ">", b))),
        ("min", _extreme("min", lambda a, b: _operators.compare(a, "<", b))), ("zip", zipped), ("round", rounded), ("iter", iterate),
        ("getattr", look), ("hasattr", has), ("setattr", _attributes.put), ("delattr", _attributes.drop),
        ("format", _format.format_value), ("ascii", _format.ascii_of), ("reversed", backwards), ("divmod", _operators.quotient_and_rest),
        ("pow", _operators.to_power), ("vars", _attributes.variables), ("dir", names_of), ("input", read_line),
        ("help", help_text), ("breakpoint", lambda *args: gap("the debugger")),
        ("_d_get", _attributes.get), ("_d_holder", _functions.holder), ("_d_str", _values.to_str),
        ("_d_int", _values.to_int), ("_d_float", _values.to_float), ("_d_bytes", _values.to_bytes),
        ("_d_dict", _values.to_dict), ("_d_type", _values.to_type), ("_d_mod", _operators.modulo),
        ("_d_div", _operators.divide), ("_d_floordiv", _operators.floor_divide), ("_d_pow", _operators.power),
        ("_d_imod", _operators.in_place_modulo), ("_d_idiv", _operators.in_place_divide),
        ("_d_ifloordiv", _operators.in_place_floor_divide), ("_d_ipow", _operators.in_place_power),
        ("_d_iadd", _operators.in_place_add), ("_d_item", _operators.item_in_place),
        ("_d_attribute", _operators.attribute_in_place), ("_d_key", _operators.key), ("_d_index", _operators.index), ("_d_add", _operators.add),
        ("_d_slice", _operators.slice_of), ("_d_put", _operators.put_slice), ("_d_drop", _operators.drop_slice),
        ("_d_list", _operators.listed), ("_d_each", _operators.each), ("_d_merged", _operators.merged),
        ("_d_mapping", _operators.mapping), ("_d_show", _format.show), ("_d_shown", _show.shown),
        ("_d_enter", _errors.enter), ("_d_leave", _errors.leave), ("_d_exit", _errors.exit),
        ("_d_kinds", _errors.kinds), ("_d_caused", _errors.caused), ("_d_raised", _errors.raised),
        ("_d_def", _functions.define), ("_d_same", _functions.same), ("_d_match", _match.matches),
        ("_d_generic", _match.Generic.of), ("_d_either", _match.either), ("_d_globals", globals), ("_d_tuple", tuple),
        ("_d_set", set), ("_d_range", _operators.slice_object), ("_d_text", lambda text: text), ("_d_logs", logs), ("_d_twin", _functions.has_twin), ("_d_method", look),
        ("_d_idle", lambda: None), ("_d_trace", _errors.trace),
        ("_d_unawaited", lambda value: gap("a coroutine that nobody awaits", "warn of it")), ("_d_of", of_module), ("anext", lambda values: values.__anext__()), ("aiter", lambda values: values.__aiter__()), ("exit", leave), ("quit", leave), ("_d_compare", _operators.compare), ("_d_super", _classes.above), ("__debug__", True),
    ):
        setattr(builtins, name, value)
    _show.name_of_function[0] = _functions.told_name
    _show.is_known[0] = _functions.facts
    _show.callable_text[0] = lambda value: _classes._imports.load("_d_callables").text(value)
    _classes.lacking_slot[0] = _no_slot
    _classes.no_order[0] = _no_order
    _classes.texts[0] = _show.default_text
    _classes.refused[0] = lambda text: _errors.own(TypeError(text))
    _classes.install()
