"""The `sys` module of the Python that the image holds."""
import _d_system

__lacks__ = """
activate_stack_trampoline addaudithook audit call_tracing displayhook exc_clear getallocatedblocks getdlopenflags getframe
getprofile getrefcount getswitchinterval gettrace is_finalizing meta_path path_hooks path_importer_cache settrace setprofile
set_asyncgen_hooks get_asyncgen_hooks thread_info unraisablehook monitoring set_int_max_str_digits get_int_max_str_digits
breakpointhook last_exc last_type last_value last_traceback float_repr_style setswitchinterval setdlopenflags
"""

_program = _d_system.program
_minor = _program["minor"]
_micro = _program["version"].split(".")[2] if _program["version"].count(".") > 1 else None

argv = list(_program["argv"])
path = list(_program["path"])
modules = _d_system.modules
prefix = exec_prefix = _program["prefix"]
base_prefix = base_exec_prefix = _program["base"]
executable = _d_system.executable()
orig_argv = [executable] + argv
platform = "linux"
byteorder = "little"
maxsize = 2**63 - 1
maxunicode = 0x10FFFF
hexversion = (3 << 24) | (_minor << 16) | (int(_micro or 0) << 8) | 0xF0
api_version = 1013
copyright = "Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved."
dont_write_bytecode = "B" in _program["flags"] or bool(_program["env"].get("PYTHONDONTWRITEBYTECODE"))
warnoptions = []
_xoptions = {}
ps1 = ">>> "
ps2 = "... "
stdlib_module_names = _d_system.standard_names
builtin_module_names = ("_thread", "builtins", "errno", "marshal", "posix", "sys", "time")
pycache_prefix = None


class _Named(tuple):
    """A tuple whose places have names."""

    _names = ()
    _title = ""

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError("'" + self._title + "' object has no attribute '" + name + "'")

    def __repr__(self):
        return self._title + "(" + ", ".join([n + "=" + repr(v) for n, v in zip(self._names, self)]) + ")"


class version_info(_Named):
    _names = ("major", "minor", "micro", "releaselevel", "serial")
    _title = "sys.version_info"


class flags(_Named):
    _names = (
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "safe_path",
    )
    _title = "sys.flags"


class float_info(_Named):
    _names = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")
    _title = "sys.float_info"


_version = (3, _minor, int(_micro or 0), "final", 0)
flags = flags((0, 0, 0, 0, int(dont_write_bytecode), 0, 0, 0, 0, 0, 0, 1, 0, False, 0, False))
float_info = float_info(
    (1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)
)


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-3" + str(_minor)
    hexversion = hexversion
    _multiarch = "x86_64-linux-gnu"


if _micro is not None:
    version_info = version_info(_version)
    _Implementation.version = version_info
else:
    class _Unknown:
        """The patch level of this Python is not known to Drydock."""

        major = 3
        minor = _minor

        def __getitem__(self, index):
            if isinstance(index, int) and index > 1 or isinstance(index, slice):
                _d_system.gap("the exact version of this Python")
            return (3, _minor)[index]

        def _pair(self, other):
            if len(other) > 2 and tuple(other[:2]) == (3, _minor):
                _d_system.gap("the exact version of this Python")
            return (3, _minor, 0), tuple(other)

        def __lt__(self, other):
            a, b = self._pair(other)
            return a < b

        def __le__(self, other):
            a, b = self._pair(other)
            return a <= b

        def __gt__(self, other):
            a, b = self._pair(other)
            return a > b

        def __ge__(self, other):
            a, b = self._pair(other)
            return a >= b

    version_info = _Unknown()
implementation = _Implementation()


def __getattr__(name):
    if name == "version":
        _d_system.gap("sys.version, which tells when this Python was built")
    if name == "exc_value":
        raise AttributeError("module 'sys' has no attribute 'exc_value'")
    return _d_system.missing(name)


stdin = __stdin__ = _d_system.StandardInput()
stdout = __stdout__ = _d_system.Stream("<stdout>", 1)
stderr = __stderr__ = _d_system.Stream("<stderr>", 2)


def exit(status=None, /):
    raise SystemExit(status) if status is not None else SystemExit()


def exc_info():
    error = _d_system.handled()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def exception():
    return _d_system.handled()


def excepthook(kind, error, traceback):
    _d_system.complain(error)


__excepthook__ = excepthook


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


_limit = [1000]


def getrecursionlimit():
    return _limit[0]


def setrecursionlimit(limit, /):
    _limit[0] = limit


def intern(text, /):
    return text


def getsizeof(value, default=None, /):
    _d_system.gap("sys.getsizeof()")


def _getframe(depth=0, /):
    _d_system.gap("sys._getframe()")
