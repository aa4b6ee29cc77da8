"""What can go wrong with a request."""
import json as _json

from _d_host import gap


class RequestException(OSError):
    def __init__(self, *args, **kwargs):
        super().__init__(*args)
        self.response, self.request = kwargs.pop("response", None), kwargs.pop("request", None)


class InvalidJSONError(RequestException):
    pass


class JSONDecodeError(_json.JSONDecodeError):
    """CPython's is an InvalidJSONError as well; MicroPython lets no exception have two such bases."""


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    """`told`: what its words are like where urllib3 names its own object's place in memory, which nobody can know."""

    def __init__(self, *args, told=None, **kwargs):
        super().__init__(*args, **kwargs)
        self._told = told

    def __str__(self):
        if self._told:
            gap("the words of a failed connection of requests", "say " + self._told)
        return str(self.args[0]) if self.args else ""


class ProxyError(ConnectionError):
    pass


class SSLError(ConnectionError):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError):
    pass


class ReadTimeout(Timeout):
    pass


class URLRequired(RequestException):
    pass


class TooManyRedirects(RequestException):
    pass


class MissingSchema(RequestException):
    pass


class InvalidSchema(RequestException):
    pass


class InvalidURL(RequestException):
    pass


class InvalidHeader(RequestException):
    pass


class ChunkedEncodingError(RequestException):
    pass


class ContentDecodingError(RequestException):
    pass
