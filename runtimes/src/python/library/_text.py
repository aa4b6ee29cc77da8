"""Methods of `str`, `bytes`, `int`, `float` and `list` that MicroPython lacks or has otherwise than CPython."""
from _native import isinstance, zip, repr, max, min
from _format import format_string
from _host_calls import ask, gap
from _show import repr_of, type_name


def _plain(text):
    """Is it ASCII, so that MicroPython's own methods are right?"""
    return len(text.encode()) == len(text)


def _by_host(operation):
    def method(text):
        return ask("text", operation=operation, text=text)

    return method


def upper(text):
    return text.upper() if _plain(text) else ask("text", operation="upper", text=text)


def lower(text):
    return text.lower() if _plain(text) else ask("text", operation="lower", text=text)


def capitalize(text):
    return upper(text[:1]) + lower(text[1:]) if _plain(text) else ask("text", operation="capitalize", text=text)


def swapcase(text):
    return "".join([lower(one) if one == upper(one) else upper(one) for one in text])


def title(text):
    out, inside = [], False
    for one in text:
        cased = upper(one) != lower(one)
        out.append(lower(one) if inside else upper(one)) if cased else out.append(one)
        inside = cased
    return "".join(out)


def zfill(text, width):
    if text[:1] in ("+", "-") and text:
        return text[0] + "0" * (width - len(text)) + text[1:]
    return "0" * (width - len(text)) + text


def _pads(width, text, fill):
    if len(fill) != 1:
        raise TypeError("The fill character must be exactly one character long")
    return fill * (width - len(text))


def ljust(text, width, fill=" "):
    return text + _pads(width, text, fill)


def rjust(text, width, fill=" "):
    return _pads(width, text, fill) + text


def center(text, width, fill=" "):
    missing = width - len(text)
    if missing <= 0:
        return text
    left = missing // 2 + (missing & width & 1)
    return fill * left + text + fill * (missing - left)


def removeprefix(text, prefix):
    return text[len(prefix):] if prefix and text.startswith(prefix) else text


def removesuffix(text, suffix):
    return text[:len(text) - len(suffix)] if suffix and text.endswith(suffix) else text


def expandtabs(text, tabsize=8):
    out, column = [], 0
    for one in text:
        if one == "\t":
            count = tabsize - column % tabsize if tabsize > 0 else 0
            out.append(" " * count)
            column += count
        else:
            out.append(one)
            column = 0 if one in "\n\r" else column + 1
    return "".join(out)


def _all(operation):
    """A test of each character: ASCII here, others by the other side."""
    def method(text):
        return ask("text", operation=operation, text=text)

    return method


def isidentifier(text):
    return ask("text", operation="isidentifier", text=text)


def isascii(text):
    return _plain(text)


def istitle(text):
    return text == title(text) and any(upper(one) != lower(one) for one in text)


def maketrans(first, second=None, third=None):
    if second is None:
        return {(ord(key) if isinstance(key, str) else key): value for key, value in first.items()}
    if len(first) != len(second):
        raise ValueError("the first two maketrans arguments must have equal length")
    table = {ord(a): ord(b) for a, b in zip(first, second)}
    for one in third or "":
        table[ord(one)] = None
    return table


def translate(text, table):
    out = []
    for one in text:
        try:
            to = table[ord(one)]
        except LookupError:
            out.append(one)
            continue
        if to is not None:
            out.append(chr(to) if isinstance(to, int) else to)
    return "".join(out)


def str_format(text, *args, **names):
    return format_string(text, args, names)


def format_map(text, names):
    return format_string(text, (), names)


def split(text, sep=None, maxsplit=-1):
    if sep is not None and not isinstance(sep, str):
        raise TypeError("must be str or None, not " + type_name(sep))
    if sep == "":
        raise ValueError("empty separator")
    return text.split(sep, maxsplit)


def rsplit(text, sep=None, maxsplit=-1):
    if maxsplit < 0:
        return split(text, sep)
    if sep is not None:
        return text.rsplit(sep, maxsplit)
    out, rest = [], text.rstrip()
    while maxsplit > 0 and rest:
        end = len(rest)
        while end > 0 and not rest[end - 1].isspace():
            end -= 1
        out.insert(0, rest[end:])
        rest = rest[:end].rstrip()
        maxsplit -= 1
    if rest:
        out.insert(0, rest)
    return out


def splitlines(text, keepends=False):
    return text.splitlines(True) if keepends else text.splitlines()


def replace(text, old, new, count=-1):
    for one, place in ((old, 1), (new, 2)):
        if not isinstance(one, str):
            raise TypeError("replace() argument " + str(place) + " must be str, not " + type_name(one))
    if old == "" and count != 0:
        out = new + new.join([one for one in text]) + (new if text else "")
        if count >= 0:
            gap("str.replace of an empty string with a count")
        return out
    return text.replace(old, new, count) if count >= 0 else text.replace(old, new)


def encode(text, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    if name in ("utf-8", "utf8"):
        return text.encode()
    if name in ("ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1"):
        limit = 128 if "ascii" in name else 256
        out = bytearray()
        for place, one in enumerate(text):
            code = ord(one)
            if code < limit:
                out.append(code)
            elif errors == "ignore":
                continue
            elif errors == "replace":
                out.append(63)
            elif errors == "strict":
                told = ("\\x%02x" if code < 256 else "\\u%04x" if code < 65536 else "\\U%08x") % code
                raise UnicodeEncodeError(
                    "'" + ("ascii" if limit == 128 else "latin-1") + "' codec can't encode character '" + told
                    + "' in position " + str(place) + ": ordinal not in range(" + str(limit) + ")"
                )
            else:
                gap("the error handler " + errors)
        return bytes(out)
    gap("the encoding " + encoding)


def decode(data, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    data = bytes(data)
    if name in ("utf-8", "utf8"):
        if errors == "strict":
            try:
                return data.decode()
            except (UnicodeError, ValueError):
                pass
        told = ask("text", operation="decode", text="".join([chr(one) for one in data]), errors=errors)
        if "error" in told:
            raise UnicodeDecodeError(told["error"])
        return told["text"]
    if name in ("latin-1", "latin1", "iso-8859-1"):
        return "".join([chr(one) for one in data])
    if name in ("ascii", "us-ascii"):
        for place, one in enumerate(data):
            if one > 127 and errors == "strict":
                raise UnicodeDecodeError(
                    "'ascii' codec can't decode byte " + hex(one) + " in position " + str(place)
                    + ": ordinal not in range(128)"
                )
        return "".join([chr(one) if one < 128 else "\ufffd" for one in data if one < 128 or errors == "replace"])
    gap("the encoding " + encoding)


def index(text, sub, start=0, end=None):
    found = text.find(sub, start) if end is None else text.find(sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def rindex(text, sub, start=0, end=None):
    found = text.rfind(sub, start) if end is None else text.rfind(sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def join(text, values):
    values = list(values)
    for place, one in enumerate(values):
        if type(one) is not str:
            if not isinstance(one, str):
                raise TypeError(
                    "sequence item " + str(place) + ": expected str instance, " + type_name(one) + " found"
                )
            values[place] = str(one)
    return text.join(values)


def startswith(text, prefix, *rest):
    if not isinstance(prefix, (str, tuple)):
        raise TypeError("startswith first arg must be str or a tuple of str, not " + type_name(prefix))
    return text.startswith(prefix, *rest)


def endswith(text, suffix, *rest):
    if not isinstance(suffix, (str, tuple)):
        raise TypeError("endswith first arg must be str or a tuple of str, not " + type_name(suffix))
    if isinstance(suffix, tuple):
        return any(text.endswith(one, *rest) for one in suffix)
    return text.endswith(suffix, *rest)


# Lists.

def merge_sort(values, key, reverse):
    """A stable sort: MicroPython's own is not. Only `<` is asked, as CPython does."""
    pairs = [(one if key is None else key(one), one) for one in values]
    if reverse:
        pairs.reverse()
    size = 1
    count = len(pairs)
    while size < count:
        out = []
        for start in range(0, count, 2 * size):
            left, right = pairs[start:start + size], pairs[start + size:start + 2 * size]
            if not right or not right[0][0] < left[-1][0]:
                out += left
                out += right
                continue
            i = j = 0
            while i < len(left) and j < len(right):
                if right[j][0] < left[i][0]:
                    out.append(right[j])
                    j += 1
                else:
                    out.append(left[i])
                    i += 1
            out += left[i:]
            out += right[j:]
        pairs = out
        size *= 2
    if reverse:
        pairs.reverse()
    return [one for _, one in pairs]


def list_sort(values, key=None, reverse=False):
    values[:] = merge_sort(values, key, reverse)


def list_index(values, wanted, start=0, stop=None):
    size = len(values)
    start = max(0, start + size) if start < 0 else start
    stop = size if stop is None else (stop + size if stop < 0 else min(stop, size))
    for place in range(start, stop):
        if values[place] is wanted or values[place] == wanted:
            return place
    if isinstance(values, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(repr_of(wanted) + " is not in list")


def popitem(values):
    if not values:
        raise KeyError("popitem(): dictionary is empty")
    key = list(values)[-1]
    return key, values.pop(key)


def setdefault(values, key, default=None):
    hash(key)
    return values.setdefault(key, default)


def fromkeys(values, value=None):
    return {key: value for key in values}


# Numbers.

def bit_length(value):
    return 0 if value == 0 else len(bin(abs(value))) - 2


def bit_count(value):
    return bin(abs(value)).count("1")


def to_bytes(value, length=1, byteorder="big", signed=False):
    if value < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    limit = 1 << (8 * length - (1 if signed else 0))
    if value >= limit or (signed and value < -limit):
        raise OverflowError("int too big to convert")
    return (value & ((1 << (8 * length)) - 1)).to_bytes(length, byteorder)


def from_bytes(data, byteorder="big", signed=False):
    data = bytes(data)
    value = int.from_bytes(data, byteorder)
    return value - (1 << (8 * len(data))) if signed and value >> (8 * len(data) - 1) & 1 else value


def is_integer(value):
    return value == value and value not in (float("inf"), float("-inf")) and value == int(value)


def as_integer_ratio(value):
    if isinstance(value, int):
        return value, 1
    below = 1
    while value != int(value):
        value, below = value * 2, below * 2
    return int(value), below


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
    return data.hex() if sep is None else data.hex(sep) if step == 1 else gap("bytes.hex in groups")


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
