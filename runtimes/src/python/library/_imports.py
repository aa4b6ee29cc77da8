"""`import` in CPython's order: what is loaded, what the interpreter holds itself, then each folder of `sys.path`."""
from _native import isinstance, getattr, open
import builtins

import _errors
from _host_calls import ask, gap, text_of
from _standard_names import FIRST, GONE, NAMES

modules = {}
# sys.path, argv and the like of the running program.
program = {}
# Drydock's own modules, by dotted name: their code, and whether it is a package; None where it has no such module.
own = {}
_busy = []


class Module:
    """A module: its names are those of a dict that its code runs in."""

    def __init__(self, name, space):
        object.__setattr__(self, "_d_space", space)
        space["__name__"] = name

    def __getattr__(self, name):
        space = self.__dict__["_d_space"]
        if name in space:
            return space[name]
        if name == "__dict__":
            return space
        dynamic = space.get("__getattr__")
        if dynamic is not None:
            return dynamic(name)
        missing(self, space, name)

    def __setattr__(self, name, value):
        self.__dict__["_d_space"][name] = value

    def __delattr__(self, name):
        del self.__dict__["_d_space"][name]

    def __repr__(self):
        space = self.__dict__["_d_space"]
        place = space.get("__file__")
        return "<module '" + space["__name__"] + "'" + (" from '" + place + "'>" if place else " (built-in)>")


Module.__name__ = "module" if False else "module"


def space_of(module):
    return module.__dict__["_d_space"]


def missing(module, space, name):
    """An attribute that a module does not have."""
    told = space["__name__"]
    if "__drydock__" in space and not name.startswith("_"):
        lacks = space.get("__lacks__")
        if lacks is None or name in lacks.split():
            gap(told + "." + name, "have it")
    if told in _busy:
        raise AttributeError(
            "partially initialized module '" + told + "' has no attribute '" + name
            + "' (most likely due to a circular import)"
        )
    raise AttributeError("module '" + told + "' has no attribute '" + name + "'")


def compiled(source, name, mode="exec"):
    """Source to code, through Drydock's own reading of Python. Raises SyntaxError."""
    answer = ask("compile", text=source, mode=mode, version=_errors.version[0], file=name)
    problem = answer.get("problem")
    if problem is not None:
        at = problem["at"]
        lines = source.split("\n")
        kind = {"IndentationError": IndentationError, "TabError": TabError}.get(problem["kind"], SyntaxError)
        error = kind(problem["message"])
        line = lines[at["line"] - 1] if at["line"] <= len(lines) else ""
        _errors.fact(error, _errors.ATTRIBUTES, {
            "msg": problem["message"], "filename": name, "lineno": at["line"], "offset": at["column"] + 1,
            "end_lineno": at["endLine"], "end_offset": at["endColumn"] + 1, "text": line + "\n",
        })
        raise error
    if mode == "exec":
        for line, text in answer["warnings"]:
            told = name + ":" + str(line) + ": SyntaxWarning: " + text + "\n"
            if not name.startswith("<"):
                told += "  " + source.split("\n")[line - 1].strip() + "\n"
            modules["sys"].stderr.write(told)
        _errors.sources[name] = source
        _errors.lines_of[name] = answer["lines"]
    return compile(answer["code"], name, mode)


def _text(path):
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise _errors.os_error(error.args[0], path)
    try:
        return data.decode()
    except (UnicodeError, ValueError):
        gap("a source file that is not UTF-8: " + path)


def _execute(name, source, path, package):
    space = {
        "__name__": name, "__file__": path, "__package__": name if package else name.rpartition(".")[0],
        "__builtins__": builtins,
    }
    if package:
        space["__path__"] = [path[:path.rfind("/")]]
    module = Module(name, space)
    modules[name] = module
    _busy.append(name)
    try:
        exec(compiled(source, path), space)
    except BaseException:
        modules.pop(name, None)
        raise
    finally:
        _busy.remove(name)
    return modules.get(name, module)


def load_own(name, code, package=False, path=None, **facts):
    """A module of Drydock's library."""
    space = {
        "__name__": name, "__package__": name if package else name.rpartition(".")[0], "__builtins__": builtins,
        "__drydock__": True,
    }
    if path:
        space["__file__"] = path
    space.update(facts)
    module = Module(name, space)
    modules[name] = module
    try:
        exec(code, space)
    except BaseException:
        modules.pop(name, None)
        raise
    return module


def not_found(name):
    error = ModuleNotFoundError("No module named '" + name + "'")
    _errors.fact(error, _errors.ATTRIBUTES, {"name": name})
    return error


def _standard(name, folder):
    code = own_code(name)
    if code is None:
        gap("the module " + name + " of the standard library", "import it")
    return load_own(name, code[0], code[1], folder + "/" + name.replace(".", "/") + ("/__init__.py" if code[1] else ".py"))


def own_code(name):
    """What Drydock's library has under a name, or None. It is fetched when it is first asked for."""
    if name not in own:
        top = name.split(".")[0]
        found = text_of("module", name=name, part="standard" if top in NAMES or top.startswith("_d_") else "web")
        own[name] = (compile(found[1:], "/_drydock/" + name, "exec"), found[0] == "p") if found else None
    return own[name]


def is_standard(name):
    return name in NAMES and GONE.get(name, 99) > _errors.version[0]


def _in_folder(name, last, folder):
    """What a folder of the search path has under a name, or None."""
    found = ask("find", name=last, path=folder or ".")
    if found is None:
        return None
    kind, path = found["kind"], found.get("path")
    if kind == "source":
        return _execute(name, _text(path), path, found["package"])
    if kind == "catalogued":
        code = own_code(name)
        if code is None:
            if "." in name:
                gap("the module " + name + " of the package " + found["distribution"], "import it")
            gap("running the package " + found["distribution"], "import it")
        # Versions of all that is installed are there for whoever asks.
        return load_own(name, code[0], code[1], path, __installed__=found["version"])
    if kind == "bulk":
        gap("importing " + name + ", whose text is not held", "import it")
    return found


def _find(name, parent):
    last = name.rpartition(".")[2]
    if parent is None:
        if name.startswith("_d_") and own_code(name) is not None:
            return load_own(name, own[name][0])
        if name in FIRST and is_standard(name):
            return _standard(name, program["library"])
        folders = modules["sys"].path if "sys" in modules else program["path"]
    else:
        space = space_of(parent) if isinstance(parent, Module) else {}
        if "__drydock__" in space and "__path__" not in space:
            code = own_code(name)
            if code is not None:
                base = space.get("__file__", "")
                return load_own(name, code[0], code[1], base[:base.rfind("/") + 1] + last + ".py")
            top = name.split(".")[0]
            if is_standard(top) or "__installed__" in space:
                gap("the module " + name, "import it")
            return None
        folders = space.get("__path__")
        if folders is None:
            error = ModuleNotFoundError(
                "No module named '" + name + "'; '" + name.rpartition(".")[0] + "' is not a package"
            )
            _errors.fact(error, _errors.ATTRIBUTES, {"name": name})
            raise error
    namespace = None
    for folder in list(folders):
        if parent is None and folder == program["library"] and is_standard(name):
            return _standard(name, folder)
        if folder.endswith(".zip") or folder.endswith("/lib-dynload"):
            continue
        found = _in_folder(name, last, folder)
        if isinstance(found, Module) or found is not None and not isinstance(found, dict):
            return found
        if found is not None and namespace is None:
            namespace = found["path"]
    if namespace is not None:
        module = Module(name, {"__name__": name, "__path__": [namespace], "__package__": name})
        modules[name] = module
        return module
    return None


# Drydock's own parts under the names by which its library, and nobody else, imports them.
internal = {}


def load(name):
    """The module of an absolute dotted name, loaded with all its parents."""
    found = modules.get(name)
    if found is not None:
        return found
    if name in modules:
        error = not_found(name)
        error.args = ("import of " + name + " halted; None in sys.modules",)
        raise error
    parent = None
    head, dot, last = name.rpartition(".")
    if dot:
        parent = load(head)
        found = modules.get(name)
        if found is not None:
            return found
    module = _find(name, parent)
    if module is None:
        raise not_found(name)
    if parent is not None:
        setattr(parent, last, module)
    return module


def absolute(space, name, level):
    """The absolute name of a relative import."""
    if level == 0:
        return name
    package = space.get("__package__")
    if not package:
        raise ImportError("attempted relative import with no known parent package")
    parts = package.split(".")
    if level > len(parts):
        raise ImportError("attempted relative import beyond top-level package")
    base = ".".join(parts[:len(parts) - level + 1])
    return base + "." + name if name else base


def import_name(space, name, leaf):
    """`import a.b` gives `a`; `import a.b as c` gives `a.b`."""
    if name in internal and "__drydock__" in space:
        return internal[name]
    module = load(name)
    return module if leaf else modules[name.split(".")[0]]


def import_from(space, level, name, wanted):
    """The values of `from name import a, b`."""
    if name in internal and "__drydock__" in space:
        return [getattr(internal[name], one) for one in wanted]
    name = absolute(space, name, level)
    module = load(name)
    return [_member(module, name, one) for one in wanted]


def _member(module, name, one):
    if isinstance(module, Module) and one in space_of(module):
        return space_of(module)[one]
    space = space_of(module) if isinstance(module, Module) else {}
    if "__drydock__" in space and own_code(name + "." + one) is not None:
        return load(name + "." + one)
    try:
        return getattr(module, one)
    except AttributeError:
        pass
    whole = name + "." + one
    if whole in modules:
        return modules[whole]
    if "__path__" in space:
        try:
            return load(whole)
        except ModuleNotFoundError as error:
            if _errors.attribute(error, "name") != whole:
                raise
    place = space.get("__file__")
    told = "cannot import name '" + one + "' from "
    if name in _busy:
        told += "partially initialized module '" + name + "' (most likely due to a circular import)"
    else:
        told += "'" + name + "'"
    error = ImportError(told + " (" + (place or "unknown location") + ")")
    _errors.fact(error, _errors.ATTRIBUTES, {"name": name, "path": place})
    raise error


def import_star(space, level, name):
    """`from name import *`."""
    name = absolute(space, name, level)
    module = load(name)
    source = space_of(module)
    names = source.get("__all__")
    if names is None:
        names = [one for one in source if not one.startswith("_")]
    for one in names:
        space[one] = _member(module, name, one)


def execute(source, space=None, names=None, *rest):
    """The builtin `exec`."""
    if names is not None and names is not space:
        gap("exec() with two namespaces")
    space.setdefault("__builtins__", builtins)
    if not isinstance(source, str):
        return exec(source, space)
    exec(compiled(source, "<string>"), space)


def evaluate(source, space=None, names=None, *rest):
    """The builtin `eval`."""
    if names is not None and names is not space:
        space = dict(space, **names)
    if not isinstance(source, str):
        return eval(source, space)
    return eval(compiled(source, "<string>", "eval"), space)


def to_code(source, filename, mode, *rest, **names):
    """The builtin `compile`."""
    if mode == "single":
        gap("compile() of interactive input")
    return compiled(source, filename, mode)


def own_callee(value, name, ours, space):
    """What a name of a builtin is where the file binds that name too: the builtin as Drydock has it, or the file's own."""
    if value is not getattr(builtins, name):
        return value
    if ours is evaluate or ours is execute:
        return lambda source, *rest: ours(source, *(rest or (space(),)))
    return ours


def native(name):
    """A module of MicroPython itself, for Drydock's library."""
    return _native_import(name)


_native_import = builtins.__import__


def dunder_import(name, space=None, names=None, wanted=(), level=0):
    """The builtin `__import__`."""
    name = absolute(space or {}, name, level)
    module = load(name)
    if wanted:
        for one in wanted:
            if one != "*":
                _member(module, name, one)
        return module
    return modules[name.split(".")[0]]


def install():
    for name, value in (
        ("_d_import", import_name), ("_d_from", import_from), ("_d_star", import_star), ("_d_exec", execute),
        ("_d_eval", evaluate), ("_d_compile", to_code), ("_d_native", native), ("_d_own", own_callee), ("_d_dunder", dunder_import),
    ):
        setattr(builtins, name, value)
