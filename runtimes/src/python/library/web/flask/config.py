"""`app.config`."""
import datetime
import os

from _d_classes import order


def import_string(name):
    """What a dotted name stands for: a module, or something in one."""
    import importlib
    head, dot, tail = name.replace(":", ".").rpartition(".")
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if not dot or error.name != name and not name.startswith(str(error.name) + "."):
            raise
    try:
        return getattr(importlib.import_module(head), tail)
    except (AttributeError, ImportError) as error:
        from werkzeug.utils import ImportStringError
        raise ImportStringError(name, error)


class Config(dict):
    def __init__(self, root_path, defaults=None):
        super().__init__(defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            obj = import_string(obj)
        if isinstance(obj, type):
            keys = [key for kind in order(obj)[::-1] for key in getattr(kind, "__dict__", {})]
        else:
            keys = list(obj.__dict__) if hasattr(obj, "__dict__") else []
            if not hasattr(obj, "_d_space"):
                keys += [key for kind in order(type(obj)) for key in getattr(kind, "__dict__", {})]
        for key in keys:
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kwargs):
        for key, value in dict(mapping or {}, **kwargs).items():
            if key.isupper():
                self[key] = value
        return True

    def from_pyfile(self, filename, silent=False):
        path = os.path.join(self.root_path, filename)
        try:
            with open(path) as file:
                text = file.read()
        except OSError as error:
            if silent and error.errno in (2, 21, 20):
                return False
            error.strerror = f"Unable to load configuration file ({error.strerror})"
            raise
        space = {"__file__": path, "__name__": "config"}
        exec(text, space)
        return self.from_mapping({key: value for key, value in space.items() if key.isupper()})

    def from_envvar(self, variable_name, silent=False):
        name = os.environ.get(variable_name)
        if not name:
            if silent:
                return False
            raise RuntimeError(
                f"The environment variable {variable_name!r} is not set and as such configuration could not be loaded. "
                "Set this variable and make it point to a configuration file"
            )
        return self.from_pyfile(name, silent=silent)

    def from_prefixed_env(self, prefix="FLASK", *, loads=None):
        import json
        for key in sorted(os.environ):
            if not key.startswith(prefix + "_"):
                continue
            value = os.environ[key]
            try:
                value = (loads or json.loads)(value)
            except ValueError:
                pass
            target, parts = self, key[len(prefix) + 1:].split("__")
            for part in parts[:-1]:
                target = target.setdefault(part, {})
            target[parts[-1]] = value
        return True

    def from_file(self, filename, load, silent=False, text=True):
        path = os.path.join(self.root_path, filename)
        try:
            with open(path, "r" if text else "rb") as file:
                return self.from_mapping(load(file))
        except OSError as error:
            if silent and error.errno in (2, 21):
                return False
            error.strerror = f"Unable to load configuration file ({error.strerror})"
            raise

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        out = {}
        for key, value in self.items():
            if key.startswith(namespace):
                name = key[len(namespace):] if trim_namespace else key
                out[name.lower() if lowercase else name] = value
        return out


DEFAULTS = {
    "DEBUG": None, "TESTING": False, "PROPAGATE_EXCEPTIONS": None, "SECRET_KEY": None, "SECRET_KEY_FALLBACKS": None,
    "USE_X_SENDFILE": False, "TRUSTED_HOSTS": None, "SERVER_NAME": None, "APPLICATION_ROOT": "/",
    "SESSION_COOKIE_NAME": "session", "SESSION_COOKIE_DOMAIN": None, "SESSION_COOKIE_PATH": None,
    "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_SECURE": False, "SESSION_COOKIE_PARTITIONED": False,
    "SESSION_COOKIE_SAMESITE": None, "SESSION_REFRESH_EACH_REQUEST": True, "MAX_CONTENT_LENGTH": None,
    "MAX_FORM_MEMORY_SIZE": 500_000, "MAX_FORM_PARTS": 1_000, "SEND_FILE_MAX_AGE_DEFAULT": None,
    "TRAP_BAD_REQUEST_ERRORS": None, "TRAP_HTTP_EXCEPTIONS": False, "EXPLAIN_TEMPLATE_LOADING": False,
    "PREFERRED_URL_SCHEME": "http", "TEMPLATES_AUTO_RELOAD": None, "MAX_COOKIE_SIZE": 4093,
    "PROVIDE_AUTOMATIC_OPTIONS": True, "PERMANENT_SESSION_LIFETIME": datetime.timedelta(days=31),
}
