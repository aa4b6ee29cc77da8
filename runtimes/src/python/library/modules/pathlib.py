"""Paths as objects."""
import os
import posixpath

from _d_host import gap

__lacks__ = "PosixPath PureWindowsPath WindowsPath UnsupportedOperation"


class PurePath:
    def __init__(self, *args):
        text = posixpath.join(*[os.fspath(one) for one in args]) if args else "."
        parts = [one for one in text.split("/") if one not in ("", ".")]
        self._text = ("/" if text.startswith("/") else "") + "/".join(parts) or "."

    def __fspath__(self):
        return self._text

    def __str__(self):
        return self._text

    def __repr__(self):
        name = "PosixPath" if isinstance(self, Path) else "PurePosixPath"
        return f"{name}({self._text!r})"

    def __truediv__(self, other):
        return type(self)(self._text, other)

    def __rtruediv__(self, other):
        return type(self)(other, self._text)

    def __eq__(self, other):
        return isinstance(other, PurePath) and self._text == other._text

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self._text)

    name = property(lambda self: "" if self._text in (".", "/") else posixpath.basename(self._text))
    suffix = property(lambda self: posixpath.splitext(self.name)[1])
    stem = property(lambda self: posixpath.splitext(self.name)[0])
    anchor = root = property(lambda self: "/" if self._text.startswith("/") else "")

    @property
    def parts(self):
        found = [one for one in self._text.split("/") if one]
        return tuple((["/"] if self._text.startswith("/") else []) + ([] if self._text == "." else found))

    @property
    def parent(self):
        return type(self)(posixpath.dirname(self._text) or ("/" if self._text.startswith("/") else "."))

    @property
    def parents(self):
        out, one = [], self
        while one.parent != one:
            one = one.parent
            out.append(one)
        return out

    @property
    def suffixes(self):
        return ["." + one for one in self.name.lstrip(".").split(".")[1:]]

    def joinpath(self, *others):
        return type(self)(self._text, *others)

    def is_absolute(self):
        return self._text.startswith("/")

    def as_posix(self):
        return self._text

    def with_name(self, name):
        return self.parent / name

    def with_suffix(self, suffix):
        return self.parent / (self.stem + suffix)

    def with_stem(self, stem):
        return self.parent / (stem + self.suffix)

    def relative_to(self, *other):
        base = PurePath(*other)
        if self.parts[:len(base.parts)] != base.parts:
            raise ValueError(f"{self._text!r} is not in the subpath of {base._text!r}")
        return type(self)(*self.parts[len(base.parts):])

    def is_relative_to(self, other):
        base = PurePath(other)
        return self.parts[:len(base.parts)] == base.parts


PurePosixPath = PurePath


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(posixpath.expanduser("~"))

    def exists(self):
        return posixpath.exists(self._text)

    def is_file(self):
        return posixpath.isfile(self._text)

    def is_dir(self):
        return posixpath.isdir(self._text)

    def is_symlink(self):
        return posixpath.islink(self._text)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with open(self._text, encoding=encoding) as file:
            return file.read()

    def read_bytes(self):
        with open(self._text, "rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with open(self._text, "w", encoding=encoding) as file:
            return file.write(data)

    def write_bytes(self, data):
        with open(self._text, "wb") as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents:
            os.makedirs(self._text, mode, exist_ok)
            return
        try:
            os.mkdir(self._text, mode)
        except FileExistsError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        open(self._text, "a").close()

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self._text)

    def rename(self, target):
        os.rename(self._text, target)
        return type(self)(target)

    replace = rename

    def stat(self):
        return os.stat(self._text)

    def chmod(self, mode):
        os.chmod(self._text, mode)

    def iterdir(self):
        return iter([self / one for one in os.listdir(self._text)])

    def resolve(self, strict=False):
        return type(self)(posixpath.realpath(self._text))

    def absolute(self):
        return type(self)(posixpath.join(os.getcwd(), self._text))

    def expanduser(self):
        return type(self)(posixpath.expanduser(self._text))

    def glob(self, pattern):
        gap("Path.glob()")

    rglob = glob
