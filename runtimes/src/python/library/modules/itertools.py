"""Iterators."""
__lacks__ = ""


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = list(iterable)
    while saved:
        yield from saved


def repeat(object, times=None):
    while times is None or times > 0:
        yield object
        if times is not None:
            times -= 1


def accumulate(iterable, func=None, *, initial=None):
    values = iter(iterable)
    if initial is None:
        try:
            initial = next(values)
        except StopIteration:
            return
    yield initial
    for one in values:
        initial = initial + one if func is None else func(initial, one)
        yield initial


class chain:
    def __init__(self, *iterables):
        self._values = self._all(iterables)

    @staticmethod
    def _all(iterables):
        for one in iterables:
            yield from one

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._values = cls._all(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._values)


def compress(data, selectors):
    return (one for one, keep in zip(data, selectors) if keep)


def dropwhile(predicate, iterable):
    values = iter(iterable)
    for one in values:
        if not predicate(one):
            yield one
            break
    yield from values


def takewhile(predicate, iterable):
    for one in iterable:
        if not predicate(one):
            return
        yield one


def filterfalse(predicate, iterable):
    return (one for one in iterable if not (predicate(one) if predicate else one))


def groupby(iterable, key=None):
    group, current, started = [], None, False
    for one in iterable:
        found = one if key is None else key(one)
        if started and found == current:
            group.append(one)
        else:
            if started:
                yield current, iter(group)
            group, current, started = [one], found, True
    if started:
        yield current, iter(group)


def islice(iterable, *args):
    start, stop, step = (0, args[0], 1) if len(args) == 1 else (args[0] or 0, args[1], (args[2] if len(args) > 2 else 1) or 1)
    place, wanted = 0, start
    if stop is not None and start >= stop:
        return
    for one in iterable:
        if place == wanted:
            yield one
            wanted += step
        place += 1
        if stop is not None and (place >= stop or wanted >= stop):
            return


def pairwise(iterable):
    values = iter(iterable)
    try:
        before = next(values)
    except StopIteration:
        return
    for one in values:
        yield before, one
        before = one


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    saved = list(iterable)
    return tuple([iter(saved) for _ in range(n)])


def zip_longest(*iterables, fillvalue=None):
    values = [list(one) for one in iterables]
    for place in range(max([len(one) for one in values], default=0)):
        yield tuple([one[place] if place < len(one) else fillvalue for one in values])


def product(*iterables, repeat=1):
    pools = [tuple(one) for one in iterables] * repeat
    found = [()]
    for pool in pools:
        found = [before + (one,) for before in found for one in pool]
    yield from found


def permutations(iterable, r=None):
    pool = tuple(iterable)
    size = len(pool) if r is None else r

    def below(left, taken):
        if left == 0:
            yield ()
            return
        for place in range(len(pool)):
            if place not in taken:
                for rest in below(left - 1, taken + [place]):
                    yield (pool[place],) + rest

    yield from below(size, []) if size <= len(pool) else []


def combinations(iterable, r):
    pool = tuple(iterable)

    def below(start, left):
        if left == 0:
            yield ()
            return
        for place in range(start, len(pool) - left + 1):
            for rest in below(place + 1, left - 1):
                yield (pool[place],) + rest

    yield from below(0, r)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)

    def below(start, left):
        if left == 0:
            yield ()
            return
        for place in range(start, len(pool)):
            for rest in below(place, left - 1):
                yield (pool[place],) + rest

    yield from below(0, r)


def batched(iterable, n, *, strict=False):
    values = list(iterable)
    for place in range(0, len(values), n):
        yield tuple(values[place:place + n])
