"""`os.path`."""
import os as _os

__lacks__ = "commonprefix sameopenfile samestat supports_unicode_filenames splitdrive splitroot isjunction isdevdrive isreserved lexists ismount"
sep = "/"
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
altsep = None
devnull = "/dev/null"


def join(a, *paths):
    whole = _os.fspath(a)
    for one in paths:
        one = _os.fspath(one)
        if one.startswith("/"):
            whole = one
        elif not whole or whole.endswith("/"):
            whole += one
        else:
            whole += "/" + one
    return whole


def split(p):
    p = _os.fspath(p)
    place = p.rfind("/") + 1
    head, tail = p[:place], p[place:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _os.fspath(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def isabs(s):
    return _os.fspath(s).startswith("/")


def normpath(path):
    path = _os.fspath(path)
    if not path:
        return "."
    slashes = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    parts = []
    for one in path.split("/"):
        if one in ("", "."):
            continue
        if one != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(one)
        elif parts:
            parts.pop()
    return slashes + "/".join(parts) or "."


def abspath(path):
    path = _os.fspath(path)
    return normpath(path if path.startswith("/") else join(_os.getcwd(), path))


def realpath(filename, *, strict=False):
    from _d_host import ask
    answer = ask("posix", operation="realpath", path=_os.fspath(filename))
    return answer if isinstance(answer, str) else abspath(filename)


def _mode(path, follow=True):
    try:
        return (_os.stat if follow else _os.lstat)(path).st_mode & 0o170000
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def isfile(path):
    return _mode(path) == 0o100000


def isdir(s):
    return _mode(s) == 0o040000


def islink(path):
    return _mode(path, False) == 0o120000


def lexists(path):
    return _mode(path, False) != 0


def getsize(filename):
    return _os.stat(filename).st_size


def getmtime(filename):
    return float(_os.stat(filename).st_mtime)


getatime = getctime = getmtime


def expanduser(path):
    path = _os.fspath(path)
    if not path.startswith("~"):
        return path
    head, slash, rest = path.partition("/")
    if head != "~":
        from _d_host import gap
        gap("the home of another user")
    return (_os.environ.get("HOME", "/root").rstrip("/") + slash + rest) or "/"


def expandvars(path):
    from string import _substitute
    return _substitute(_os.fspath(path), _os.environ)


def relpath(path, start="."):
    a = [one for one in abspath(start).split("/") if one]
    b = [one for one in abspath(path).split("/") if one]
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return "/".join([".."] * (len(a) - same) + b[same:]) or "."


def commonpath(paths):
    parts = [[one for one in _os.fspath(path).split("/") if one] for path in paths]
    same = 0
    while all(len(one) > same for one in parts) and len({one[same] for one in parts}) == 1:
        same += 1
    return ("/" if _os.fspath(list(paths)[0]).startswith("/") else "") + "/".join(parts[0][:same])


def samefile(a, b):
    return realpath(a) == realpath(b)


def normcase(s):
    return _os.fspath(s)
