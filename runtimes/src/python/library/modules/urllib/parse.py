"""URLs taken apart and put together."""
__lacks__ = "DefragResultBytes ParseResultBytes ResultBase SplitResultBytes"
_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


def quote(string, safe="/", encoding=None, errors=None):
    data = string if isinstance(string, bytes) else string.encode()
    keep = _SAFE + safe
    return "".join([chr(one) if chr(one) in keep else "%%%02X" % one for one in data])


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ").replace(" ", "+")


def unquote(string, encoding="utf-8", errors="replace"):
    if "%" not in string:
        return string
    out, place = bytearray(), 0
    data = string.encode()
    while place < len(data):
        two = data[place + 1:place + 3]
        if data[place] == 37 and len(two) == 2 and all(chr(one) in "0123456789abcdefABCDEF" for one in two):
            out.append(int(two.decode(), 16))
            place += 3
        else:
            out.append(data[place])
            place += 1
    return bytes(out).decode("utf-8", errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "))


def quote_from_bytes(bs, safe="/"):
    return quote(bytes(bs), safe.decode() if isinstance(safe, bytes) else safe)


def unquote_to_bytes(string):
    data = string.encode() if isinstance(string, str) else bytes(string)
    parts = data.split(b"%")
    found = parts[0]
    for one in parts[1:]:
        try:
            found += bytes([int(one[:2].decode("ascii"), 16)]) + one[2:]
        except (ValueError, UnicodeDecodeError):
            found += b"%" + one
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None,
              separator="&"):
    out = []
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    for part in qs.split(separator) if qs else []:
        if not part and not strict_parsing:
            continue
        key, mark, value = part.partition("=")
        if not mark and strict_parsing:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values:
            out.append((unquote_plus(key), unquote_plus(value)))
    return out


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **names):
    out = {}
    for key, value in parse_qsl(qs, keep_blank_values, strict_parsing, **names):
        out.setdefault(key, []).append(value)
    return out


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    out = []
    for key, value in query.items() if hasattr(query, "items") else query:
        values = value if doseq and isinstance(value, (list, tuple)) else [value]
        for one in values:
            out.append(quote_via(str(key), safe) + "=" + quote_via(one if isinstance(one, bytes) else str(one), safe))
    return "&".join(out)


class _Parts(tuple):
    _names = ()

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        user, at, rest = self[1].rpartition("@")
        host, colon, port = rest.partition(":") if not rest.startswith("[") else (rest[1:].partition("]")[0], ":", rest.partition("]")[2][1:])
        if name == "hostname":
            return host.lower() or None
        if name == "port":
            if not port:
                return None
            if not port.isdigit():
                raise ValueError(f"Port could not be cast to integer value as {port!r}")
            if int(port) > 65535:
                raise ValueError("Port out of range 0-65535")
            return int(port)
        if name == "username":
            return user.partition(":")[0] if at else None
        if name == "password":
            return user.partition(":")[2] or None if at else None
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join(f"{n}={v!r}" for n, v in zip(self._names, self)) + ")"

    def geturl(self):
        return urlunsplit(self) if len(self) == 5 else urlunparse(self)

    def _replace(self, **names):
        return type(self)([names.get(n, v) for n, v in zip(self._names, self)])


class SplitResult(_Parts):
    _names = ("scheme", "netloc", "path", "query", "fragment")


class ParseResult(_Parts):
    _names = ("scheme", "netloc", "path", "params", "query", "fragment")


class DefragResult(_Parts):
    _names = ("url", "fragment")

    def geturl(self):
        return self[0] + ("#" + self[1] if self[1] else "")


def urldefrag(url):
    if "#" not in url:
        return DefragResult((url, ""))
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return DefragResult((urlunparse((scheme, netloc, path, params, query, "")), fragment))


def urlsplit(url, scheme="", allow_fragments=True):
    head, colon, rest = url.partition(":")
    if colon and head[:1].isalpha() and all(one.isalnum() or one in "+-." for one in head):
        scheme, url = head.lower(), rest
    netloc = query = fragment = ""
    if url.startswith("//"):
        end = min([place for place in (url.find(one, 2) for one in "/?#") if place >= 0] or [len(url)])
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult((scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    last = path.rfind("/") + 1
    if ";" in path[last:]:
        place = path.find(";", last)
        path, params = path[:place], path[place + 1:]
    return ParseResult((scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or url[:2] == "//":
        url = "//" + netloc + ("/" + url if url and url[:1] != "/" else url)
    if scheme:
        url = scheme + ":" + url
    return url + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, url + (";" + params if params else ""), query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    a, b = urlsplit(base), urlsplit(url)
    if b.scheme and b.scheme != a.scheme:
        return url
    if b.netloc:
        return urlunsplit((a.scheme, b.netloc, b.path, b.query, b.fragment))
    if not b.path:
        return urlunsplit((a.scheme, a.netloc, a.path, b.query or a.query, b.fragment))
    path = b.path if b.path.startswith("/") else a.path[:a.path.rfind("/") + 1] + b.path
    out = []
    for one in path.split("/"):
        if one == "..":
            if len(out) > 1:
                out.pop()
        elif one != ".":
            out.append(one)
    if path.split("/")[-1] in (".", ".."):
        out.append("")
    return urlunsplit((a.scheme, a.netloc, "/".join(out), b.query, b.fragment))
