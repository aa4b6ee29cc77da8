"""A small Flask: routes, requests, responses, templates, the development server."""
if tuple(int(part) for part in __installed__.split(".")[:2]) >= (2, 3):
    import blinker
import markupsafe
import werkzeug

import sys as _sys

from _d_host import ask as _ask


def _need(name):
    """It must be installed, and is read when somebody uses it: a server starts in half the time."""
    if name in _sys.modules or any(_ask("find", name=name, path=folder or ".") for folder in _sys.path):
        return
    raise ModuleNotFoundError("No module named '" + name + "'", name=name)


for _one in ("click", "itsdangerous", "jinja2"):
    _need(_one)

from flask import json
from flask.app import Flask, after_this_request, has_app_context, has_request_context
from flask.config import Config
from flask.globals import current_app, g, request, session
from flask.helpers import (abort, flash, get_flashed_messages, make_response, redirect, send_file, send_from_directory,
                           stream_with_context, url_for)
from flask.json import jsonify
from flask.scaffold import Blueprint
from flask.templating import render_template, render_template_string, stream_template
from flask.wrappers import Request, Response

__lacks__ = """
appcontext_popped appcontext_pushed appcontext_tearing_down before_render_template copy_current_request_context
got_request_exception get_template_attribute message_flashed request_finished request_started
request_tearing_down signals template_rendered typing ctx debughelpers
"""


def __getattr__(name):
    if name == "__version__":
        from importlib.metadata import version
        return version("flask")
    if name in ("Markup", "escape"):
        from importlib.metadata import version
        if int(version("flask").split(".")[0]) < 3:
            return getattr(markupsafe, name)
    import _d_system
    import _d_imports
    import sys
    space = dict(_d_imports.space_of(sys.modules["flask"]))
    space.pop("__getattr__")
    _d_imports.missing(sys.modules["flask"], space, name)
