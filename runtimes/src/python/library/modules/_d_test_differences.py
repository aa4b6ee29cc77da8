"""How unittest shows where two values of a kind differ."""
import difflib
import pprint


def _shortened(text, begin, end):
    skipped = len(text) - begin - end
    return f"{text[:begin]}[{skipped} chars]{text[len(text) - end:]}" if skipped > 12 else text


def both(first, second):
    """The texts of two values, what they share shortened where they are long."""
    texts = [repr(first), repr(second)]
    longest = max(len(texts[0]), len(texts[1]))
    if longest <= 80:
        return texts
    shared = texts[0]
    while not texts[1].startswith(shared):
        shared = shared[:-1]
    room = 80 - (longest - len(shared) + 5 + 12)
    if room > 5:
        head = _shortened(shared, 5, room)
        return [head + one[len(shared):] for one in texts]
    head = _shortened(shared, 5, 5)
    return [head + _shortened(one[len(shared):], 41, 5) for one in texts]


def plain(first, second):
    return "{} != {}".format(*both(first, second))


def _with(message, difference, most):
    if most is None or len(difference) <= most:
        return message + difference
    return message + f"\nDiff is {len(difference)} characters long. Set self.maxDiff to None to see it."


def _sides(first, second):
    return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def _rows(first, second, most):
    kind = type(first).__name__
    told = "{}s differ: {} != {}\n".format(kind[0].upper() + kind[1:], *both(first, second))
    for place in range(min(len(first), len(second))):
        if first[place] != second[place]:
            told += "\nFirst differing element {}:\n{}\n{}\n".format(place, *both(first[place], second[place]))
            break
    for word, longer, shorter in (("First", first, second), ("Second", second, first)):
        if len(longer) > len(shorter):
            told += f"\n{word} {kind} contains {len(longer) - len(shorter)} additional elements.\n"
            told += f"First extra element {len(shorter)}:\n{longer[len(shorter)]!r}\n"
    return _with(told, _sides(first, second), most)


def _texts(first, second, most):
    one, other = first, second
    if one and other:
        if one[-1] != "\n" or other[-1] != "\n":
            one, other = one + "\n", other + "\n"
    elif other and other[-1] != "\n":
        other += "\n"
    elif one and one[-1] != "\n":
        one += "\n"
    return _with(plain(first, second), "\n" + "".join(difflib.ndiff(one.splitlines(True), other.splitlines(True))), most)


def _sets(first, second):
    told = []
    for words, one, other in (("first set but not the second", first, second), ("second set but not the first", second, first)):
        alone = [item for item in one if item not in other]
        if alone:
            told.append(f"Items in the {words}:")
            told += [repr(item) for item in alone]
    return "\n".join(told)


def said(first, second, most):
    """The message of `assertEqual`."""
    kind = type(first)
    if kind is not type(second):
        return plain(first, second)
    if kind is str:
        return _texts(first, second, most)
    if kind in (list, tuple):
        return _rows(first, second, most)
    if kind is dict:
        return _with(plain(first, second), _sides(first, second), most)
    return _sets(first, second) if kind in (set, frozenset) else plain(first, second)


class Logged:
    """`with self.assertLogs(…) as told`."""

    def __init__(self, test, logger, level):
        import logging
        self._test = test
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging._level(level) if level else logging.INFO
        self.records, self.output = [], []

    def __enter__(self):
        import logging
        told = self

        class Keeping(logging.Handler):
            def emit(self, record):
                told.records.append(record)
                told.output.append(f"{record.levelname}:{record.name}:{record.getMessage()}")

        one = self._logger
        self._before = one.handlers, one.level, one.propagate
        handler = Keeping()
        handler.setLevel(self._level)
        one.handlers, one.propagate = [handler], False
        one.setLevel(self._level)
        return self

    def __exit__(self, kind, error, traceback):
        import logging
        one = self._logger
        one.handlers, level, one.propagate = self._before
        one.setLevel(level)
        if kind is None and not self.records:
            self._test._fail(None, f"no logs of level {logging.getLevelName(self._level)} or higher triggered on {one.name}")
        return False
