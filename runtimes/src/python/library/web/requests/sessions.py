"""Sessions: what several requests have in common."""
from urllib.parse import urljoin, urlsplit

import _d_serving
from _d_host import ask, gap
from _d_serving import REASONS
from requests import exceptions
from requests.models import CaseInsensitiveDict, PreparedRequest, Request, Response


class Session:
    def __init__(self):
        from importlib.metadata import version
        self.headers = CaseInsensitiveDict({
            "User-Agent": "python-requests/" + version("requests"), "Accept-Encoding": "gzip, deflate", "Accept": "*/*",
            "Connection": "keep-alive",
        })
        self.auth, self.params, self.cookies, self.verify, self.max_redirects = None, {}, {}, True, 30

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        all_headers = CaseInsensitiveDict(self.headers)
        for key, value in (headers or {}).items():
            if value is None:
                if key in all_headers:
                    del all_headers[key]
            else:
                all_headers[key] = value
        whole = dict(self.params, **params) if isinstance(params, dict) else params or self.params
        made = Request(method, url, all_headers, files, data, whole, auth or self.auth, dict(self.cookies, **(cookies or {})),
                       json=json)
        return self.send(made.prepare(), allow_redirects=allow_redirects)

    def prepare_request(self, request):
        request.headers = CaseInsensitiveDict(dict(self.headers, **request.headers))
        return request.prepare()

    def send(self, request, *, allow_redirects=True, **others):
        history = []
        while True:
            response = self._once(request)
            response.history = list(history)
            if not allow_redirects or not response.is_redirect:
                return response
            history.append(response)
            if len(history) > self.max_redirects:
                raise exceptions.TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            request = self._next(request, response)

    def _next(self, request, response):
        method, code = request.method, response.status_code
        if code == 303 and method != "HEAD" or code == 302 and method != "HEAD" or code == 301 and method == "POST":
            method = "GET"
        headers = {key: value for key, value in request.headers.items()
                   if code in (307, 308) or key.lower() not in ("content-length", "content-type", "transfer-encoding")}
        made = Request(method, urljoin(request.url, response.headers["location"]), headers,
                       data=request.body if code in (307, 308) else None, cookies=dict(self.cookies))
        return made.prepare()

    def _once(self, request):
        parts = urlsplit(request.url)
        if parts.scheme == "https":
            gap("HTTPS from Python", "open the connection and check the certificate")
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        answer = _d_serving.request(request.url, method=request.method, headers=dict(request.headers.items()),
                     body=body.decode("latin-1"))
        error = answer.get("error")
        if error == "outside":
            gap("the network outside: " + request.url, "ask it")
        if error is not None:
            self._fail(error, parts, request)
        response = Response()
        response.status_code, response.url, response.request = answer["status"], request.url, request
        response.reason = answer.get("reason") or REASONS.get(response.status_code, "")
        for key, value in answer["headers"].items():
            response.headers["-".join([part.capitalize() for part in key.split("-")])] = value
        response._content = answer["body"].encode("latin-1")
        kind, _, rest = response.headers.get("content-type", "").partition(";")
        told = [one.partition("=")[2].strip("'\" ") for one in rest.split(";") if one.strip().lower().startswith("charset=")]
        response.encoding = told[0] if told else "ISO-8859-1" if "text" in kind else "utf-8" if "application/json" in kind else None
        cookie = response.headers.get("set-cookie")
        if cookie:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name.strip()] = response.cookies[name.strip()] = value
        return response

    def _fail(self, error, parts, request):
        where = f"HTTPConnectionPool(host={parts.hostname!r}, port={parts.port or 80})"
        told = f"{where}: Max retries exceeded with url: {request.path_url} "
        if error == "reset":
            raise exceptions.ConnectionError("('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))")
        raise exceptions.ConnectionError(told=told + "(Caused by " + (
            "NameResolutionError(…))" if error == "unresolved" else "NewConnectionError(… [Errno 111] Connection refused))"))

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **dict({"allow_redirects": False}, **kwargs))

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def mount(self, prefix, adapter):
        gap("an adapter of requests")

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.close()


def session():
    return Session()
