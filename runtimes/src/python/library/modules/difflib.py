"""Likeness of words."""


def _ratio(a, b):
    """Twice the length of all matching blocks, by the length of both."""
    def blocks(a, b):
        best = (0, 0, 0)
        for i in range(len(a)):
            for j in range(len(b)):
                size = 0
                while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
                    size += 1
                if size > best[2]:
                    best = (i, j, size)
        i, j, size = best
        if size == 0:
            return 0
        return size + blocks(a[:i], b[:j]) + blocks(a[i + size:], b[j + size:])

    total = len(a) + len(b)
    return 2 * blocks(a, b) / total if total else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    found = [(_ratio(one, word), one) for one in possibilities]
    found = sorted([one for one in found if one[0] >= cutoff], reverse=True)
    return [one for _, one in found[:n]]
