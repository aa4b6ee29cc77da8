"""Lines side by side, with what differs inside them: what `difflib.Differ` does."""
import sys

from _d_host import gap
from difflib import SequenceMatcher


def compare(differ, a, b):
    for tag, alo, ahi, blo, bhi in SequenceMatcher(differ.linejunk, a, b).get_opcodes():
        if tag == "replace":
            yield from _replaced(differ, a, alo, ahi, b, blo, bhi)
        elif tag == "delete":
            yield from _dumped("-", a, alo, ahi)
        elif tag == "insert":
            yield from _dumped("+", b, blo, bhi)
        else:
            yield from _dumped(" ", a, alo, ahi)


def _dumped(tag, lines, low, high):
    for place in range(low, high):
        yield f"{tag} {lines[place]}"


def _plainly(a, alo, ahi, b, blo, bhi):
    if bhi - blo < ahi - alo:
        yield from _dumped("+", b, blo, bhi)
        yield from _dumped("-", a, alo, ahi)
    else:
        yield from _dumped("-", a, alo, ahi)
        yield from _dumped("+", b, blo, bhi)


def _replaced(differ, a, alo, ahi, b, blo, bhi):
    """Finds the two lines most alike, goes on before and behind them."""
    # Since 3.14 pairs are looked for near one another alone.
    if sys.version_info[1] >= 14 and ahi - alo > 1 and bhi - blo > 1:
        gap("the differences of several lines side by side, as Python 3.14 tells them")
    best, cutoff = 0.74, 0.75
    matcher = SequenceMatcher(differ.charjunk)
    same_i = same_j = None
    best_i = best_j = None
    for j in range(blo, bhi):
        matcher.set_seq2(b[j])
        for i in range(alo, ahi):
            if a[i] == b[j]:
                if same_i is None:
                    same_i, same_j = i, j
                continue
            matcher.set_seq1(a[i])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, best_i, best_j = matcher.ratio(), i, j
    if best < cutoff:
        if same_i is None:
            yield from _plainly(a, alo, ahi, b, blo, bhi)
            return
        best_i, best_j, best = same_i, same_j, 1.0
    else:
        same_i = None
    yield from _around(differ, a, alo, best_i, b, blo, best_j)
    if same_i is None:
        above, below = "", ""
        matcher.set_seqs(a[best_i], b[best_j])
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "replace":
                above += "^" * (i2 - i1)
                below += "^" * (j2 - j1)
            elif tag == "delete":
                above += "-" * (i2 - i1)
            elif tag == "insert":
                below += "+" * (j2 - j1)
            else:
                above += " " * (i2 - i1)
                below += " " * (j2 - j1)
        yield from _marked(a[best_i], b[best_j], above, below)
    else:
        yield "  " + a[best_i]
    yield from _around(differ, a, best_i + 1, ahi, b, best_j + 1, bhi)


def _around(differ, a, alo, ahi, b, blo, bhi):
    if alo < ahi:
        if blo < bhi:
            yield from _replaced(differ, a, alo, ahi, b, blo, bhi)
        else:
            yield from _dumped("-", a, alo, ahi)
    elif blo < bhi:
        yield from _dumped("+", b, blo, bhi)


def _marked(one, other, above, below):
    keep = lambda line, marks: "".join([tag if tag != " " or not char.isspace() else char for char, tag in zip(line, marks)]).rstrip()
    yield "- " + one
    if keep(one, above):
        yield f"? {keep(one, above)}\n"
    yield "+ " + other
    if keep(other, below):
        yield f"? {keep(other, below)}\n"
