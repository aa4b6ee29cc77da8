"""Macros of templates, called and imported."""
from jinja2.expressions import Expression, Undefined, attribute
from markupsafe import Markup


class _Module:
    """A template that was imported: its macros and variables."""

    def __init__(self, name, made, text):
        self.__dict__.update(made)
        self._text, self._name = text, name

    def __getattr__(self, name):
        raise AttributeError(name)

    def __str__(self):
        return str(self._text)

    def __html__(self):
        return self._text


class Macros:
    """The tags of a template that are about macros."""

    def _imported(self, value, context, with_context):
        """What a template that is imported defines."""
        template = self.environment.get_template(value(context))
        inner = dict(context) if with_context else {key: context[key] for key in self.environment.shared if key in context}
        inner["_autoescape"], inner["_blocks"] = template.autoescape, {}
        before, out = dict(inner), []
        _run(template.root, inner, out)
        made = {key: one for key, one in inner.items() if key not in before or before[key] is not one}
        return template, made, out

    def _how(self, rest):
        for words, chosen in ((" without context", False), (" with context", True)):
            if rest.endswith(words):
                return rest[:-len(words)], chosen
        return rest, None

    def _tag_import(self, rest, line):
        rest, chosen = self._how(rest)
        place, found, name = rest.rpartition(" as ")
        value = self._expression(place, line)

        def run(context, out):
            template, made, text = self._imported(value, context, chosen)
            context[name.strip()] = _Module(template.name, made, Markup("".join(text)))

        return run

    def _tag_from(self, rest, line):
        rest, chosen = self._how(rest)
        place, found, names = rest.partition(" import ")
        value = self._expression(place, line)
        wanted = [(one.strip().partition(" as ")) for one in names.split(",")]

        def run(context, out):
            template, made, text = self._imported(value, context, chosen)
            for name, _, other in wanted:
                context[other.strip() or name.strip()] = made.get(name.strip()) or Undefined(
                    f"the template {template.name!r} (imported on line {line} in {self.name!r}) does not export the requested name {name.strip()!r}"
                )

        return run

    def _tag_call(self, rest, line):
        names = []
        if rest.startswith("("):
            inside, _, rest = rest[1:].partition(")")
            names = [one.strip() for one in inside.split(",") if one.strip()]
        body = self._body(("endcall",))
        self._end()
        reader = Expression(rest.strip(), line, self.environment)
        target = reader.primary()
        while reader.peek()[0] == ".":
            reader.next()
            target = (lambda a, n: lambda context: attribute(a(context), n))(target, reader.next()[1])
        args = reader.arguments()

        def run(context, out):
            def caller(*given):
                inner, parts = dict(context), []
                for key, one in zip(names, given):
                    inner[key] = one
                _run(body, inner, parts)
                return Markup("".join(parts))

            out.append(str(self.environment.call(target(context), (args[0], args[1] + [("caller", lambda context: caller)]), context)))

        return run

    def _tag_macro(self, rest, line):
        name, found, inside = rest.partition("(")
        parameters = []
        reader = Expression(inside.rstrip(")") if inside.endswith(")") else inside, line, self.environment)
        while reader.peek()[0] == "name":
            key = reader.next()[1]
            parameters.append((key, reader.choice() if reader.take("=") else None))
            if not reader.take(","):
                break
        body = self._body(("endmacro",))
        self._end()

        known = [key for key, _ in parameters]

        def run(context, out):
            def macro(*args, **names):
                inner = dict(context)
                if "caller" in names:
                    inner["caller"] = names["caller"]
                inner["varargs"] = args[len(parameters):]
                inner["kwargs"] = {key: one for key, one in names.items() if key != "caller" and key not in known}
                for place, (key, default) in enumerate(parameters):
                    if place < len(args):
                        inner[key] = args[place]
                    elif key in names:
                        inner[key] = names[key]
                    else:
                        inner[key] = default(context) if default else Undefined(f"parameter {key!r} was not provided")
                parts = []
                _run(body, inner, parts)
                return Markup("".join(parts))

            context[name.strip()] = macro

        return run


def _block(bodies, depth, context, out):
    inner = dict(context)

    def above():
        parts = []
        _block(bodies, depth + 1, context, parts)
        return Markup("".join(parts))

    inner["super"] = above
    _run(bodies[depth], inner, out)


def _run(nodes, context, out):
    for node in nodes:
        node(context, out)
