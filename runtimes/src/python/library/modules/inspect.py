"""A look at functions and classes, as far as it is known here."""
import _d_functions
from _d_host import gap

__lacks__ = """
getsource getsourcelines getsourcefile getfile getmodule stack currentframe getmembers_static
BoundArguments FrameInfo Traceback ArgInfo FullArgSpec getfullargspec getcallargs getclosurevars getinnerframes getouterframes
getgeneratorstate getattr_static isabstract isasyncgen isasyncgenfunction isbuiltin iscode iscoroutinefunction isdatadescriptor
isframe isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor isroutine istraceback
trace unwrap indentsize getblock getcomments getabsfile getargs getargvalues get_annotations markcoroutinefunction
"""
_generator = type((lambda: (yield))())
_kinds = {"-": 1, "/": 0, "*args": 2, "*": 3, "**kwargs": 4}


class _Empty:
    pass


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return _d_functions.is_function(object)


def ismodule(object):
    import _d_imports
    return isinstance(object, _d_imports.Module)


def isgenerator(object):
    return type(object) is _generator


iscoroutine = isgenerator


def isawaitable(object):
    return isgenerator(object) or hasattr(type(object), "__await__")


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    doc = object.__doc__
    return None if doc is None else cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(one) - len(one.lstrip()) for one in lines[1:] if one.strip()], default=0)
    lines = [lines[0].lstrip()] + [one[margin:] for one in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


class Parameter:
    empty = _Empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name, self.kind, self.annotation = name, kind, annotation
        self._default = default

    @property
    def default(self):
        if self._default is _optional:
            gap("the default of a parameter", "give it")
        return self._default

    def __str__(self):
        text = {2: "*", 4: "**"}.get(self.kind, "") + self.name
        noted = self.annotation is not _Empty
        if noted:
            kind = self.annotation
            text += ": " + (kind.__qualname__ if isinstance(kind, type) and kind.__module__ == "builtins" else repr(kind))
        if self._default is not _Empty:
            text += (" = " if noted else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'


_optional = object()


class Signature:
    empty = _Empty

    def __init__(self, parameters, return_annotation):
        self.parameters, self.return_annotation = parameters, return_annotation

    def __str__(self):
        parts, star, before = [], False, None
        for one in self.parameters.values():
            if before == 0 and one.kind != 0:
                parts.append("/")
            if one.kind == 2:
                star = True
            if one.kind == 3 and not star:
                parts.append("*")
                star = True
            parts.append(str(one))
            before = one.kind
        if before == 0:
            parts.append("/")
        kind = self.return_annotation
        told = "" if kind is _Empty else " -> " + (kind.__qualname__ if isinstance(kind, type) else repr(kind))
        return "(" + ", ".join(parts) + ")" + told

    def __repr__(self):
        return f"<Signature {self}>"


def signature(obj, **names):
    while True:
        known = _d_functions.facts(obj)
        inner = None if known is None else known[4].get("__wrapped__")
        if inner is None:
            break
        obj = inner
    if known is None:
        gap("inspect.signature() of what is no function of the program")
    notes = obj.__annotations__
    found = {}
    for one in known[2].split(",") if known[2] else []:
        parts = one.split(" ")
        default = _optional if len(parts) > 2 else _Empty
        found[parts[1]] = Parameter(parts[1], _kinds[parts[0]], default=default, annotation=notes.get(parts[1], _Empty))
    return Signature(found, notes.get("return", _Empty))


def getmembers(object, predicate=None):
    if isinstance(object, type):
        gap("inspect.getmembers() of a class", "list what it has from `object` as well")
    import _d_imports
    if not isinstance(object, _d_imports.Module):
        gap("inspect.getmembers() of an object")
    pairs = sorted(_d_imports.space_of(object).items())
    return [(name, value) for name, value in pairs if predicate is None or predicate(value)]
