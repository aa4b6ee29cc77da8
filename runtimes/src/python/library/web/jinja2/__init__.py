"""A small Jinja2: what is between the braces is read into functions."""
import markupsafe
from _d_host import gap
from jinja2._macros import Macros, _block, _run
from jinja2.exceptions import TemplateAssertionError, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.expressions import Expression, StrictUndefined, Undefined, attribute
from jinja2.filters import FILTERS, LACKING, TESTS
from jinja2.lexer import pieces
from markupsafe import Markup, escape


class _Namespace:
    def __init__(self, **names):
        for key, value in names.items():
            setattr(self, key, value)


class _Loop:
    """`loop` in a `for`."""

    def __init__(self, items, depth):
        self._items = items
        self.length = len(items)
        self.index0 = -1
        self.depth = depth

    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index0 == self.length - 1)
    revindex = property(lambda self: self.length - self.index0)
    revindex0 = property(lambda self: self.length - self.index0 - 1)

    @property
    def previtem(self):
        return self._items[self.index0 - 1] if self.index0 else Undefined("there is no previous item")

    @property
    def nextitem(self):
        return self._items[self.index0 + 1] if not self.last else Undefined("there is no next item")

    def cycle(self, *args):
        return args[self.index0 % len(args)]


class Environment:
    # Names that templates see which are imported without their importer's context.
    shared = ()

    def __init__(self, loader=None, autoescape=False, **options):
        self.trim_blocks, self.lstrip_blocks = options.pop("trim_blocks", False), options.pop("lstrip_blocks", False)
        self.keep_trailing_newline = options.pop("keep_trailing_newline", False)
        self.strict = options.pop("undefined", None) is StrictUndefined
        if options:
            gap("options of jinja2.Environment: " + ", ".join(options))
        self.loader = loader
        self.autoescape = autoescape
        self.filters = {}
        self.tests = {}
        self.globals = {"range": range, "dict": dict, "namespace": _Namespace}

    def lookup(self, name):
        if name in self.globals:
            return self.globals[name]
        return (StrictUndefined if self.strict else Undefined)(f"{name!r} is undefined")

    def filter(self, name, line):
        function = self.filters.get(name) or FILTERS.get(name)
        if function is None:
            if name in LACKING:
                gap(f"the filter {name} of a template")
            raise TemplateAssertionError(f"No filter named {name!r}.", line)
        return function

    def test(self, name, line):
        function = self.tests.get(name) or TESTS.get(name)
        if function is None:
            if name in ("filter", "test"):
                gap(f"the test {name} of a template")
            raise TemplateAssertionError(f"No test named {name!r}.", line)
        return function

    def call(self, function, args, context, *first):
        return function(*first, *[one(context) for one in args[0]], **{name: one(context) for name, one in args[1]})

    def join(self, context, a, b):
        return Markup(escape(a)) + escape(b) if context.get("_autoescape") else str(a) + str(b)

    def from_string(self, source):
        return Template(source, environment=self)

    def get_template(self, name):
        return self.select_template([name])

    def select_template(self, names):
        for name in names:
            loader = self.loader
            source = loader(name) if callable(loader) else loader.load(name) if loader is not None else None
            if source is not None:
                return Template(source, environment=self, name=name)
        raise TemplateNotFound(names[0]) if len(names) == 1 else TemplateNotFound(", ".join(names))


class FileSystemLoader:
    def __init__(self, searchpath, encoding="utf-8", followlinks=False):
        self._folders = [searchpath] if isinstance(searchpath, str) else list(searchpath)

    def load(self, name):
        import os
        for folder in self._folders:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path) as file:
                    return file.read()
        return None


class DictLoader:
    def __init__(self, mapping):
        self.load = mapping.get


def select_autoescape(*args, **names):
    return True


class Template(Macros):
    def __init__(self, source, environment=None, name=None):
        self.environment = environment or Environment()
        self.name = name
        self.autoescape = bool(self.environment.autoescape)
        self.blocks = {}
        self.parent = None
        env = self.environment
        self._pieces = pieces(source, env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline)
        self._place = 0
        self.root = self._body(())

    def _expression(self, text, line):
        return Expression(text, line, self.environment).whole()

    def _body(self, ends):
        """Reads up to one of the words in `ends`."""
        nodes = []
        while self._place < len(self._pieces):
            kind, text, line = self._pieces[self._place]
            if kind == "text":
                nodes.append((lambda text: lambda context, out: out.append(text))(text))
                self._place += 1
            elif kind == "{{":
                value = self._expression(text, line)
                nodes.append((lambda value: lambda context, out: out.append(self._shown(value(context), context)))(value))
                self._place += 1
            else:
                word = text.split(" ", 1)[0].split("(")[0]
                if word in ends:
                    return nodes
                self._place += 1
                rest = text[len(word):].strip()
                method = getattr(self, "_tag_" + word, None)
                if method is None:
                    if word in ("trans", "debug", "continue", "break"):
                        gap("the tag {% " + word + " %} of a template")
                    told = f"Encountered unknown tag {word!r}."
                    if ends:
                        last = ends[-1]
                        if len(ends) == 1:
                            told += f" You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {last!r}."
                        else:
                            gap("the message of a template: " + told)
                    raise TemplateSyntaxError(told, line)
                if word in ("if", "elif", "for", "set", "extends", "include", "import", "from") and not rest:
                    raise TemplateSyntaxError("Expected an expression, got 'end of statement block'", line)
                nodes.append(method(rest, line))
        if ends:
            names = ends[::-1] if "elif" not in ends else ends
            block = ends[-1][3:]
            tags = " or ".join([repr(one) for one in names])
            raise TemplateSyntaxError(
                f"Unexpected end of template. Jinja was looking for the following tags: {tags}. The innermost block that "
                f"needs to be closed is {block!r}.", self._pieces[-1][2] if self._pieces else 1
            )
        return nodes

    def _shown(self, value, context):
        if context.get("_autoescape"):
            return str(escape(value))
        return str(value)

    def _end(self):
        text = self._pieces[self._place][1]
        self._place += 1
        word = text.split(" ", 1)[0]
        return word, text[len(word):].strip()

    def _tag_if(self, rest, line):
        branches, other = [], []
        test = self._expression(rest, line)
        while True:
            body = self._body(("elif", "else", "endif"))
            branches.append((test, body))
            word, rest = self._end()
            if word == "elif":
                test = self._expression(rest, line)
                continue
            if word == "else":
                other = self._body(("endif",))
                self._end()
            break

        def run(context, out):
            for test, body in branches:
                if test(context):
                    return _run(body, context, out)
            _run(other, context, out)

        return run

    def _tag_for(self, rest, line):
        names, found, source = rest.partition(" in ")
        if source.endswith(" recursive"):
            gap("a recursive for in a template")
        names = [one.strip() for one in names.strip().strip("()").split(",") if one.strip()]
        condition = None
        reader = Expression(source, line, self.environment)
        items = reader.either()
        if reader.word("if"):
            condition = reader.either()
        if reader.peek()[0] != "end":
            reader.place = 0
            items = reader.whole()
        body = self._body(("else", "endfor"))
        other = []
        if self._end()[0] == "else":
            other = self._body(("endfor",))
            self._end()

        def bind(context, one):
            inner = dict(context)
            if len(names) == 1:
                inner[names[0]] = one
            else:
                values = list(one)
                if len(values) != len(names):
                    raise ValueError(f"not enough values to unpack (expected {len(names)}, got {len(values)})" if len(values) < len(names) else f"too many values to unpack (expected {len(names)})")
                for name, value in zip(names, values):
                    inner[name] = value
            return inner

        def run(context, out):
            values = items(context)
            if isinstance(values, Undefined):
                values = []
            found = [one for one in values if condition is None or condition(bind(context, one))]
            if not found:
                return _run(other, context, out)
            loop = _Loop(found, 1)
            for place, one in enumerate(found):
                loop.index0 = place
                inner = bind(context, one)
                inner["loop"] = loop
                _run(body, inner, out)

        return run

    def _tag_set(self, rest, line):
        name, found, value = rest.partition("=")
        name = name.strip()
        if not found:
            body = self._body(("endset",))
            self._end()

            def fill(context, out):
                inner = []
                _run(body, context, inner)
                context[name] = Markup("".join(inner))

            return fill
        value = self._expression(value, line)

        def run(context, out):
            owner, dot, attr = name.partition(".")
            if dot:
                setattr(context[owner], attr, value(context))
            elif "," in name:
                for one, part in zip(name.split(","), value(context)):
                    context[one.strip()] = part
            else:
                context[name] = value(context)

        return run

    def _tag_block(self, rest, line):
        name = rest.split(" ")[0]
        body = self._body(("endblock",))
        self._end()
        self.blocks[name] = body

        def run(context, out):
            # Where a template extends another, its blocks stand where that one has them.
            if not context.get("_extends"):
                _block(context["_blocks"][name], 0, context, out)

        return run

    def _tag_extends(self, rest, line):
        value = self._expression(rest, line)
        self.parent = value
        return lambda context, out: None

    def _tag_include(self, rest, line):
        missing = rest.endswith(" ignore missing")
        value = self._expression(rest[:-15] if missing else rest, line)

        def run(context, out):
            try:
                template = self.environment.get_template(value(context))
            except TemplateNotFound:
                if missing:
                    return
                raise
            inner = dict(context)
            inner["_blocks"] = {name: [body] for name, body in template.blocks.items()}
            _run(template.root, inner, out)

        return run

    def _tag_with(self, rest, line):
        pairs = []
        reader = Expression(rest, line, self.environment)
        while reader.peek()[0] == "name":
            name = reader.next()[1]
            reader.expect("=")
            pairs.append((name, reader.choice()))
            if not reader.take(","):
                break
        body = self._body(("endwith",))
        self._end()

        def run(context, out):
            inner = dict(context)
            for name, value in pairs:
                inner[name] = value(context)
            _run(body, inner, out)

        return run

    def _tag_filter(self, rest, line):
        reader = Expression("_filtered|" + rest, line, self.environment)
        value = reader.whole()
        body = self._body(("endfilter",))
        self._end()

        def run(context, out):
            parts = []
            _run(body, context, parts)
            text = "".join(parts)
            out.append(str(value(dict(context, _filtered=Markup(text) if context.get("_autoescape") else text))))

        return run

    def _tag_autoescape(self, rest, line):
        value = self._expression(rest, line)
        body = self._body(("endautoescape",))
        self._end()

        def run(context, out):
            _run(body, dict(context, _autoescape=bool(value(context))), out)

        return run

    def _tag_do(self, rest, line):
        gap("the tag {% do %} of a template", "need jinja2.ext.do")

    def render(self, *args, **names):
        context = dict(*args, **names)
        context["_autoescape"] = self.autoescape
        context["_blocks"] = {}
        template, out = self, []
        while True:
            for name, body in template.blocks.items():
                context["_blocks"].setdefault(name, []).append(body)
            if template.parent is None:
                break
            context["_extends"] = True
            for node in template.root:
                node(context, [])
            context["_extends"] = False
            template = self.environment.get_template(template.parent(context))
        _run(template.root, context, out)
        return "".join(out)
