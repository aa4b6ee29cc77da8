"""Where two rows differ (Ratcliff and Obershelp's way, as CPython goes it)."""
from _d_host import gap

__lacks__ = "context_diff HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK restore diff_bytes"


class Match(tuple):
    a = property(lambda self: self[0])
    b = property(lambda self: self[1])
    size = property(lambda self: self[2])

    def __repr__(self):
        return f"Match(a={self[0]}, b={self[1]}, size={self[2]})"


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        self.b2j = {}
        for place, one in enumerate(b):
            self.b2j.setdefault(one, []).append(place)
        self.bjunk = set([one for one in self.b2j if self.isjunk(one)]) if self.isjunk else set()
        for one in self.bjunk:
            del self.b2j[one]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = set([one for one, places in self.b2j.items() if len(places) > most])
            for one in self.bpopular:
                del self.b2j[one]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b = self.a, self.b
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        besti, bestj, best = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = now[j] = lengths.get(j - 1, 0) + 1
                if size > best:
                    besti, bestj, best = i - size + 1, j - size + 1, size
            lengths = now
        for junk in (False, True):
            while besti > alo and bestj > blo and (b[bestj - 1] in self.bjunk) == junk and a[besti - 1] == b[bestj - 1]:
                besti, bestj, best = besti - 1, bestj - 1, best + 1
            while (
                besti + best < ahi and bestj + best < bhi and (b[bestj + best] in self.bjunk) == junk
                and a[besti + best] == b[bestj + best]
            ):
                best += 1
        return Match((besti, bestj, best))

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        waiting, found = [(0, len(self.a), 0, len(self.b))], []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = one = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(tuple(one))
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        found.sort()
        joined, ai, bj, length = [], 0, 0, 0
        for i, j, size in found:
            if ai + length == i and bj + length == j:
                length += size
                continue
            if length:
                joined.append((ai, bj, length))
            ai, bj, length = i, j, size
        if length:
            joined.append((ai, bj, length))
        joined.append((len(self.a), len(self.b), 0))
        self.matching_blocks = [Match(one) for one in joined]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            i = j = 0
            self.opcodes = []
            for ai, bj, size in self.get_matching_blocks():
                tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert" if j < bj else ""
                if tag:
                    self.opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self.opcodes.append(("equal", ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        codes = list(codes)
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _ratio(sum([one[2] for one in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        left = {}
        for one in self.b:
            left[one] = left.get(one, 0) + 1
        same = 0
        for one in self.a:
            count = left.get(one, 0)
            left[one] = count - 1
            same += count > 0
        return _ratio(same, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _ratio(same, length):
    return 2.0 * same / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found, matcher = [], SequenceMatcher()
    matcher.set_seq2(word)
    for one in possibilities:
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), one))
    return [one for _, one in sorted(found, reverse=True)[:n]]


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start if not length else start + 1},{length}"


def _dated(mark, file, date, end):
    return f"{mark} {file}{chr(9) + date if date else ''}{end}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _dated("---", fromfile, fromfiledate, lineterm)
            yield _dated("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for one in a[i1:i2]:
                    yield " " + one
                continue
            for one in a[i1:i2] if tag in ("replace", "delete") else ():
                yield "-" + one
            for one in b[j1:j2] if tag in ("replace", "insert") else ():
                yield "+" + one


def ndiff(a, b, linejunk=None, charjunk=None):
    return Differ(linejunk, charjunk if charjunk is not None else lambda one: one in " \t").compare(a, b)


class Differ:
    """Lines side by side, with what differs inside them."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        import _d_differ
        return _d_differ.compare(self, a, b)
