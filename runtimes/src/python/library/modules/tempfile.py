"""Files and folders for the moment, under names that nobody else has."""
import os
import shutil

from _d_host import gap

__lacks__ = "SpooledTemporaryFile gettempprefixb gettempdirb"
template = "tmp"
tempdir = None
TMP_MAX = 10000
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        for name in [os.environ.get(one) for one in ("TMPDIR", "TEMP", "TMP")] + ["/tmp", "/var/tmp", "/usr/tmp", os.getcwd()]:
            if name and os.path.isdir(name) and os.access(name, os.W_OK):
                tempdir = os.path.abspath(name)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp', '/var/tmp', '/usr/tmp', "
                                    + repr(os.getcwd()) + "]")
    return tempdir


def _path(suffix, prefix, folder):
    folder = gettempdir() if folder is None else os.fspath(folder)
    for _ in range(TMP_MAX):
        word = "".join([_LETTERS[one % len(_LETTERS)] for one in os.urandom(8)])
        path = os.path.join(os.path.abspath(folder), (template if prefix is None else prefix) + word + (suffix or ""))
        if not os.path.exists(path):
            return path
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _path(suffix, prefix, dir)
    os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    gap("tempfile.mkstemp(), which gives an open file as a number", "open it")


def mktemp(suffix="", prefix=template, dir=None):
    return _path(suffix, prefix, dir)


def _create(path):
    open(path, "x").close()
    os.chmod(path, 0o600)


class _Named:
    """A file that goes when it is closed."""

    def __init__(self, file, name, delete, on_close):
        self.file, self.name = file, name
        self._delete, self._on_close, self._gone = delete, on_close, False

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self._delete and self._on_close:
            self._remove()

    def _remove(self):
        if not self._gone:
            self._gone = True
            os.unlink(self.name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *told):
        self.close()
        if self._delete and os.path.exists(self.name):
            self._remove()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       *, errors=None, delete_on_close=True):
    path = _path(suffix, prefix, dir)
    _create(path)
    return _Named(open(path, mode, encoding=encoding, newline=newline), path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    path = _path(suffix, prefix, dir)
    _create(path)
    return _Named(open(path, mode, encoding=encoding, newline=newline), path, True, True)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *told):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name)
