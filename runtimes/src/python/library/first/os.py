"""Files, folders and processes of the container."""
import _d_errors
import _d_files
import _d_imports
import _d_system
from _d_host import ask, gap

_os = _d_native("os")
name = "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError
supports_bytes_environ = True


class _Environment(dict):
    """`os.environ`: what is put there, child processes get."""

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        if not isinstance(key, str) or not isinstance(value, str):
            raise TypeError("str expected, not " + type(value if isinstance(key, str) else key).__name__)
        super().__setitem__(key, value)

    def copy(self):
        return {key: self[key] for key in self}

    def __repr__(self):
        return "environ({" + ", ".join(f"{key!r}: {self[key]!r}" for key in self) + "})"


environ = _Environment(_d_system.program["env"])


def getenv(key, default=None):
    return environ.get(key, default)


def fspath(path, /):
    return _d_files.path_of(path)


def _try(function, *paths):
    paths = [fspath(one) for one in paths]
    try:
        return function(*paths)
    except OSError as problem:
        number = problem.args[0]
    raise _d_errors.os_error(number, *([paths[0]] if len(paths) == 1 else [paths[0], None, paths[1]][:3])) from None


def _posix(operation, path, **more):
    answer = ask("posix", operation=operation, path=fspath(path), **more)
    if isinstance(answer, dict) and "errno" in answer:
        raise _d_errors.os_error(answer["errno"], fspath(path))
    return answer


def getcwd():
    return _os.getcwd()


def chdir(path):
    _try(_os.chdir, path)


def listdir(path="."):
    found = _try(_os.listdir, path)
    return found


def mkdir(path, mode=0o777, *, dir_fd=None):
    _try(_os.mkdir, path)
    if mode != 0o777:
        mask = ask("posix", operation="umask", path="/", mask=0)
        ask("posix", operation="umask", path="/", mask=mask)
        _posix("chmod", path, mode=mode & ~mask)


def makedirs(name, mode=0o777, exist_ok=False):
    import posixpath
    head, tail = posixpath.split(fspath(name))
    if not tail:
        head, tail = posixpath.split(head)
    if head and tail and not posixpath.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not posixpath.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _try(_os.remove, path)


unlink = remove


def rmdir(path, *, dir_fd=None):
    _try(_os.rmdir, path)


def removedirs(name):
    gap("os.removedirs()")


def rename(src, dst):
    src, dst = fspath(src), fspath(dst)
    try:
        _os.rename(src, dst)
    except OSError as problem:
        number = problem.args[0]
    else:
        return
    raise _d_errors.os_error(number, src, dst) from None


replace = rename


class stat_result(tuple):
    _names = (
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"
    )

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        if name.endswith("_ns"):
            return self[self._names.index(name[:-3])] * 1000000000
        gap("the field " + name + " of a file's state")

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{n}={v}" for n, v in zip(self._names, self)) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        gap("os.stat() of a file descriptor")
    if not follow_symlinks:
        return lstat(path)
    return stat_result(_try(_os.stat, path))


def lstat(path, *, dir_fd=None):
    found = _posix("lstat", path)
    return stat_result((
        found["mode"], found.get("inode", 0), 0, found.get("links", 1), found.get("uid", 0), found.get("gid", 0),
        found.get("size", 0), found.get("mtime", 0), found.get("mtime", 0), found.get("mtime", 0),
    ))


def getpid():
    return ask("ids")["pid"]


def getppid():
    return 0 if getpid() == 1 else 1


def getuid():
    return ask("ids")["uid"]


def getgid():
    return ask("ids")["gid"]


geteuid, getegid = getuid, getgid


def cpu_count():
    gap("the number of processors of the machine")


process_cpu_count = cpu_count


def kill(pid, number, /):
    if pid != getpid():
        gap("os.kill() of another process")
    if number:
        import signal
        signal.raise_signal(number)


def _exit(status):
    ask("exit", status=status)


def isatty(fd, /):
    return bool(_d_system.program.get("isatty"))


class PathLike:
    """Anything with `__fspath__`."""

    @staticmethod
    def __is_instance__(value):
        return hasattr(type(value), "__fspath__")


import posixpath as path
_d_imports.modules["os.path"] = path


def __getattr__(name):
    import sys
    space = globals()
    if "__lacks__" not in space:
        import _d_os_more
        for one, value in vars(_d_os_more).items():
            if one[0] != "_" or one == "__lacks__":
                space[one] = value
        if name in space:
            return space[name]
    _d_imports.missing(sys.modules["os"], space, name)
