"""`python -m`."""
import _d_errors
import _d_imports
import _d_program
from _d_host import ask, gap


def run_module(name):
    """`python -m name`, as runpy does."""
    system = _d_imports.modules["sys"]
    who = system.executable
    try:
        head, dot, last = name.rpartition(".")
        parent = _d_imports.load(head) if dot else None
        folders = _d_imports.space_of(parent).get("__path__", []) if parent else system.path
    except ModuleNotFoundError as error:
        if not name.startswith(str(_d_errors.attribute(error, "name"))):
            raise
        told = "Error while finding module specification for '" + name + "' (ModuleNotFoundError: " + str(error) + ")"
        _d_program._complain(who + ": " + told + "\n")
        raise SystemExit(1)
    found = None
    if parent is not None and "__drydock__" in _d_imports.space_of(parent):
        found, folders = {"kind": "standard"}, []
    for folder in folders:
        if folder == _d_imports.program["library"] and _d_imports.is_standard(name.split(".")[0]):
            found = {"kind": "standard"}
            break
        if folder.endswith(".zip") or folder.endswith("/lib-dynload"):
            continue
        found = ask("find", name=last, path=folder or ".")
        if found is not None and found["kind"] != "namespace":
            break
    if found is None:
        _d_program._complain(who + ": No module named " + name + "\n")
        raise SystemExit(1)
    if found["kind"] == "namespace":
        _d_program._complain(
            who + ": No module named " + name + ".__main__; '" + name + "' is a package and cannot be directly executed\n"
        )
        raise SystemExit(1)
    if found["kind"] != "source":
        tool = _d_imports.own_code(name + ".__main__")
        if name == "http.server":
            tool = _d_imports.own_code(name)
        if tool is None:
            gap("python -m " + name, "run it")
        module = _d_imports.load(name)
        if name == "http.server":
            system.argv[0] = _d_imports.space_of(module).get("__file__")
        _d_imports.load_own("__main__", tool[0], False, _d_imports.space_of(module).get("__file__"), __module_name__=name)
        return
    path = found["path"]
    if found["package"]:
        _d_imports.load(name)
        main_path = path[:path.rfind("/")] + "/__main__.py"
        try:
            source = _d_imports._text(main_path)
        except OSError:
            _d_program._complain(
                who + ": No module named " + name + ".__main__; '" + name
                + "' is a package and cannot be directly executed\n"
            )
            raise SystemExit(1)
        path, package = main_path, name
    else:
        source, package = _d_imports._text(path), head
    system.argv[0] = path
    _d_program._start("__main__", source, path, package, main_file=path)
