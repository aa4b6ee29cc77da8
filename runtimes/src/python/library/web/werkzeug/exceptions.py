"""HTTP errors and their pages."""
__lacks__ = "BadHost ClientDisconnected SecurityError Aborter aborter"
from markupsafe import escape as _escape

from _d_serving import REASONS

_DESCRIPTIONS = {
    400: "The browser (or proxy) sent a request that this server could not understand.",
    401: (
        "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong "
        "credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials required."
    ),
    403: (
        "You don't have the permission to access the requested resource. It is either read-protected or not readable by "
        "the server."
    ),
    404: (
        "The requested URL was not found on the server. If you entered the URL manually please check your spelling and "
        "try again."
    ),
    405: "The method is not allowed for the requested URL.",
    406: (
        "The resource identified by the request is only capable of generating response entities which have content "
        "characteristics not acceptable according to the accept headers sent in the request."
    ),
    408: (
        "The server closed the network connection because the browser didn't finish the request within the specified "
        "time."
    ),
    409: (
        "A conflict happened while processing the request. The resource might have been modified while the request was "
        "being processed."
    ),
    410: (
        "The requested URL is no longer available on this server and there is no forwarding address. If you followed a "
        "link from a foreign page, please contact the author of this page."
    ),
    411: "A request with this method requires a valid <code>Content-Length</code> header.",
    412: "The precondition on the request for the URL failed positive evaluation.",
    413: "The data value transmitted exceeds the capacity limit.",
    414: (
        "The length of the requested URL exceeds the capacity limit for this server. The request cannot be processed."
    ),
    415: "The server does not support the media type transmitted in the request.",
    418: "This server is a teapot, not a coffee machine",
    422: "The request was well-formed but was unable to be followed due to semantic errors.",
    429: "This user has exceeded an allotted request count. Try again later.",
    500: (
        "The server encountered an internal error and was unable to complete your request. Either the server is "
        "overloaded or there is an error in the application."
    ),
    501: "The server does not support the action requested by the browser.",
    502: "The proxy server received an invalid response from an upstream server.",
    503: (
        "The server is temporarily unable to service your request due to maintenance downtime or capacity problems. "
        "Please try again later."
    ),
    504: "The connection to an upstream server timed out.",
}


class HTTPException(Exception):
    """An error that is a response."""

    code = None
    description = None

    def __init__(self, description=None, response=None):
        super().__init__()
        if description is not None:
            self.description = description
        self.response = response

    @property
    def name(self):
        return "I'm a teapot" if self.code == 418 else REASONS.get(self.code, "Unknown Error")

    def get_description(self, environ=None, scope=None):
        text = "" if self.description is None else str(self.description)
        text = str(_escape(text)).replace("\n", "<br>")
        return f"<p>{text}</p>"

    def get_body(self, environ=None, scope=None):
        return (
            "<!doctype html>\n"
            "<html lang=en>\n"
            f"<title>{self.code} {_escape(self.name)}</title>\n"
            f"<h1>{_escape(self.name)}</h1>\n"
            f"{self.get_description()}\n"
        )

    def get_response(self, environ=None, scope=None):
        from flask.wrappers import Response
        if self.response is not None:
            return self.response
        return Response(self.get_body(), self.code, [("Content-Type", "text/html; charset=utf-8")] + self.extra_headers())

    def extra_headers(self):
        return []

    def __str__(self):
        code = self.code if self.code is not None else "???"
        return f"{code} {self.name}: {self.description}"

    def __repr__(self):
        code = self.code if self.code is not None else "???"
        return f"<{type(self).__name__} '{code}: {self.name}'>"


class BadRequest(HTTPException):
    code = 400
    description = _DESCRIPTIONS[400]


class BadRequestKeyError(BadRequest):
    """A field that was not sent."""

    show_exception = False

    def __init__(self, arg=None, *args, **kwargs):
        BadRequest.__init__(self, *args, **kwargs)
        self.args = () if arg is None else (arg,)


class MethodNotAllowed(HTTPException):
    code = 405
    description = _DESCRIPTIONS[405]

    def __init__(self, valid_methods=None, description=None, response=None):
        HTTPException.__init__(self, description, response)
        self.valid_methods = valid_methods

    def extra_headers(self):
        return [("Allow", ", ".join(self.valid_methods))] if self.valid_methods else []


class InternalServerError(HTTPException):
    code = 500
    description = _DESCRIPTIONS[500]

    def __init__(self, description=None, response=None, original_exception=None):
        self.original_exception = original_exception
        HTTPException.__init__(self, description, response)


default_exceptions = {400: BadRequest, 405: MethodNotAllowed, 500: InternalServerError}
_names = {
    401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 406: "NotAcceptable", 408: "RequestTimeout", 409: "Conflict",
    410: "Gone", 411: "LengthRequired", 412: "PreconditionFailed", 413: "RequestEntityTooLarge", 414: "RequestURITooLarge",
    415: "UnsupportedMediaType", 418: "ImATeapot", 422: "UnprocessableEntity", 429: "TooManyRequests",
    501: "NotImplemented", 502: "BadGateway", 503: "ServiceUnavailable", 504: "GatewayTimeout",
}
for _code, _name in _names.items():
    _kind = type(_name, (HTTPException,), {
        "code": _code, "description": _DESCRIPTIONS[_code], "__module__": "werkzeug.exceptions",
    })
    globals()[_name] = default_exceptions[_code] = _kind


def abort(status, *args, **kwargs):
    if hasattr(status, "get_wsgi_headers") or hasattr(status, "status_code"):
        raise HTTPException(response=status)
    if status not in default_exceptions:
        raise LookupError(f"no exception for {status!r}")
    raise default_exceptions[status](*args, **kwargs)
