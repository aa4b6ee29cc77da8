"""Several applications behind one address."""


class DispatcherMiddleware:
    def __init__(self, app, mounts=None):
        self.app = app
        self.mounts = mounts or {}

    def __call__(self, environ, start_response):
        script, rest = environ.get("PATH_INFO", ""), ""
        while "/" in script:
            if script in self.mounts:
                app = self.mounts[script]
                break
            script, slash, last = script.rpartition("/")
            rest = f"/{last}{rest}"
        else:
            app = self.mounts.get(script, self.app)
        environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + script
        environ["PATH_INFO"] = rest
        return app(environ, start_response)
