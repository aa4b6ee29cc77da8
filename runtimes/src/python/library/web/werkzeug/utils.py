"""Small things of Werkzeug."""
__lacks__ = "append_slash_redirect bind_arguments cached_property environ_property find_modules get_content_type header_property validate_arguments"
from flask.config import import_string
from flask.helpers import redirect, send_file, send_from_directory


class ImportStringError(ImportError):
    """A dotted name that nothing stands for."""

    def __init__(self, import_name, exception):
        from _d_host import gap
        gap(f"import_string() failed for {import_name!r}: {exception}", "say how far it came")


def secure_filename(filename):
    filename = filename.replace("/", " ").replace("\\", " ")
    kept = "".join(one if one.isascii() and (one.isalnum() or one in "._- ") else "" for one in "_".join(filename.split()))
    if not filename.isascii():
        from _d_host import gap
        gap("secure_filename() of letters beyond ASCII", "take them apart into letter and accent")
    return kept.strip("._")
