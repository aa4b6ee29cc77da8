"""Files, folders and processes of the container."""
import _d_errors
import _d_files
import _d_imports
import _d_system
from _d_host import ask, gap

_os = _d_native("os")
__lacks__ = """
abort fork forkpty execl execle execlp execv execve execvp execvpe spawnl spawnv spawnlp spawnvp nice pipe pipe2 dup dup2 openpty
open close read write fdopen lseek fsync fchmod fchown mkfifo mknod popen posix_spawn sched_getaffinity sched_yield setgid setuid
setsid setpgid getpgid getsid getlogin getloadavg getpriority setpriority times wait waitpid wait3 wait4 getrandom memfd_create
major minor makedev chroot fchdir pread pwrite sendfile statvfs fstatvfs sync sysconf confstr pathconf ttyname get_terminal_size
initgroups setgroups setegid seteuid setreuid setregid getresuid getresgid scandir_iterator supports_fd supports_dir_fd
supports_follow_symlinks supports_effective_ids O_RDONLY O_WRONLY O_RDWR O_CREAT O_EXCL O_TRUNC O_APPEND WNOHANG EX_OK P_NOWAIT
get_blocking set_blocking copy_file_range eventfd pidfd_open register_at_fork fwalk removexattr getxattr setxattr listxattr
waitstatus_to_exitcode WIFEXITED WEXITSTATUS get_inheritable set_inheritable DirEntry stat_result lchown link
"""
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


def putenv(key, value, /):
    gap("os.putenv()")


def unsetenv(key, /):
    gap("os.unsetenv()")


def fspath(path, /):
    return _d_files.path_of(path)


def fsencode(path):
    return fspath(path).encode()


def fsdecode(path):
    return fspath(path)


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


def getcwdb():
    return getcwd().encode()


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


def access(path, mode, **names):
    return ask("posix", operation="access", path=fspath(path), mode=mode) is True


def chmod(path, mode, **names):
    _posix("chmod", path, mode=mode)


def chown(path, uid, gid, **names):
    _posix("chown", path, uid=uid, gid=gid)


def symlink(src, dst, target_is_directory=False):
    _posix("symlink", dst, target=fspath(src))


def readlink(path):
    return _posix("readlink", path)


def utime(path, times=None, **names):
    _posix("utime", path, mtime=times[1] if times else ask("now"))


def truncate(path, length):
    _posix("truncate", path, length=length)


def umask(mask, /):
    return ask("posix", operation="umask", path="/", mask=mask)


class _Entry:
    """What `scandir` gives."""

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "." else folder.rstrip("/") + "/" + name

    def is_dir(self, *, follow_symlinks=True):
        import posixpath
        return posixpath.isdir(self.path) and (follow_symlinks or not posixpath.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        import posixpath
        return posixpath.isfile(self.path) and (follow_symlinks or not posixpath.islink(self.path))

    def is_symlink(self):
        import posixpath
        return posixpath.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self._entries

    def __enter__(self):
        return self

    def __exit__(self, *rest):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Scan([_Entry(fspath(path), one) for one in listdir(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    folders, files = [], []
    try:
        found = list(scandir(top))
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    for entry in found:
        (folders if entry.is_dir() else files).append(entry.name)
    if topdown:
        yield top, folders, files
    for one in folders:
        below = top.rstrip("/") + "/" + one if top != "/" else "/" + one
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def getpid():
    return ask("ids")["pid"]


def getppid():
    return 0 if getpid() == 1 else 1


def getuid():
    return ask("ids")["uid"]


def getgid():
    return ask("ids")["gid"]


geteuid, getegid = getuid, getgid


def getgroups():
    return ask("ids")["groups"]


def cpu_count():
    gap("the number of processors of the machine")


process_cpu_count = cpu_count


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    machine = property(lambda self: self[4])

    @property
    def release(self):
        gap("the release of the kernel")


def uname():
    return uname_result(("Linux", ask("hostname"), "", "", "x86_64"))


def urandom(size, /):
    import random
    return bytes([random._bits(8) for _ in range(size)])


def strerror(number, /):
    return _d_errors.strings.get(number, "Unknown error " + str(number))


def system(command):
    import sys
    sys.stdout.flush()
    answer = ask(
        "spawn", argv=["/bin/sh", "-c", command], env=environ.copy(), cwd=getcwd(), inherit=["stdout", "stderr"]
    )
    return answer["status"] << 8 if "status" in answer else 127 << 8


def kill(pid, number, /):
    gap("os.kill()")


killpg = kill


def _exit(status):
    ask("exit", status=status)


def isatty(fd, /):
    return bool(_d_system.program.get("isatty"))


def get_exec_path(env=None):
    return (env or environ).get("PATH", defpath).split(":")


class PathLike:
    """Anything with `__fspath__`."""

    @staticmethod
    def __is_instance__(value):
        return hasattr(type(value), "__fspath__")


import posixpath as path
_d_imports.modules["os.path"] = path
