"""The groups of /etc/group."""
from collections import namedtuple

__lacks__ = ""
struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")


def getgrall():
    with open("/etc/group") as file:
        rows = [line.rstrip("\n").split(":") for line in file if line.count(":") == 3]
    return [struct_group(a, b, int(c), d.split(",") if d else []) for a, b, c, d in rows]


def getgrnam(name):
    for one in getgrall():
        if one.gr_name == name:
            return one
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    for one in getgrall():
        if one.gr_gid == id:
            return one
    raise KeyError(f"getgrgid(): gid not found: {id}")
