"""The users of /etc/passwd."""
from collections import namedtuple

__lacks__ = ""
struct_passwd = namedtuple("struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")


def getpwall():
    with open("/etc/passwd") as file:
        rows = [line.rstrip("\n").split(":") for line in file if line.count(":") == 6]
    return [struct_passwd(a, b, int(c), int(d), e, f, g) for a, b, c, d, e, f, g in rows]


def getpwnam(name, /):
    for one in getpwall():
        if one.pw_name == name:
            return one
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    for one in getpwall():
        if one.pw_uid == uid:
            return one
    raise KeyError(f"getpwuid(): uid not found: {uid}")
