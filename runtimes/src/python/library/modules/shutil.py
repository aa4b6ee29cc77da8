"""Copying and removing whole trees."""
import os

from _d_host import gap

__lacks__ = "Error ExecError ReadError RegistryError SameFileError SpecialFileError chown copyfileobj copymode copystat disk_usage get_archive_formats get_terminal_size get_unpack_formats ignore_patterns make_archive unpack_archive register_archive_format"


def copyfile(src, dst, *, follow_symlinks=True):
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


def copytree(src, dst, symlinks=False, ignore=None, dirs_exist_ok=False):
    if ignore is not None:
        gap("shutil.copytree() with ignore")
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in os.listdir(src):
        a, b = os.path.join(src, name), os.path.join(dst, name)
        copytree(a, b, symlinks, None, dirs_exist_ok) if os.path.isdir(a) else copy2(a, b)
    return dst


def move(src, dst):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    os.rename(src, dst)
    return dst


def which(cmd, mode=1, path=None):
    if "/" in cmd:
        return cmd if os.access(cmd, mode) else None
    for folder in (path or os.environ.get("PATH", "")).split(":"):
        whole = os.path.join(folder, cmd)
        if os.path.isfile(whole) and os.access(whole, mode):
            return whole
    return None
