"""Escaping for HTML."""


class Markup:
    """Text that is HTML already."""

    def __init__(self, base=""):
        self._text = str(base.__html__() if hasattr(base, "__html__") else base)

    def __html__(self):
        return self

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"Markup({self._text!r})"

    def __add__(self, other):
        return Markup(self._text + str(escape(other)))

    def __radd__(self, other):
        return Markup(str(escape(other)) + self._text)

    def __mod__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        return Markup(self._text % tuple(str(escape(one)) for one in args))

    def __len__(self):
        return len(self._text)

    def __eq__(self, other):
        return self._text == str(other)

    def __hash__(self):
        return hash(self._text)

    def __contains__(self, part):
        return str(part) in self._text

    def __getitem__(self, key):
        return Markup(self._text[key])

    def __iter__(self):
        return iter(self._text)

    def format(self, *args, **names):
        return Markup(self._text.format(*[escape(one) for one in args], **{k: escape(v) for k, v in names.items()}))

    def join(self, values):
        return Markup(self._text.join(str(escape(one)) for one in values))

    def __getattr__(self, name):
        found = getattr(self._text, name)
        return found


def escape(s, /):
    if hasattr(s, "__html__"):
        return Markup(s.__html__())
    text = str(s)
    for one, other in (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;")):
        text = text.replace(one, other)
    return Markup(text)


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("markupsafe")
    raise AttributeError(f"module 'markupsafe' has no attribute {name!r}")
