"""Paths as objects."""
import os
import posixpath

__lacks__ = "PureWindowsPath WindowsPath UnsupportedOperation"


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
        return _Parents(out)

    @property
    def suffixes(self):
        return ["." + one for one in self.name.lstrip(".").split(".")[1:]]

    def joinpath(self, *others):
        return type(self)(self._text, *others)

    def is_absolute(self):
        return self._text.startswith("/")

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return "file://" + quote(self._text)

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts

    def __bytes__(self):
        return os.fsencode(self._text)

    def match(self, path_pattern, *, case_sensitive=None):
        import fnmatch
        wanted = PurePath(path_pattern).parts
        if not wanted:
            raise ValueError("empty pattern")
        parts = self.parts
        if len(wanted) > len(parts) or str(path_pattern).startswith("/") and len(wanted) != len(parts):
            return False
        return all(fnmatch.fnmatchcase(one, pattern) for one, pattern in zip(parts[::-1], wanted[::-1]))

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self.parent / name

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
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


class _Parents(tuple):
    def __repr__(self):
        return "<PosixPath.parents>"


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
        try:
            os.mkdir(self._text, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except FileExistsError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        open(self._text, "a" if exist_ok else "x").close()
        os.utime(self._text)

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

    def replace(self, target):
        os.replace(self._text, target)
        return type(self)(target)

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._text) if follow_symlinks else os.lstat(self._text)

    def lstat(self):
        return os.lstat(self._text)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self._text, mode)

    def owner(self):
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def samefile(self, other_path):
        return os.path.samefile(self._text, other_path)

    def is_mount(self):
        return os.path.ismount(self._text)

    def readlink(self):
        return type(self)(os.readlink(self._text))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self._text)

    def hardlink_to(self, target):
        os.link(target, self._text)

    def iterdir(self):
        return iter([self / one for one in os.listdir(self._text)])

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(self._text, top_down, on_error, follow_symlinks):
            yield type(self)(folder), folders, files

    def resolve(self, strict=False):
        found = posixpath.realpath(self._text)
        if strict:
            os.stat(found)
        return type(self)(found)

    def absolute(self):
        return type(self)(posixpath.join(os.getcwd(), self._text))

    def expanduser(self):
        return type(self)(posixpath.expanduser(self._text))

    def glob(self, pattern, *, case_sensitive=None):
        parts = [one for one in str(pattern).split("/") if one not in ("", ".")]
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if str(pattern).startswith("/"):
            raise NotImplementedError("Non-relative patterns are unsupported")
        return _matching(self, parts)

    def rglob(self, pattern, *, case_sensitive=None):
        return self.glob("**/" + str(pattern))


def _matching(path, parts):
    """What lies below a folder by the parts of a pattern, each once."""
    import fnmatch
    if not parts:
        yield path
        return
    head, rest = parts[0], parts[1:]
    if head == "**":
        seen = set()
        for folder in _folders(path):
            for one in _matching(folder, rest) if rest else (folder,):
                if str(one) not in seen:
                    seen.add(str(one))
                    yield one
    elif not any(one in head for one in "*?["):
        one = path / head
        if posixpath.lexists(str(one)):
            yield from _matching(one, rest)
    elif path.is_dir():
        for name in os.listdir(str(path)):
            one = path / name
            if fnmatch.fnmatchcase(name, head) and (not rest or one.is_dir()):
                yield from _matching(one, rest)


def _folders(path):
    if path.is_dir():
        yield path
        for name in os.listdir(str(path)):
            one = path / name
            if one.is_dir() and not one.is_symlink():
                yield from _folders(one)


PosixPath = Path
