"""Queues between threads."""
import heapq

from _d_waiting import driven, until

__lacks__ = "ShutDown threading types deque heappush heappop time"


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.queue = []

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return 0 < self.maxsize <= len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)

    def _d_go_put(self, item, block=True, timeout=None):
        _check(timeout)
        if self.full() and not (block and (yield from until(lambda: not self.full(), timeout))):
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def put(self, item, block=True, timeout=None):
        return driven(self._d_go_put(item, block, timeout))

    def _d_go_get(self, block=True, timeout=None):
        _check(timeout)
        if not self.queue and not (block and (yield from until(lambda: self.queue, timeout))):
            raise Empty
        return self._get()

    def get(self, block=True, timeout=None):
        return driven(self._d_go_get(block, timeout))

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def _d_go_join(self):
        yield from until(lambda: not self.unfinished_tasks, None)

    def join(self):
        return driven(self._d_go_join())


def _check(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


class LifoQueue(Queue):
    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class SimpleQueue(Queue):
    pass


Empty.__module__, Full.__module__ = "_queue", "queue"
