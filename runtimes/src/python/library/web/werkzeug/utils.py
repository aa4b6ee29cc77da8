"""Small things of Werkzeug."""
__lacks__ = "append_slash_redirect bind_arguments cached_property environ_property find_modules get_content_type header_property import_string send_file validate_arguments"
from flask.helpers import redirect, send_from_directory


def secure_filename(filename):
    filename = filename.replace("/", " ").replace("\\", " ")
    kept = "".join(one if one.isascii() and (one.isalnum() or one in "._- ") else "" for one in "_".join(filename.split()))
    return kept.strip("._")
