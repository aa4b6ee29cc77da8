"""Coroutines that wait for one another."""
from asyncio import events


class _Waiters:
    def _wait(self):
        future = events.get_running_loop().create_future()
        self._waiters.append(future)
        return future

    def _wake(self, count=1):
        for one in list(self._waiters):
            if count <= 0:
                return
            if not one.done():
                one.set_result(True)
                self._waiters.remove(one)
                count -= 1


class _Held:
    """`async with lock`."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, traceback):
        self.release()


class Lock(_Held, _Waiters):
    def __init__(self):
        self._locked, self._waiters = False, []

    def locked(self):
        return self._locked

    async def acquire(self):
        while self._locked:
            await self._wait()
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()


class Event(_Waiters):
    def __init__(self):
        self._set, self._waiters = False, []

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        self._wake(len(self._waiters))

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await self._wait()
        return True


class Semaphore(_Held, _Waiters):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value, self._waiters = value, []

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value <= 0:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Condition(_Waiters):
    def __init__(self, lock=None):
        self._lock, self._waiters = lock or Lock(), []
        self.acquire, self.release, self.locked = self._lock.acquire, self._lock.release, self._lock.locked

    async def __aenter__(self):
        await self._lock.acquire()

    async def __aexit__(self, kind, error, traceback):
        self._lock.release()

    async def wait(self):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        future = self._wait()
        self._lock.release()
        try:
            await future
        finally:
            await self._lock.acquire()
        return True

    async def wait_for(self, predicate):
        found = predicate()
        while not found:
            await self.wait()
            found = predicate()
        return found

    def notify(self, n=1):
        self._wake(n)

    def notify_all(self):
        self._wake(len(self._waiters))
