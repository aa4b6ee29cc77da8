"""Types of files by their names: the common ones of Python's own list."""
from _d_host import gap

__lacks__ = "MimeTypes add_type guess_all_extensions inited init knownfiles read_mime_types guess_file_type suffix_map"
types_map = {
    ".aac": "audio/aac", ".avi": "video/x-msvideo", ".avif": "image/avif", ".bin": "application/octet-stream",
    ".bmp": "image/bmp", ".css": "text/css", ".csv": "text/csv", ".doc": "application/msword", ".gif": "image/gif",
    ".htm": "text/html", ".html": "text/html", ".ico": "image/vnd.microsoft.icon", ".jpeg": "image/jpeg", ".jpg": "image/jpeg",
    ".js": "text/javascript", ".json": "application/json", ".md": "text/markdown", ".mjs": "text/javascript",
    ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".mpeg": "video/mpeg", ".ogg": "audio/ogg", ".pdf": "application/pdf",
    ".png": "image/png", ".py": "text/x-python", ".sh": "application/x-sh", ".svg": "image/svg+xml", ".tar": "application/x-tar",
    ".tif": "image/tiff", ".tiff": "image/tiff", ".txt": "text/plain", ".wasm": "application/wasm", ".wav": "audio/x-wav",
    ".webm": "video/webm", ".webmanifest": "application/manifest+json", ".webp": "image/webp", ".xml": "text/xml",
    ".zip": "application/zip",
}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
_SHORT = {".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".svgz": ".svg.gz"}


def guess_type(url, strict=True):
    import posixpath
    path = url.__fspath__() if hasattr(url, "__fspath__") else url
    if path.startswith("data:"):
        gap("mimetypes of a data URL")
    base, ending = posixpath.splitext(path.partition("?")[0] if "://" in path else path)
    if ending.lower() in _SHORT:
        base, ending = posixpath.splitext(base + _SHORT[ending.lower()])
    encoding = None
    if ending in encodings_map:
        encoding = encodings_map[ending]
        base, ending = posixpath.splitext(base)
    if not ending:
        return None, encoding
    found = types_map.get(ending.lower())
    if found is None and len(ending) < 6 and ending[1:].isalnum():
        gap(f"the type of files that end in {ending}", "look it up in a longer list and in the system's")
    return found, encoding


def guess_extension(type, strict=True):
    for ending, one in types_map.items():
        if one == type.lower():
            return {"text/html": ".html", "image/jpeg": ".jpg", "image/tiff": ".tiff"}.get(one, ending)
    gap(f"the ending of files of the type {type}", "look it up")
