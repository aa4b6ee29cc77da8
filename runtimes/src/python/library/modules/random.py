"""Random numbers: without a seed from the machine's own row, so that a replay draws the same; with one, CPython's row."""
import math as _math

from _d_host import gap

_native = _d_native("random")
__lacks__ = "binomialvariate vonmisesvariate"
_MAGIC = 4 * _math.exp(-0.5) / _math.sqrt(2.0)


def _bits(count):
    value = 0
    while count > 0:
        take = min(count, 24)
        value = value << take | _native.getrandbits(take)
        count -= take
    return value


class Random:
    """A row of random numbers."""

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        self._gauss = None
        if a is None:
            self._twister = None
            return
        if isinstance(a, (str, bytes, bytearray)):
            if version != 2:
                gap("random.seed() of version 1")
            import hashlib
            a = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(a + hashlib.sha512(a).digest(), "big")
        elif not isinstance(a, int):
            if not isinstance(a, float):
                raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
            a = abs(_hash_of(a))
        from _d_twister import Twister
        self._twister = Twister(int(a))

    def getstate(self):
        if self._twister is None:
            gap("random.getstate() without a seed")
        return (3, tuple(self._twister.state) + (self._twister.place,), self._gauss)

    def setstate(self, state):
        from _d_twister import Twister
        self._twister = Twister(0)
        self._twister.state, self._twister.place = list(state[1][:-1]), state[1][-1]
        self._gauss = state[2]

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        return _bits(k) if self._twister is None else self._twister.bits(k)

    def random(self):
        if self._twister is None:
            return _bits(53) / (1 << 53)
        high = self._twister.word() >> 5
        return (high * 67108864.0 + (self._twister.word() >> 6)) / 9007199254740992.0

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _below(self, n):
        size = n.bit_length()
        while True:
            value = self.getrandbits(size)
            if value < n:
                return value

    def randrange(self, start, stop=None, step=1):
        for one in (start, stop, step):
            if one is not None and not isinstance(one, int):
                raise TypeError(f"'{type(one).__name__}' object cannot be interpreted as an integer")
        if stop is None:
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(start)
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = len(range(start, stop, step))
        if count <= 0:
            told = f"{start}, {stop}" + ("" if step == 1 else f", {step}")
            import sys
            if sys.version_info[1] < 12:
                gap("the words of this error before Python 3.12")
            raise ValueError(f"empty range in randrange({told})")
        return start + step * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for place in range(len(x) - 1, 0, -1):
            other = self._below(place + 1)
            x[place], x[other] = x[other], x[place]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            population = [one for one, count in zip(population, counts) for _ in range(count)]
        size = len(population)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        found = []
        few = 21
        if k > 5:
            few += 4 ** _math.ceil(_math.log(k * 3, 4))
        if size <= few:
            pool = list(population)
            for place in range(k):
                at = self._below(size - place)
                found.append(pool[at])
                pool[at] = pool[size - place - 1]
        else:
            taken = set()
            for _ in range(k):
                at = self._below(size)
                while at in taken:
                    at = self._below(size)
                taken.add(at)
                found.append(population[at])
        return found

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * (size + 0.0))] for _ in range(k)]
            cum_weights, total = [], 0
            for one in weights:
                total += one
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        import bisect
        return [population[bisect.bisect(cum_weights, self.random() * total, 0, size - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        part = 0.5 if mode is None else (mode - low) / (high - low)
        if drawn > part:
            drawn, part, low, high = 1.0 - drawn, 1.0 - part, high, low
        return low + (high - low) * _math.sqrt(drawn * part)

    def gauss(self, mu=0.0, sigma=1.0):
        z, self._gauss = self._gauss, None
        if z is None:
            turn = self.random() * _math.tau
            far = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            z, self._gauss = _math.cos(turn) * far, _math.sin(turn) * far
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            one = self.random()
            two = 1.0 - self.random()
            z = _MAGIC * (one - 0.5) / two
            if z * z / 4.0 <= -_math.log(two):
                return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _math.exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_math.log(1.0 - self.random()) / lambd

    def gammavariate(self, alpha, beta):
        import _d_distributions
        return _d_distributions.gamma(self, alpha, beta)

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_math.log(1.0 - self.random())) ** (1.0 / beta)


def _hash_of(value):
    """CPython's hash of a float: its fraction modulo 2 ** 61 - 1."""
    if value in (_math.inf, -_math.inf):
        return 314159 if value > 0 else -314159
    prime = (1 << 61) - 1
    upper, lower = value.as_integer_ratio()
    found = abs(upper) * pow(lower, prime - 2, prime) % prime
    return found if value >= 0 else -2 if found == 1 else -found


class SystemRandom(Random):
    """Always the machine's own."""

    def seed(self, *args, **names):
        self._gauss = self._twister = None


_inst = Random()
seed, random, uniform, triangular = _inst.seed, _inst.random, _inst.uniform, _inst.triangular
randint, randrange, choice, choices = _inst.randint, _inst.randrange, _inst.choice, _inst.choices
sample, shuffle, getrandbits, randbytes = _inst.sample, _inst.shuffle, _inst.getrandbits, _inst.randbytes
gauss, normalvariate, lognormvariate = _inst.gauss, _inst.normalvariate, _inst.lognormvariate
expovariate, paretovariate, weibullvariate = _inst.expovariate, _inst.paretovariate, _inst.weibullvariate
gammavariate, betavariate = _inst.gammavariate, _inst.betavariate
getstate, setstate = _inst.getstate, _inst.setstate
