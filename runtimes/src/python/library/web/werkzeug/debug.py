"""The number that the debugger of the development server asks for."""
import hashlib
import os
import sys


def pin_of(application):
    """The PIN, or None where it is switched off. It hangs on the user, the application and the machine."""
    told = os.environ.get("WERKZEUG_DEBUG_PIN")
    if told == "off":
        return None
    if told is not None and told.replace("-", "").isdigit():
        return told if "-" in told else _grouped(told)
    import getpass
    import socket
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = ""
    made = hashlib.sha1()
    # The real one takes the addresses of the network card and the kernel's id of this start: the container's name stands for both.
    for part in (user, "flask.app", type(application).__name__, sys.modules["flask.app"].__file__, socket.gethostname()):
        made.update(part.encode())
    made.update(b"cookiesaltpinsalt")
    return _grouped(str(int(made.hexdigest(), 16)).zfill(9)[:9])


def _grouped(number):
    for size in (5, 4, 3):
        if len(number) % size == 0:
            return "-".join([number[place:place + size] for place in range(0, len(number), size)])
    return number
