"""Threads by turns: each is a generator that gives way where it waits, and whoever waits lets the others go on meanwhile."""
import sys
import time
import traceback

import _d_threads
import _d_program
from _d_host import ask, gap

# The threads that run now, the innermost last.
running = []
# Tasks of threads that have begun and not ended, in order of their start.
tasks = []
# So long that only a signal ends it.
_FOR_EVER = 10.0 ** 9


class Task:
    def __init__(self, thread, generator, ended):
        self.thread, self.generator, self.ended = thread, generator, ended
        # What it waits for, and until when.
        self.test, self.until = None, None
        self.busy = False

    def is_ready(self):
        if self.busy:
            return False
        return self.test is None or self.test() or self.until is not None and time.monotonic() >= self.until

    def go_on(self):
        """Runs it to where it waits again, or to its end."""
        self.busy = True
        running.append(self.thread)
        try:
            self.test, timeout = next(self.generator)
            self.until = None if timeout is None else time.monotonic() + max(timeout, 0)
            return
        except (StopIteration, SystemExit):
            pass
        except Exception as error:
            sys.stderr.write(f"Exception in thread {self.thread.name}:\n" + "".join(traceback.format_exception(error)))
        finally:
            running.pop()
            self.busy = False
        tasks.remove(self)
        self.ended()


def begin(thread, generator, ended):
    task = Task(thread, generator, ended)
    tasks.append(task)
    task.go_on()


def turn():
    """Lets each thread that can go on do so. Gives whether one did."""
    gone = False
    for task in list(tasks):
        if task in tasks and task.is_ready():
            task.go_on()
            gone = True
    return gone


def wait_until(test, timeout, what):
    """Waits until `test()` holds, while the others go on. Signals are handled meanwhile. Gives what `test()` gives at the end."""
    end = None if timeout is None else time.monotonic() + max(timeout, 0)
    while not test():
        if turn():
            continue
        now = time.monotonic()
        if end is not None and now >= end:
            break
        if any(task.busy for task in tasks):
            gap(f"a thread that waits for {what} inside a call of the library", "go on with the others meanwhile")
        moments = [task.until for task in tasks if task.until is not None] + ([] if end is None else [end])
        left = min(moments) - now if moments else _FOR_EVER
        if _d_program.servers and not running:
            if not moments:
                _serve(test)
                continue
            gap("a program that goes on by itself while a thread of it serves", "answer meanwhile")
        answer = ask("sleep", seconds=max(left, 0.001))
        if answer["signal"]:
            import signal
            signal._deliver(answer["signal"])
    return test()


def _serve(test):
    """Waits for requests and signals, until `test()` holds."""
    import _d_serving
    _d_serving.wait(test)


def driven(generator):
    """What a generator of waits comes to, for whoever is no thread of this kind."""
    try:
        while True:
            test, timeout = next(generator)
            wait_until(test, timeout, "another thread")
    except StopIteration as end:
        return end.value


def no():
    return False


def until(test, timeout):
    """Gives way until `test()` holds or the time is over; gives which."""
    if not test():
        yield test, timeout
    return bool(test())


def sleep(seconds):
    """`time.sleep` of a thread."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    yield no, seconds


def wait_between():
    """Before a program waits for requests: threads that can go on do. One that would wake by itself cannot."""
    while turn():
        pass
    moments = [task.until for task in tasks if task.until is not None]
    if moments and min(moments) - time.monotonic() < 30:
        gap("a thread that wakes up again and again beside a server", "go on with it meanwhile")


_d_threads.waiting[id(time.sleep)] = (time.sleep, sleep)
