"""The patterns of `match`."""


def matches(value, pattern, bound):
    """Tries a pattern; what it binds is put into `bound`."""
    kind = pattern[0]
    if kind == "any":
        return True
    if kind == "bind":
        bound[pattern[1]] = value
        return True
    if kind == "equal":
        return value == pattern[1]
    if kind == "same":
        return value is pattern[1]
    if kind == "or":
        return any(matches(value, one, bound) for one in pattern[1])
    if kind == "as":
        if not matches(value, pattern[1], bound):
            return False
        bound[pattern[2]] = value
        return True
    if kind == "sequence":
        return _sequence(value, pattern[1], bound)
    if kind == "mapping":
        if not hasattr(value, "keys"):
            return False
        for key, one in pattern[1]:
            if key not in value or not matches(value[key], one, bound):
                return False
        if pattern[2]:
            keys = [key for key, _ in pattern[1]]
            bound[pattern[2]] = {key: value[key] for key in value if key not in keys}
        return True
    _, kind, items, named = pattern
    if not isinstance(kind, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(value, kind):
        return False
    if items and kind in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple):
        return len(items) == 1 and matches(value, items[0], bound)
    names = getattr(kind, "__match_args__", ())
    if len(items) > len(names):
        raise TypeError(
            kind.__name__ + "() accepts " + str(len(names)) + " positional sub-pattern"
            + ("" if len(names) == 1 else "s") + " (" + str(len(items)) + " given)"
        )
    for name, one in list(zip(names, items)) + list(named):
        if not hasattr(value, name) or not matches(getattr(value, name), one, bound):
            return False
    return True


def _sequence(value, items, bound):
    if isinstance(value, (str, bytes, bytearray, dict, set)) or not isinstance(value, (list, tuple, range)):
        if not hasattr(type(value), "popleft"):
            return False
    value = list(value)
    rest = [place for place, one in enumerate(items) if one[0] == "rest"]
    if not rest:
        return len(value) == len(items) and all(matches(a, b, bound) for a, b in zip(value, items))
    place = rest[0]
    after = len(items) - place - 1
    if len(value) < len(items) - 1:
        return False
    if not all(matches(a, b, bound) for a, b in zip(value[:place], items[:place])):
        return False
    if after and not all(matches(a, b, bound) for a, b in zip(value[-after:], items[-after:])):
        return False
    if items[place][1]:
        bound[items[place][1]] = value[place:len(value) - after]
    return True
