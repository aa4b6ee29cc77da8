"""Expressions of templates: read into functions of the names around."""
from _d_host import gap
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.lexer import tokens


class Undefined:
    """What a name stands for that nobody defined: empty, and false; anything more is an error."""

    def __init__(self, message):
        self.__dict__["message"] if False else None
        object.__setattr__(self, "_message", message)

    def _fail(self, *args, **names):
        raise UndefinedError(self._message)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise UndefinedError(self.__dict__["_message"])

    def __str__(self):
        return ""

    def __repr__(self):
        return "Undefined"

    def __bool__(self):
        return False

    def __iter__(self):
        return iter([])

    def __len__(self):
        return 0

    def __eq__(self, other):
        return isinstance(other, Undefined)

    def __hash__(self):
        return 1

    __add__ = __radd__ = __sub__ = __mul__ = __call__ = __getitem__ = __lt__ = __gt__ = __int__ = _fail


class StrictUndefined(Undefined):
    """One that cannot be shown either."""

    __str__ = __bool__ = __iter__ = __len__ = __eq__ = __contains__ = Undefined._fail


def _told(value):
    return "None" if value is None else f"'{type(value).__module__}.{type(value).__name__} object'" if not isinstance(value, (str, int, float, list, dict, tuple)) else f"'{type(value).__name__} object'"


def attribute(value, name):
    """`value.name`: an attribute, else an item."""
    if isinstance(value, Undefined):
        raise UndefinedError(value._message)
    if isinstance(name, str):
        try:
            return getattr(value, name)
        except AttributeError:
            pass
    try:
        return value[name]
    except (TypeError, LookupError, AttributeError):
        return Undefined(f"{_told(value)} has no attribute {name!r}")


def item(value, key):
    """`value[key]`: an item, else an attribute."""
    if isinstance(value, Undefined):
        raise UndefinedError(value._message)
    try:
        return value[key]
    except (TypeError, LookupError, AttributeError):
        if isinstance(key, str):
            return attribute(value, key)
        return Undefined(f"{_told(value)} has no element {key!r}")


class Expression:
    """Reads tokens; each method gives a function of the context."""

    def __init__(self, text, line, environment):
        self.tokens = tokens(text, line)
        self.place = 0
        self.line = line
        self.environment = environment

    def peek(self, ahead=0):
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ("end", None)

    def next(self):
        self.place += 1
        return self.tokens[self.place - 1] if self.place <= len(self.tokens) else ("end", None)

    def fail(self):
        kind, value = self.peek()
        if kind == "end":
            raise TemplateSyntaxError("Expected an expression, got 'end of print statement'", self.line)
        raise TemplateSyntaxError(f"unexpected {str(value)!r}", self.line)

    def take(self, kind):
        if self.peek()[0] == kind:
            return self.next()
        return None

    def word(self, name):
        if self.peek() == ("name", name):
            self.next()
            return True
        return False

    def expect(self, kind):
        found = self.take(kind)
        if found is None:
            self.fail()
        return found[1]

    def whole(self):
        value = self.tuple()
        if self.peek()[0] != "end":
            self.fail()
        return value

    def tuple(self):
        first = self.choice()
        if self.peek()[0] != ",":
            return first
        items = [first]
        while self.take(","):
            if self.peek()[0] in ("end", ")"):
                break
            items.append(self.choice())
        return lambda context: tuple([one(context) for one in items])

    def choice(self):
        value = self.either()
        while self.word("if"):
            test = self.either()
            other = self.choice() if self.word("else") else (lambda context: Undefined("the inline if-expression evaluated to false and no else section was defined."))
            value = (lambda yes, test, no: lambda context: yes(context) if test(context) else no(context))(value, test, other)
        return value

    def either(self):
        left = self.both()
        while self.word("or"):
            left = (lambda a, b: lambda context: a(context) or b(context))(left, self.both())
        return left

    def both(self):
        left = self.negation()
        while self.word("and"):
            left = (lambda a, b: lambda context: a(context) and b(context))(left, self.negation())
        return left

    def negation(self):
        if self.peek() == ("name", "not"):
            self.next()
            value = self.negation()
            return lambda context: not value(context)
        return self.comparison()

    def comparison(self):
        first = self.sum()
        rest = []
        while True:
            kind, value = self.peek()
            if kind in ("==", "!=", ">", ">=", "<", "<="):
                self.next()
                rest.append((kind, self.sum()))
            elif self.word("in"):
                rest.append(("in", self.sum()))
            elif (kind, value) == ("name", "not") and self.peek(1) == ("name", "in"):
                self.place += 2
                rest.append(("not in", self.sum()))
            else:
                break
        if not rest:
            return first

        def compare(context):
            left = first(context)
            for sign, right in rest:
                right = right(context)
                if not _COMPARE[sign](left, right):
                    return False
                left = right
            return True

        return compare

    def _chain(self, signs, below):
        left = below()
        while self.peek()[0] in signs:
            sign = self.next()[0]
            left = (lambda a, b, f: lambda context: f(a(context), b(context)))(left, below(), _BINARY[sign])
        return left

    def sum(self):
        return self._chain(("+", "-"), self.joined)

    def joined(self):
        left = self.product()
        while self.take("~"):
            left = (lambda a, b: lambda context: self.environment.join(context, a(context), b(context)))(left, self.product())
        return left

    def product(self):
        return self._chain(("*", "/", "//", "%"), self.unary)

    def unary(self):
        if self.take("-"):
            value = self.unary()
            return lambda context: -value(context)
        if self.take("+"):
            return self.unary()
        value = self.postfix(self.primary())
        if self.take("**"):
            power = self.unary()
            value = (lambda a, b: lambda context: a(context) ** b(context))(value, power)
        return self.filters(value)

    def primary(self):
        kind, value = self.next()
        if kind == "name":
            if value in ("true", "True", "false", "False", "none", "None"):
                constant = {"true": True, "True": True, "false": False, "False": False}.get(value)
                return lambda context: constant
            return lambda context: context[value] if value in context else self.environment.lookup(value)
        if kind == "number":
            return lambda context: value
        if kind == "string":
            while self.peek()[0] == "string":
                value += self.next()[1]
            return lambda context: value
        if kind == "(":
            if self.take(")"):
                return lambda context: ()
            inner = self.tuple()
            self.expect(")")
            return inner
        if kind == "[":
            items = []
            while self.peek()[0] != "]":
                items.append(self.choice())
                if not self.take(","):
                    break
            self.expect("]")
            return lambda context: [one(context) for one in items]
        if kind == "{":
            pairs = []
            while self.peek()[0] != "}":
                key = self.choice()
                self.expect(":")
                pairs.append((key, self.choice()))
                if not self.take(","):
                    break
            self.expect("}")
            return lambda context: {key(context): one(context) for key, one in pairs}
        self.place -= 1
        self.fail()

    def postfix(self, value):
        while True:
            kind = self.peek()[0]
            if kind == ".":
                self.next()
                token, name = self.next()
                value = (lambda a, n: lambda context: attribute(a(context), n))(value, name)
            elif kind == "[":
                self.next()
                value = self.subscript(value)
            elif kind == "(":
                args = self.arguments()
                value = (lambda f, args: lambda context: self.environment.call(f(context), args, context))(value, args)
            else:
                return value

    def subscript(self, value):
        start = None if self.peek()[0] == ":" else self.choice()
        if not self.take(":"):
            self.expect("]")
            return lambda context: item(value(context), start(context))
        stop = None if self.peek()[0] == "]" else self.choice()
        self.expect("]")

        def cut(context):
            whole = value(context)
            low = start(context) if start else 0
            return whole[low:stop(context)] if stop else whole[low:]

        return cut

    def arguments(self):
        self.expect("(")
        args, names = [], []
        while self.peek()[0] != ")":
            if self.peek()[0] == "name" and self.peek(1)[0] == "=":
                name = self.next()[1]
                self.next()
                names.append((name, self.choice()))
            elif self.peek()[0] in ("*", "**"):
                gap("* in the arguments of a call in a template")
            else:
                args.append(self.choice())
            if not self.take(","):
                break
        self.expect(")")
        return args, names

    def filters(self, value):
        while True:
            if self.take("|"):
                name = self.expect("name")
                args = self.arguments() if self.peek()[0] == "(" else ([], [])
                function = self.environment.filter(name, self.line)
                value = (lambda v, f, args: lambda context: self.environment.call(f, args, context, v(context)))(value, function, args)
            elif self.peek() == ("name", "is"):
                self.next()
                negate = self.word("not")
                name = self.expect("name")
                args = ([], [])
                if self.peek()[0] == "(":
                    args = self.arguments()
                elif self.peek()[0] in ("number", "string") or self.peek()[0] == "name" and self.peek()[1] not in ("and", "or", "else", "if", "is", "not", "in"):
                    args = ([self.postfix(self.primary())], [])
                function = self.environment.test(name, self.line)
                value = (lambda v, f, args, no: lambda context: bool(self.environment.call(f, args, context, v(context))) != no)(value, function, args, negate)
            else:
                return value


_COMPARE = {
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "in": lambda a, b: a in b, "not in": lambda a, b: a not in b,
}
_BINARY = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b,
}
