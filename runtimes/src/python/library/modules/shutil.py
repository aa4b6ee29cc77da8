"""Copying and removing whole trees."""
import os

from _d_host import gap

__lacks__ = "RegistryError make_archive get_archive_formats register_archive_format unregister_archive_format get_unpack_formats register_unpack_format unregister_unpack_format unpack_archive"


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ExecError(OSError):
    pass


class ReadError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or 65536)
        if not data:
            return
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.realpath(src) == os.path.realpath(dst):
        raise SameFileError(f"{os.fspath(src)!r} and {os.fspath(dst)!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as file:
        data = file.read()
    with open(dst, "wb") as file:
        file.write(data)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    os.chmod(dst, os.stat(src).st_mode & 0o7777)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = copy(src, dst)
    state = os.stat(src)
    os.utime(dst, (state.st_atime, state.st_mtime))
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None):
    try:
        for name in os.listdir(path):
            whole = os.path.join(path, name)
            if os.path.isdir(whole) and not os.path.islink(whole):
                rmtree(whole, ignore_errors)
            else:
                os.unlink(whole)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    left_out = set(ignore(os.fspath(src), names)) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        if symlinks and os.path.islink(a):
            os.symlink(os.readlink(a), b)
        elif os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(a, b)
    copystat(src, dst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    copymode(src, dst)
    state = os.stat(src)
    os.utime(dst, (state.st_atime, state.st_mtime))


def ignore_patterns(*patterns):
    def ignored(path, names):
        import fnmatch
        return set([name for one in patterns for name in fnmatch.filter(names, one)])

    return ignored


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if not os.path.isdir(src):
            copy_function(src, real)
            os.unlink(src)
        else:
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
    return real


def chown(path, user=None, group=None):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    if isinstance(user, str):
        import pwd
        user = pwd.getpwnam(user).pw_uid
    if isinstance(group, str):
        import grp
        group = grp.getgrnam(group).gr_gid
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def disk_usage(path):
    gap("shutil.disk_usage()", "tell how large the host's disk is")


def get_terminal_size(fallback=(80, 24)):
    columns, lines = [os.environ.get(one, "") for one in ("COLUMNS", "LINES")]
    columns, lines = [int(one) if one.isdigit() else 0 for one in (columns, lines)]
    if not (columns and lines) and os.isatty(1):
        gap("the size of the terminal", "tell it")
    from collections import namedtuple
    return namedtuple("terminal_size", "columns lines")(columns or fallback[0], lines or fallback[1])


def which(cmd, mode=1, path=None):
    if "/" in cmd:
        return cmd if os.access(cmd, mode) else None
    for folder in (path or os.environ.get("PATH", "")).split(":"):
        whole = os.path.join(folder, cmd)
        if os.path.isfile(whole) and os.access(whole, mode):
            return whole
    return None
