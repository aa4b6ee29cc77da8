"""`url_for`, `redirect`, files."""
import os
from markupsafe import escape as _escape

from flask.globals import current_app, request, session
from flask.wrappers import Response


def url_for(endpoint, *, _anchor=None, _method=None, _scheme=None, _external=None, **values):
    if endpoint.startswith("."):
        endpoint = (request.blueprint + endpoint) if request.blueprint else endpoint[1:]
    from urllib.parse import quote
    path = current_app.url_map.build(endpoint, values)
    if _external:
        path = f"{_scheme or request.scheme}://{request.host}{path}"
    return path + (f"#{quote(_anchor)}" if _anchor else "")


def redirect(location, code=302, Response=None):
    if code not in (301, 302, 303, 305, 307, 308):
        raise AssertionError("invalid redirect code")
    shown = str(_escape(location))
    body = (
        "<!doctype html>\n"
        "<html lang=en>\n"
        "<title>Redirecting...</title>\n"
        "<h1>Redirecting...</h1>\n"
        "<p>You should be redirected automatically to the target URL: "
        f'<a href="{shown}">{shown}</a>. If not, click the link.\n'
    )
    response = _Response(body, code, mimetype="text/html")
    response.headers["Location"] = location
    return response


_Response = Response


def abort(code, *args, **kwargs):
    from werkzeug.exceptions import abort as stop
    stop(code, *args, **kwargs)


def make_response(*args):
    if not args:
        return current_app.response_class()
    return current_app.make_response(args[0] if len(args) == 1 else args)


_TYPES = {
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
    "txt": "text/plain", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "ico": "image/vnd.microsoft.icon", "csv": "text/csv", "xml": "text/xml", "pdf": "application/pdf",
    "md": "text/markdown", "py": "text/x-python", "webp": "image/webp",
}


def send_file(path, mimetype=None, as_attachment=False, download_name=None, **names):
    from _d_host import gap
    if hasattr(path, "read"):
        gap("send_file() of an open file")
    if not os.path.isabs(path):
        path = os.path.join(current_app.root_path, path)
    if not os.path.isfile(path):
        raise FileNotFoundError(2, "No such file or directory", path)
    name = download_name or os.path.basename(path)
    kind = mimetype or _TYPES.get(name.rpartition(".")[2].lower())
    if kind is None:
        gap("the type of the file " + name)
    with open(path, "rb") as file:
        data = file.read()
    response = Response(data, mimetype=kind)
    import time
    state = os.stat(path)
    headers = [("Content-Disposition", f"{'attachment' if as_attachment else 'inline'}; filename={name}")]
    headers += response.headers.items()
    headers.append(("Last-Modified", time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(state.st_mtime))))
    headers.append(("Cache-Control", "no-cache"))
    response.headers = type(response.headers)(headers)
    import zlib
    check = zlib.adler32(path.encode()) & 0xFFFFFFFF
    response.headers["ETag"] = f'"{float(state.st_mtime)}-{state.st_size}-{check}"'
    return response


def send_from_directory(directory, path, **kwargs):
    from werkzeug.exceptions import NotFound
    parts = path.split("/")
    if ".." in parts or path.startswith("/"):
        raise NotFound()
    whole = os.path.join(current_app.root_path, directory, path)
    if not os.path.isfile(whole):
        raise NotFound()
    return send_file(whole, **kwargs)


def flash(message, category="message"):
    session.setdefault("_flashes", []).append((category, message))


def get_flashed_messages(with_categories=False, category_filter=()):
    found = session.pop("_flashes", [])
    if category_filter:
        found = [one for one in found if one[0] in category_filter]
    return [tuple(one) for one in found] if with_categories else [one[1] for one in found]


def stream_with_context(generator):
    return generator


def get_debug_flag():
    return os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")
