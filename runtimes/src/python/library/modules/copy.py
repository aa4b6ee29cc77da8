"""Copies."""
Error = ValueError


def copy(x):
    if isinstance(x, (int, float, str, bytes, tuple, frozenset, type(None), type)) or callable(x):
        return x
    method = getattr(type(x), "__copy__", None)
    if method is not None:
        return method(x)
    if isinstance(x, (list, dict, set)) and type(x) in (list, dict, set):
        return x.copy()
    made = object.__new__(type(x))
    for key, value in x.__dict__.items():
        setattr(made, key, value)
    return made


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    if isinstance(x, (int, float, str, bytes, type(None), type)):
        return x
    method = getattr(type(x), "__deepcopy__", None)
    if method is not None:
        return method(x, memo)
    if isinstance(x, list):
        made = memo[id(x)] = []
        for one in x:
            made.append(deepcopy(one, memo))
        return made
    if isinstance(x, dict):
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if isinstance(x, (tuple, set, frozenset)):
        return type(x)([deepcopy(one, memo) for one in x])
    if callable(x):
        return x
    made = memo[id(x)] = object.__new__(type(x))
    for key, value in x.__dict__.items():
        setattr(made, key, deepcopy(value, memo))
    return made
