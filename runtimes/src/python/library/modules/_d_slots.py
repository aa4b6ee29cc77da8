"""Classes with `__slots__`."""
import _d_classes


def keep_slots(kind):
    """A class whose objects have the attributes of `__slots__` alone, if all classes above it are such."""
    names, others = [], []
    for one in _d_classes.order(kind):
        if one is object:
            continue
        own = getattr(one, "__dict__", {})
        if "__slots__" not in own or "__setattr__" in own and "_d_slots" not in own:
            return
        slots = own["__slots__"]
        names += [slots] if isinstance(slots, str) else list(slots)
        others += [key for key, value in own.items() if hasattr(type(value), "__set__") or isinstance(value, property)]
    if others or "__dict__" in names:
        return

    def put(self, name, value):
        if name not in names:
            if hasattr(self, name):
                raise AttributeError("'" + kind.__name__ + "' object attribute '" + name + "' is read-only")
            raise _d_classes.lacking_slot[0](kind.__name__, name)
        object.__setattr__(self, name, value)

    kind._d_slots = True
    kind.__setattr__ = put
