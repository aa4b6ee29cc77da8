"""The one door to the machine around: a question in JSON, an answer in JSON."""
import json as _json

import _host


def ask(call, **question):
    """One host call. What the other side throws ends the program: it cannot be caught here."""
    return _json.loads(_host.call(call, _json.dumps(question)))


def text_of(call, **question):
    """A host call whose answer is no JSON but a long text."""
    return _host.call(call, _json.dumps(question))


def gap(what, real="do what Python does"):
    """Stops: Drydock does not simulate this. Never returns."""
    ask("gap", what=what, real=real)
    raise SystemExit(70)
