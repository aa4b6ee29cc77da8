"""Containers of requests and responses."""
class MultiDict(dict):
    """A dict whose keys have several values; `d[key]` is the first."""

    def __init__(self, pairs=()):
        super().__init__()
        self._lists = {}
        for key, value in pairs.items() if isinstance(pairs, dict) else pairs or ():
            self._lists.setdefault(key, []).append(value)
            if key not in self:
                super().__setitem__(key, value)

    def __getitem__(self, key):
        if key in self:
            return super().__getitem__(key)
        from werkzeug.exceptions import BadRequestKeyError
        raise BadRequestKeyError(key)

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

    def items(self, multi=False):
        if multi:
            return [(key, one) for key, values in self._lists.items() for one in values]
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def copy(self):
        return MultiDict(self.items(True))

    def add(self, key, value):
        self._lists.setdefault(key, []).append(value)
        if len(self._lists[key]) == 1:
            super().__setitem__(key, value)

    def __setitem__(self, key, value):
        self._lists[key] = [value]
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)
        del self._lists[key]

    def setlist(self, key, values):
        self._lists[key] = list(values)
        super().__setitem__(key, self._lists[key][0])

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), **names):
        for key, value in list(other.items() if hasattr(other, "items") else other) + list(names.items()):
            self.add(key, value)

    def pop(self, key, *default):
        if key not in self:
            if default:
                return default[0]
            from werkzeug.exceptions import BadRequestKeyError
            raise BadRequestKeyError(key)
        value = self[key]
        del self[key]
        return value

    def to_dict(self, flat=True):
        return {key: self[key] for key in self} if flat else {key: list(v) for key, v in self._lists.items()}

    def lists(self):
        return iter(list(self._lists.items()))

    def __repr__(self):
        return f"{type(self).__name__}({[(k, v) for k, values in self._lists.items() for v in values]!r})"


class ImmutableMultiDict(MultiDict):
    """What a request sent."""

    def _refuse(self, *args, **names):
        raise TypeError(f"{type(self).__name__!r} objects are immutable")

    __setitem__ = __delitem__ = pop = popitem = clear = update = setdefault = add = _refuse


class CombinedMultiDict(ImmutableMultiDict):
    pass


class FileStorage:
    """A file that was sent."""

    def __init__(self, stream=None, filename=None, name=None, content_type=None, content_length=None, headers=None):
        import io
        self.stream = io.BytesIO() if stream is None else stream
        self.filename, self.name = filename, name
        self.headers = Headers() if headers is None else headers
        if content_type is not None:
            self.headers["Content-Type"] = content_type

    @property
    def content_type(self):
        return self.headers.get("Content-Type")

    @property
    def content_length(self):
        return int(self.headers.get("Content-Length") or 0)

    @property
    def mimetype(self):
        return (self.content_type or "").split(";")[0].strip().lower()

    def save(self, dst, buffer_size=16384):
        data = self.stream.read()
        if hasattr(dst, "write"):
            dst.write(data)
            return
        with open(dst, "wb") as file:
            file.write(data)

    def read(self, *size):
        return self.stream.read(*size)

    def readlines(self):
        return self.stream.readlines()

    def seek(self, *place):
        return self.stream.seek(*place)

    def tell(self):
        return self.stream.tell()

    def close(self):
        self.stream.close()

    def __iter__(self):
        return iter(self.stream.readlines())

    def __bool__(self):
        return bool(self.filename)

    def __repr__(self):
        return f"<FileStorage: {self.filename!r} ({self.content_type!r})>"


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
