"""The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded as CPython seeds it."""
_SIZE, _AHEAD = 624, 397


class Twister:
    """Words of 32 bits by an integer seed. Each word of the state is renewed when its turn comes."""

    def __init__(self, seed):
        key = []
        seed = -seed if seed < 0 else seed
        while seed or not key:
            key.append(seed & 0xFFFFFFFF)
            seed >>= 32
        self.state = state = [19650218]
        for place in range(1, _SIZE):
            before = state[-1]
            state.append((1812433253 * (before ^ before >> 30) + place) & 0xFFFFFFFF)
        place, at = 1, 0
        for _ in range(max(_SIZE, len(key))):
            before = state[place - 1]
            state[place] = ((state[place] ^ (before ^ before >> 30) * 1664525) + key[at] + at) & 0xFFFFFFFF
            place, at = place + 1, at + 1
            if place == _SIZE:
                state[0], place = state[-1], 1
            if at == len(key):
                at = 0
        for _ in range(_SIZE - 1):
            before = state[place - 1]
            state[place] = ((state[place] ^ (before ^ before >> 30) * 1566083941) - place) & 0xFFFFFFFF
            place += 1
            if place == _SIZE:
                state[0], place = state[-1], 1
        state[0] = 0x80000000
        self.place = 0

    def word(self):
        state, place = self.state, self.place
        mixed = state[place] & 0x80000000 | state[(place + 1) % _SIZE] & 0x7FFFFFFF
        new = state[(place + _AHEAD) % _SIZE] ^ mixed >> 1 ^ (0x9908B0DF if mixed & 1 else 0)
        state[place] = new
        self.place = (place + 1) % _SIZE
        new ^= new >> 11
        new ^= new << 7 & 0x9D2C5680
        new ^= new << 15 & 0xEFC60000
        return new ^ new >> 18

    def bits(self, count):
        value, shift = 0, 0
        while count > 32:
            value |= self.word() << shift
            shift, count = shift + 32, count - 32
        return value | self.word() >> 32 - count << shift
