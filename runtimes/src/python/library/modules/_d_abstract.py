"""Classes of the program below those of `collections.abc`."""
import abc

import _d_classes


def checker(asked, hashable):
    """Sees to it that a class cannot be made into an object before it has what the classes above it ask for."""
    def check(kind, keywords):
        order = _d_classes.order(kind)
        left = abc.names_left(kind)
        for one in order:
            for name in asked.get(one, ()):
                # `Hashable` itself has one, which does not count.
                if not any(name in other.__dict__ for other in order if other is not object and not (name == "__hash__" and other is hashable)):
                    left.add(name)
        if left:
            abc.refuse(kind, left)
        return kind

    return check
