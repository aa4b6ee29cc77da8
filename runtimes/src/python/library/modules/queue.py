"""Queues between threads."""
import heapq

import _d_waiting

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

    def put(self, item, block=True, timeout=None):
        _check(timeout)
        if self.full() and not (block and _d_waiting.wait_until(lambda: not self.full(), timeout, "room in a queue")):
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        _check(timeout)
        if not self.queue and not (block and _d_waiting.wait_until(lambda: self.queue, timeout, "something in a queue")):
            raise Empty
        return self._get()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        _d_waiting.wait_until(lambda: not self.unfinished_tasks, None, "the work of a queue")


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


class SimpleQueue:
    def __init__(self):
        self._queue = Queue()
        self.put, self.get, self.empty, self.qsize = self._queue.put, self._queue.get, self._queue.empty, self._queue.qsize
        self.put_nowait, self.get_nowait = self._queue.put_nowait, self._queue.get_nowait


Empty.__module__, Full.__module__ = "_queue", "queue"
