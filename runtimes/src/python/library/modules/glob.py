"""Files by pattern."""
import os
import fnmatch as _fnmatch

__lacks__ = "glob0 glob1 translate"


def has_magic(s):
    return any(one in s for one in "*?[")


def escape(pathname):
    return "".join(["[" + one + "]" if one in "*?[" else one for one in pathname])


def _names(folder, pattern, hidden):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    if not hidden and not pattern.startswith("."):
        names = [one for one in names if not one.startswith(".")]
    return _fnmatch.filter(names, pattern)


def _below(folder, hidden):
    yield folder
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name)
        if (hidden or not name.startswith(".")) and os.path.isdir(path):
            yield from _below(path, hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if root_dir is not None:
        from _d_host import gap

        gap("glob() with root_dir")
    found = _glob(pathname, recursive, include_hidden)
    return iter([one for one in found if one])


def _glob(pathname, recursive, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        if name:
            return [pathname] if os.path.lexists(pathname) else []
        return [pathname] if os.path.isdir(folder) else []
    if folder and folder != pathname and has_magic(folder):
        folders = _glob(folder, recursive, hidden)
    else:
        folders = [folder]
    out = []
    for one in folders:
        if recursive and name == "**":
            for place in _below(one, hidden):
                out.append(os.path.join(place, "") if place == one else place)
                out.extend([
                    os.path.join(place, file) for file in _names(place, "*", hidden) if not os.path.isdir(os.path.join(place, file))
                ])
        elif has_magic(name):
            if not one or os.path.isdir(one):
                out.extend([os.path.join(one, file) for file in _names(one, "*" if name == "**" else name, hidden)])
        elif os.path.lexists(os.path.join(one, name)) if name else os.path.isdir(one):
            out.append(os.path.join(one, name))
    return out


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
