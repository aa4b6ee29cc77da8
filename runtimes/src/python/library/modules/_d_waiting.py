"""Waiting of a program that has one thread at a time: for a moment, or until something has come."""
from _d_host import ask, gap

# The threads that run now, the innermost last: each runs to its end where it is started.
running = []
# So long that only a signal ends it.
_FOR_EVER = 10.0 ** 9


def wait_until(test, timeout, what):
    """Waits until `test()` holds. Signals are handled meanwhile. Gives what `test()` gives at the end."""
    if test():
        return True
    if running:
        gap(f"a thread that waits for {what} while the others go on", "go on with the others meanwhile")
    left = _FOR_EVER if timeout is None else max(timeout, 0)
    while left and not test():
        # Only the handler of a signal can change anything now.
        answer = ask("sleep", seconds=left)
        if answer["signal"]:
            import signal
            signal._deliver(answer["signal"])
        left = answer["left"] or (_FOR_EVER if timeout is None else 0)
    return test()
