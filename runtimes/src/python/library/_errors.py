"""Exceptions while they are raised and handled. Whoever deals with exceptions finds all that is known of them here."""
from _native import isinstance

from _exceptions import classes, os_error, strings, version
from _facts import ATTRIBUTES, CAUSE, CONTEXT, FRAMES, TOLD, Traceback, fact, handling, lacking_attribute, own
from _frames import _native_frames, frames_of, hide_frames, keep_frames, lines_of, sources
from _messages import attribute, attribute_text, call_text, check, check_member, named_tuples, statement_of, text_of, unpack_text
from _tracebacks import format_error, format_frames, format_only, member_of, of_groups



def enter(error):
    """A handler begins to deal with an exception."""
    check(error)
    keep_frames(error, "again")
    handling.append(error)


def leave(other):
    """Another exception, or the same, leaves a handler."""
    if not handling:
        return
    error = handling[-1]
    if other is error:
        return
    check(other)
    if fact(other, CONTEXT) is None:
        fact(other, CONTEXT, error)
    keep_frames(other, "again")


def exit():
    """A handler is done."""
    if handling:
        handling.pop()


def caused(error, cause):
    """`raise error from cause`."""
    if isinstance(error, type):
        error = error()
    if isinstance(cause, type):
        cause = cause()
    fact(error, TOLD, True)
    if cause is not None:
        fact(error, CAUSE, cause)
    return raised(error)


def raised(error):
    """`raise error` of an exception that may have been raised before."""
    if isinstance(error, BaseException) and not isinstance(error, type) and _native_frames(error):
        keep_frames(error, "anew")
    return error


def trace(error, told):
    """The traceback that `__exit__` is given."""
    return told if error is None else told or Traceback(error)


def kinds(test):
    """What stands behind `except`."""
    return test
