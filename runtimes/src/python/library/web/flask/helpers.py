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


def send_file(path, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None,
              max_age=None):
    from _d_host import gap
    opened = hasattr(path, "read")
    if not opened:
        path = os.fspath(path)
        if not os.path.isabs(path):
            path = os.path.join(current_app.root_path, path)
        if not os.path.isfile(path):
            raise FileNotFoundError(2, "No such file or directory", path)
    name = download_name or (None if opened else os.path.basename(path))
    if as_attachment and name is None:
        raise TypeError("No name provided for attachment. Either set 'download_name' or pass a file path instead of a file object.")
    if mimetype is None and name is None:
        raise ValueError(
            "Unable to detect the MIME type because a file name is not available. Either set 'download_name', pass a "
            "path instead of a file object, or set 'mimetype'."
        )
    kind = mimetype or _TYPES.get(name.rpartition(".")[2].lower() if "." in name else "", "?")
    if kind == "?":
        import mimetypes
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if opened:
        data = path.read()
        if isinstance(data, str):
            raise ValueError("Files must be opened in binary mode or use BytesIO.")
    else:
        with open(path, "rb") as file:
            data = file.read()
    response = Response(data, mimetype=kind)
    if opened:
        if name is not None:
            told = f"{'attachment' if as_attachment else 'inline'}; filename={_filename(name)}"
            response.headers = type(response.headers)([("Content-Disposition", told)] + response.headers.items())
        response.headers["Cache-Control"] = "no-cache" if max_age is None else f"public, max-age={max_age}"
        return response
    import time
    state = os.stat(path)
    headers = [("Content-Disposition", f"{'attachment' if as_attachment else 'inline'}; filename={_filename(name)}")]
    headers += response.headers.items()
    headers.append(("Last-Modified", time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(state.st_mtime))))
    headers.append(("Cache-Control", "no-cache" if max_age is None else f"public, max-age={max_age}"))
    response.headers = type(response.headers)(headers)
    import zlib
    check = zlib.adler32(path.encode()) & 0xFFFFFFFF
    response.headers["ETag"] = f'"{float(state.st_mtime)}-{state.st_size}-{check}"'
    return response


def _filename(name):
    """A file's name in Content-Disposition: in quotes where it has more than the characters of a token."""
    if not name.isascii():
        from urllib.parse import quote
        plain = "".join([one for one in name if one.isascii()])
        return f"{_filename(plain) if plain else chr(34) * 2}; filename*=UTF-8''{quote(name, safe='!#$&+^`|~')}"
    if all(one.isalnum() or one in "!#$%&'*+-.^_`|~" for one in name):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


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


_generator = type((lambda: (yield))())


def stream_with_context(generator_or_function):
    """A generator that runs in the context of the request which made it."""
    if not isinstance(generator_or_function, _generator):
        return lambda *args, **names: stream_with_context(generator_or_function(*args, **names))
    from flask.app import _contexts, _Context
    if not _contexts:
        raise RuntimeError("'stream_with_context' can only be used when a request context is active, such as in a view function.")
    above = _contexts[-1]

    def run():
        context = _Context(above.app, above.request)
        context.enter(above.session)
        try:
            yield from generator_or_function
        finally:
            context.leave()
    return run()


def get_debug_flag():
    return os.environ.get("FLASK_DEBUG", "").lower() not in ("", "0", "false", "no")
