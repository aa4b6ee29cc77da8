"""What runs when a machine is made ready (import), and when a program begins (`main`), is asked (`answer`) or signalled."""
import builtins
import json
import os
import sys

import _builtins
import _classes
import _coroutines
import _errors
import _files
import _functions
import _imports
import _program
import _native
import _show
import _system
import _operators
import _text
import _tracebacks
import _format
import _host_calls
from _patched_names import NAMES


def _read_own(folder, prefix):
    """Compiles the modules that come with the interpreter; they run when a program imports them."""
    for entry in os.listdir(folder):
        path = folder + "/" + entry
        if os.stat(path)[0] & 0x4000:
            _read_own(path, prefix + entry + ".")
        elif entry.endswith(".py"):
            name = prefix + entry[:-3]
            package = entry == "__init__.py"
            if package:
                name = prefix[:-1]
            with _native.open(path) as file:
                _imports.own[name] = (compile(file.read(), path, "exec"), package)


_imports.internal.update({
    "_d_system": _system, "_d_errors": _errors, "_d_program": _program, "_d_imports": _imports, "_d_host": _host_calls,
    "_d_show": _show, "_d_functions": _functions, "_d_classes": _classes, "_d_text": _text, "_d_format": _format,
    "_d_builtins": _builtins, "_d_files": _files, "_d_tracebacks": _tracebacks, "_d_operators": _operators,
})
_builtins._modules = _imports.modules
_builtins.install(NAMES)
builtins.open = _files.open_file
builtins._d_await = _coroutines.awaited
_imports.install()
_errors.call_text[0] = lambda text, error: _imports.load("_d_calls").message(text, error)
_errors.unpack_text[0] = lambda error, text: _imports.load("_d_unpacking").said(error, text)
_errors.attribute_text[0] = lambda error, text: _imports.load("_d_members").said(error, text)
_errors.check_member[0] = lambda text: _imports.load("_d_members").check(text)
_errors.member_of[0] = lambda text: _imports.load("_d_members").meant(text)
_read_own("/_drydock/first", "")

main = _program.main
answer = _program.answer
signalled = _program.signalled
