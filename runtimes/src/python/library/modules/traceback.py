"""Tracebacks as text."""
import sys

import _d_errors

__lacks__ = "FrameSummary StackSummary TracebackException extract_stack extract_tb format_list format_stack print_list print_stack print_tb walk_stack walk_tb clear_frames"


def _error(exc, value):
    if value is not None:
        return value
    return exc


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    return _d_errors.format_error(_error(exc, value), chain)


def format_exception_only(exc, /, value=None):
    return _d_errors.format_only(_error(exc, value))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value, chain=chain)))


def format_exc(limit=None, chain=True):
    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    return "NoneType: None\n" if error is None else "".join(format_exception(error, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc())


def format_tb(tb, limit=None):
    return _d_errors.format_frames(_d_errors.frames_of(tb.error), tb.error)
