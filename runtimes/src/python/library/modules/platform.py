"""What the program runs on."""
import os
import sys

__lacks__ = "architecture freedesktop_os_release libc_ver mac_ver processor release version uname platform win32_ver java_ver python_build python_branch python_revision python_compiler system_alias"


def python_version():
    info = sys.version_info
    return f"{info[0]}.{info[1]}.{info[2]}"


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def system():
    return "Linux"


def node():
    from _d_host import ask
    return ask("hostname")


def machine():
    return "x86_64"
