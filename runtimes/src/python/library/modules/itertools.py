"""Iterators."""
__lacks__ = ""


class count:
    def __init__(self, start=0, step=1):
        for one in (start, step):
            if not isinstance(one, (int, float, complex)) and not hasattr(one, "__add__"):
                raise TypeError("a number is required")
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        return f"count({self._next!r}" + (")" if self._step == 1 and isinstance(self._step, int) else f", {self._step!r})")


def cycle(iterable):
    saved = []
    for one in iterable:
        saved.append(one)
        yield one
    while saved:
        yield from saved


class repeat:
    def __init__(self, object, times=None):
        self._object, self._times = object, times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __len__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r}" + (")" if self._times is None else f", {self._times})")


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


class groupby:
    """Groups come one after the other; who goes on to the next has done with the one before."""

    def __init__(self, iterable, key=None):
        self._values, self._key = iter(iterable), key
        self._current = self._target = _nothing
        self._value = None
        self._group = None

    def __iter__(self):
        return self

    def _step(self):
        if self._current is _ended:
            raise StopIteration
        self._value = next(self._values)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._group = None
        while self._current is _nothing or self._target is not _nothing and self._current == self._target:
            self._step()
        if self._current is _ended:
            raise StopIteration
        self._target = self._current
        self._group = own = object()
        return self._current, self._members(own)

    def _members(self, own):
        while self._group is own:
            yield self._value
            if self._group is not own:
                return
            try:
                self._step()
            except StopIteration:
                self._current = _ended
                return
            if not self._current == self._target:
                return


_nothing, _ended = object(), object()


def islice(iterable, *args):
    names = ("Stop",) if len(args) == 1 else ("Start", "Stop", "Step")
    for name, value in zip(names, args):
        if value is not None and (not isinstance(value, int) or value < (1 if name == "Step" else 0)):
            if name == "Step":
                raise ValueError("Step for islice() must be a positive integer or None.")
            if name == "Stop":
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return _sliced(iterable, *args)


def _sliced(iterable, *args):
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
    values, saved = iter(iterable), [[] for _ in range(n)]

    def one(mine):
        while True:
            if not mine:
                try:
                    value = next(values)
                except StopIteration:
                    return
                for other in saved:
                    other.append(value)
            yield mine.pop(0)

    return tuple([one(mine) for mine in saved])


def zip_longest(*iterables, fillvalue=None):
    values = [iter(one) for one in iterables]
    left = len(values)
    while left:
        found = []
        for place, one in enumerate(values):
            value = fillvalue
            if one is not None:
                try:
                    value = next(one)
                except StopIteration:
                    values[place] = None
                    left -= 1
            found.append(value)
        if left:
            yield tuple(found)


def product(*iterables, repeat=1):
    pools = [tuple(one) for one in iterables] * repeat

    def below(place):
        if place == 0:
            yield ()
            return
        for before in below(place - 1):
            for one in pools[place - 1]:
                yield before + (one,)

    return below(len(pools))


def permutations(iterable, r=None):
    pool = tuple(iterable)
    size = len(pool) if r is None else _not_negative(r)

    def below(left, taken):
        if left == 0:
            yield ()
            return
        for place in range(len(pool)):
            if place not in taken:
                for rest in below(left - 1, taken + [place]):
                    yield (pool[place],) + rest

    return below(size, []) if size <= len(pool) else iter(())


def _not_negative(r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


def combinations(iterable, r):
    pool = tuple(iterable)

    def below(start, left):
        if left == 0:
            yield ()
            return
        for place in range(start, len(pool) - left + 1):
            for rest in below(place + 1, left - 1):
                yield (pool[place],) + rest

    return below(0, _not_negative(r))


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)

    def below(start, left):
        if left == 0:
            yield ()
            return
        for place in range(start, len(pool)):
            for rest in below(place, left - 1):
                yield (pool[place],) + rest

    return below(0, _not_negative(r))


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batches(iter(iterable), n, strict)


def _batches(values, n, strict):
    batch = []
    for one in values:
        batch.append(one)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)
