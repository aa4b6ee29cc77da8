"""What templates can go wrong with."""


class TemplateError(Exception):
    pass


class TemplateNotFound(TemplateError):
    def __init__(self, name, message=None):
        super().__init__(message or name)
        self.name = name


class TemplateSyntaxError(TemplateError):
    def __init__(self, message, lineno, name=None, filename=None):
        super().__init__(message)
        self.message = message
        self.lineno = lineno


class TemplateAssertionError(TemplateSyntaxError):
    pass


class TemplateRuntimeError(TemplateError):
    pass


class UndefinedError(TemplateRuntimeError):
    pass


for _kind in (TemplateNotFound, TemplateSyntaxError, TemplateAssertionError, TemplateRuntimeError, UndefinedError, TemplateError):
    _kind.__module__ = "jinja2.exceptions"
