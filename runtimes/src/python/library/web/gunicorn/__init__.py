"""Gunicorn: its words and its way of serving an application."""


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("gunicorn")
    raise AttributeError(f"module 'gunicorn' has no attribute {name!r}")
