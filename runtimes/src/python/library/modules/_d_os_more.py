"""What `os` has beside what most programs need."""
import _d_errors
from _d_host import ask, gap
from os import _posix, defpath, environ, fspath, getcwd, listdir, path, stat

__name__ = "os"
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


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    machine = property(lambda self: self[4])

    @property
    def release(self):
        gap("the release of the kernel")


def uname():
    return uname_result(("Linux", ask("hostname"), "", "", "x86_64"))


def system(command):
    import sys
    sys.stdout.flush()
    answer = ask(
        "spawn", argv=["/bin/sh", "-c", command], env=environ.copy(), cwd=getcwd(), inherit=["stdout", "stderr"]
    )
    return answer["status"] << 8 if "status" in answer else 127 << 8


def get_exec_path(env=None):
    return (env or environ).get("PATH", defpath).split(":")


def putenv(key, value, /):
    gap("os.putenv()")


def unsetenv(key, /):
    gap("os.unsetenv()")


def getcwdb():
    return getcwd().encode()


def fsencode(path):
    return fspath(path).encode()


def fsdecode(path):
    return fspath(path)


def strerror(number, /):
    return _d_errors.strings.get(number, "Unknown error " + str(number))


def urandom(size, /):
    import random
    return bytes([random._bits(8) for _ in range(size)])


def getgroups():
    return ask("ids")["groups"]


def killpg(pid, number, /):
    gap("os.killpg()")
