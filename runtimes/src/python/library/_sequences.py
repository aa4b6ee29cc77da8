"""Methods of lists, tuples and dicts that MicroPython lacks or has otherwise than CPython."""
from _native import isinstance, max, min

from _show import repr_of


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
