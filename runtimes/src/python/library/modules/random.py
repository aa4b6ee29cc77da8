"""Random numbers. They come from the machine's own row, so a replay draws the same; a seed of the program's own is refused."""
from _d_host import gap

_random = _d_native("random")
__lacks__ = "Random SystemRandom triangular betavariate binomialvariate expovariate gammavariate gauss lognormvariate normalvariate paretovariate vonmisesvariate weibullvariate getstate setstate"


def _bits(count):
    value = 0
    while count > 0:
        take = min(count, 24)
        value = value << take | _random.getrandbits(take)
        count -= take
    return value


def getrandbits(k, /):
    return _bits(k)


def random():
    return _bits(53) / (1 << 53)


def _below(count):
    size = count.bit_length()
    while True:
        value = _bits(size)
        if value < count:
            return value


def seed(a=None, version=2):
    if a is not None:
        gap("random numbers by a seed of the program's own", "give the row of CPython's Mersenne Twister")


def randrange(start, stop=None, step=1):
    if stop is None:
        start, stop = 0, start
    count = len(range(start, stop, step))
    if count <= 0:
        raise ValueError(f"empty range in randrange({start}, {stop})" if step == 1 else "empty range for randrange()")
    return start + step * _below(count)


def randint(a, b):
    return randrange(a, b + 1)


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[_below(len(seq))]


def shuffle(x):
    for place in range(len(x) - 1, 0, -1):
        other = _below(place + 1)
        x[place], x[other] = x[other], x[place]


def sample(population, k, *, counts=None):
    pool = list(population)
    if not 0 <= k <= len(pool):
        raise ValueError("Sample larger than population or is negative")
    shuffle(pool)
    return pool[:k]


def choices(population, weights=None, *, cum_weights=None, k=1):
    if weights is None and cum_weights is None:
        return [choice(population) for _ in range(k)]
    if cum_weights is None:
        cum_weights, total = [], 0
        for one in weights:
            total += one
            cum_weights.append(total)
    found = []
    for _ in range(k):
        at = random() * cum_weights[-1]
        found.append(population[next(i for i, edge in enumerate(cum_weights) if at < edge)])
    return found


def uniform(a, b):
    return a + (b - a) * random()


def randbytes(n):
    return bytes([_bits(8) for _ in range(n)])


class SystemRandom:
    random = staticmethod(random)
    choice = staticmethod(choice)
    randint = staticmethod(randint)
    randrange = staticmethod(randrange)
