"""Templates of an application."""
import os

from flask.globals import current_app, g, request, session


def _context(context):
    from flask.helpers import get_flashed_messages, url_for
    out = {"g": g, "config": current_app.config, "url_for": url_for, "get_flashed_messages": get_flashed_messages}
    if request:
        out["request"] = request
        out["session"] = session
    out.update(current_app.jinja_env.globals)
    for name in [None] + (request.blueprints[::-1] if request else []):
        for function in current_app.template_context_processors.get(name, ()):
            out.update(function())
    out.update(context)
    return out


def _environment():
    from jinja2 import Environment
    app = current_app._get_current_object()
    folders = [os.path.join(app.root_path, app.template_folder or "templates")]
    for one in app.blueprints.values():
        if one.template_folder:
            folders.append(os.path.join(one.root_path, one.template_folder))

    def load(name):
        for folder in folders:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path, encoding="utf-8") as file:
                    return file.read()
        return None

    environment = Environment(loader=load, autoescape=True)
    environment.shared = ("g", "config", "url_for", "get_flashed_messages", "request", "session")
    environment.trim_blocks, environment.lstrip_blocks = app.jinja_env.trim_blocks, app.jinja_env.lstrip_blocks
    environment.globals.update(app.jinja_env.globals)
    environment.filters.update(app.jinja_env.filters)
    environment.tests.update(app.jinja_env.tests)
    return environment


def render_template(template_name_or_list, **context):
    names = [template_name_or_list] if isinstance(template_name_or_list, str) else template_name_or_list
    environment = _environment()
    template = environment.select_template(names)
    template.autoescape = template.name.rpartition(".")[2] in ("html", "htm", "xml", "xhtml", "svg")
    return template.render(_context(context))


def render_template_string(source, **context):
    return _environment().from_string(source).render(_context(context))


def stream_template(template_name_or_list, **context):
    return iter([render_template(template_name_or_list, **context)])
