"""Which methods of builtin types are Drydock's, by type: None where there is none and MicroPython's would be wrong."""
from _codecs import decode, encode
from _host_calls import gap
from _numbers import as_integer_ratio, bit_count, bit_length, from_bytes, is_integer, to_bytes
from _sequences import fromkeys, list_index, list_sort, merge_sort, popitem, setdefault
from _strings import *
from _strings import _all, _by_host

strings = {
    "upper": upper, "lower": lower, "capitalize": capitalize, "swapcase": swapcase, "title": title, "zfill": zfill,
    "ljust": ljust, "rjust": rjust, "center": center, "removeprefix": removeprefix, "removesuffix": removesuffix,
    "expandtabs": expandtabs, "isidentifier": isidentifier, "isascii": isascii, "istitle": istitle,
    "maketrans": maketrans, "translate": translate, "format": str_format, "format_map": format_map, "split": split,
    "rsplit": rsplit, "splitlines": splitlines, "replace": replace, "encode": encode, "index": index,
    "rindex": rindex, "join": join, "startswith": startswith, "endswith": endswith, "casefold": _by_host("casefold"),
}
for _test in ("isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "isprintable"):
    strings[_test] = _all(_test)


def _hex(data, sep=None, step=1):
    if not data:
        return ""
    if sep is None or step == 1 or step == -1:
        return data.hex() if sep is None else data.hex(sep)
    size = abs(step)
    first = len(data) % size if step > 0 else 0
    parts = [data[:first]] if first else []
    return sep.join([one.hex() for one in parts + [data[place:place + size] for place in range(first, len(data), size)]])


bytestrings = {"decode": decode, "hex": _hex, "removeprefix": removeprefix, "removesuffix": removesuffix, "index": index}
for _lacking in (
    "capitalize", "center", "expandtabs", "isalnum", "isascii", "istitle", "ljust", "maketrans", "rjust", "swapcase",
    "title", "translate", "zfill",
):
    bytestrings[_lacking] = None
lists = {"sort": list_sort, "index": list_index}
tuples = {"index": list_index}
dicts = {"popitem": popitem, "setdefault": setdefault}
numbers = {"bit_length": bit_length, "bit_count": bit_count, "to_bytes": to_bytes, "as_integer_ratio": as_integer_ratio}
floats = {"is_integer": is_integer, "as_integer_ratio": as_integer_ratio, "hex": None}
# Attributes that are values, not methods.
values = {"real": lambda one: one, "imag": lambda one: 0, "numerator": lambda one: one, "denominator": lambda one: 1}
# Called on the type: `str.maketrans(…)`.
statics = {"maketrans", "from_bytes", "fromkeys", "fromhex"}
