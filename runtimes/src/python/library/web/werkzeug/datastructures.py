"""Containers of requests and responses."""
class MultiDict(dict):
    """A dict whose keys have several values; `d[key]` is the first."""

    def __init__(self, pairs=()):
        super().__init__()
        self._lists = {}
        for key, value in pairs:
            self._lists.setdefault(key, []).append(value)
            if key not in self:
                super().__setitem__(key, value)

    def __getitem__(self, key):
        if key in self:
            return super().__getitem__(key)
        from werkzeug.exceptions import BadRequestKeyError
        raise BadRequestKeyError(None)

    def get(self, key, default=None, type=None):
        if key not in self:
            return default
        value = super().__getitem__(key)
        if type is not None:
            try:
                value = type(value)
            except (ValueError, TypeError):
                value = default
        return value

    def getlist(self, key, type=None):
        found = self._lists.get(key, [])
        if type is None:
            return list(found)
        out = []
        for one in found:
            try:
                out.append(type(one))
            except (ValueError, TypeError):
                pass
        return out

    def to_dict(self, flat=True):
        return {key: self[key] for key in self} if flat else {key: list(v) for key, v in self._lists.items()}

    def lists(self):
        return iter(list(self._lists.items()))

    def __repr__(self):
        return f"ImmutableMultiDict({[(k, v) for k, values in self._lists.items() for v in values]!r})"


class Headers:
    """Headers in order, their names without regard to case."""

    def __init__(self, pairs=()):
        self._list = [[name, str(value)] for name, value in (pairs.items() if hasattr(pairs, "items") else pairs or ())]

    def get(self, name, default=None, type=None):
        for one, value in self._list:
            if one.lower() == name.lower():
                return value if type is None else type(value)
        return default

    def getlist(self, name):
        return [value for one, value in self._list if one.lower() == name.lower()]

    def __getitem__(self, name):
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name, value):
        for one in self._list:
            if one[0].lower() == name.lower():
                one[1] = str(value)
                return
        self._list.append([name, str(value)])

    set = __setitem__

    def __delitem__(self, name):
        self._list = [one for one in self._list if one[0].lower() != name.lower()]

    def __contains__(self, name):
        return self.get(name) is not None

    def add(self, name, value):
        self._list.append([name, str(value)])

    def extend(self, other):
        for name, value in other.items() if hasattr(other, "items") else other:
            self.add(name, value)

    def update(self, other):
        for name, value in other.items() if hasattr(other, "items") else other:
            self[name] = value

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def pop(self, name, default=None):
        found = self.get(name, default)
        del self[name]
        return found

    def items(self):
        return [(name, value) for name, value in self._list]

    def keys(self):
        return [name for name, _ in self._list]

    def values(self):
        return [value for _, value in self._list]

    def __iter__(self):
        return iter(self.items())

    def __len__(self):
        return len(self._list)

    def to_wsgi_list(self):
        return self.items()

    def __str__(self):
        return "".join(f"{name}: {value}\r\n" for name, value in self._list) + "\r\n"


def _title(name):
    return "-".join(one.capitalize() for one in name.split("-"))
