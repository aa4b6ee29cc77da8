"""Forms with files: multipart/form-data."""
from werkzeug.datastructures import FileStorage, Headers


def _parameter(header, name):
    for part in header.split(";")[1:]:
        key, mark, value = part.strip().partition("=")
        if key.lower() == name:
            value = value.strip()
            if value[:1] == '"':
                value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
            return value
    return None


def parse_multipart(data, content_type):
    """Pairs of the fields, and pairs of the files."""
    import io
    boundary = _parameter(content_type, "boundary")
    fields, files = [], []
    if not boundary:
        return fields, files
    mark = b"--" + boundary.encode()
    for part in data.split(mark)[1:]:
        if part[:2] == b"--":
            break
        head, blank, body = part[2:].partition(b"\r\n\r\n")
        headers = Headers([[one.strip() for one in line.split(":", 1)] for line in head.decode().split("\r\n") if ":" in line])
        if body[-2:] == b"\r\n":
            body = body[:-2]
        told = headers.get("Content-Disposition", "")
        name, filename = _parameter(told, "name"), _parameter(told, "filename")
        if filename is None:
            fields.append((name, body.decode("utf-8", "replace")))
        else:
            files.append((name, FileStorage(io.BytesIO(body), filename, name, headers=headers)))
    return fields, files
