"""Requests, to whoever the simulation has; HTTP alone."""
from _d_host import gap
from requests import exceptions
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException,
                                 Timeout, TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session

__lacks__ = "adapters auth certs compat cookies hooks packages status_codes structures utils FileModeWarning ssl urllib3 help api"


class _Codes:
    """`requests.codes.ok`."""

    ok = okay = 200
    created, accepted, no_content = 201, 202, 204
    moved_permanently, found, see_other, not_modified = 301, 302, 303, 304
    bad_request, unauthorized, forbidden, not_found, method_not_allowed = 400, 401, 403, 404, 405
    conflict, gone, too_many_requests = 409, 410, 429
    internal_server_error = server_error = 500
    bad_gateway, service_unavailable, gateway_timeout = 502, 503, 504


codes = _Codes()


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("get", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("options", url, **kwargs)


def head(url, **kwargs):
    return request("head", url, **dict({"allow_redirects": False}, **kwargs))


def post(url, data=None, json=None, **kwargs):
    return request("post", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("put", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("patch", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("delete", url, **kwargs)


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("requests")
    if name in __lacks__.split():
        gap("requests." + name, "have it")
    raise AttributeError(f"module 'requests' has no attribute '{name}'")
