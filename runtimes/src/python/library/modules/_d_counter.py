"""Counting what can be hashed."""

__name__ = "collections"


class Counter(dict):
    def __init__(self, iterable=None, **names):
        super().__init__()
        self.update(iterable, **names)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __getitem__(self, key):
        return super().__getitem__(key) if key in self else 0

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented if not isinstance(other, dict) else dict(self) == dict(other)
        return all(self[key] == other[key] for one in (self, other) for key in one)

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for one in (self, other) for key in one)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other < self if isinstance(other, Counter) else NotImplemented

    def update(self, iterable=None, **names):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for key, count in iterable.items():
                    self[key] = self[key] + count
            else:
                for key in iterable:
                    self[key] = self[key] + 1
        for key, count in names.items():
            self[key] = self[key] + count

    def subtract(self, iterable=(), **names):
        self.subtract(names) if names else None
        for key, count in iterable.items() if hasattr(iterable, "items") else [(one, 1) for one in iterable]:
            self[key] = self[key] - count

    def most_common(self, n=None):
        found = sorted(self.items(), key=lambda one: one[1], reverse=True)
        return found if n is None else found[:n]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def __add__(self, other):
        out = Counter()
        for one in (self, other):
            for key, count in one.items():
                out[key] = out[key] + count
        return Counter({key: count for key, count in out.items() if count > 0})

    def __sub__(self, other):
        return +Counter({key: self[key] - other[key] for key in list(self) + [one for one in other if one not in self]})

    def __pos__(self):
        return Counter({key: count for key, count in self.items() if count > 0})

    def __neg__(self):
        return Counter({key: -count for key, count in self.items() if count < 0})

    def __and__(self, other):
        return +Counter({key: min(count, other[key]) for key, count in self.items()})

    def __or__(self, other):
        return +Counter({key: max(self[key], other[key]) for key in list(self) + [one for one in other if one not in self]})

    def __iadd__(self, other):
        return self._keep(self + other)

    def __isub__(self, other):
        return self._keep(self - other)

    def _keep(self, counts):
        for key in list(self):
            del self[key]
        self.update(counts)
        return self

    def copy(self):
        return Counter(self)

    def __repr__(self):
        return "Counter(" + (repr(dict(self.most_common())) if self else "") + ")"
