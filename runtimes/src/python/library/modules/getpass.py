"""Passwords and names."""
import os

from _d_host import gap

__lacks__ = ""


class GetPassWarning(UserWarning):
    pass


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    import pwd
    return pwd.getpwuid(os.getuid()).pw_name


def getpass(prompt="Password: ", stream=None):
    gap("getpass.getpass()", "read a line from the terminal without showing it")
