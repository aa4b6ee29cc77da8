"""Handlers that keep files small, hold records back, or send them."""
import os

import logging
from _d_host import gap

__lacks__ = "BaseRotatingHandler DatagramHandler NTEventLogHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT SYSLOG_TCP_PORT SYSLOG_UDP_PORT"


class RotatingFileHandler(logging.FileHandler):
    """Begins a new file when the old one would grow too large, and keeps `backupCount` of them."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def _too_large(self, record):
        if self.maxBytes <= 0 or not os.path.exists(self.baseFilename):
            return False
        self.flush()
        return os.path.getsize(self.baseFilename) + len((self.format(record) + "\n").encode()) >= self.maxBytes

    def doRollover(self):
        self.close()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                if os.path.exists(f"{self.baseFilename}.{number}"):
                    os.replace(f"{self.baseFilename}.{number}", f"{self.baseFilename}.{number + 1}")
            if os.path.exists(self.baseFilename):
                os.replace(self.baseFilename, self.baseFilename + ".1")
        self.stream = open(self.baseFilename, "a" if self.backupCount > 0 else "w")

    def emit(self, record):
        if self._too_large(record):
            self.doRollover()
        super().emit(record)


class WatchedFileHandler(logging.FileHandler):
    pass


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer = []


class MemoryHandler(BufferingHandler):
    """Holds records back until there are enough of them, or one is bad enough."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target = flushLevel, target

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target is not None:
            for one in self.buffer:
                self.target.handle(one)
            self.buffer = []


class QueueHandler(logging.Handler):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def emit(self, record):
        self.queue.put_nowait(record)


class QueueListener:
    def __init__(self, queue, *handlers, respect_handler_level=False):
        gap("a QueueListener", "handle records in a thread of its own")


def _lacking(name, what):
    class Lacking(logging.Handler):
        def __init__(self, *args, **names):
            gap(f"logging.handlers.{name}", what)

    return Lacking


TimedRotatingFileHandler = _lacking("TimedRotatingFileHandler", "begin a new file when the time has come")
SocketHandler = _lacking("SocketHandler", "send records over the network")
SysLogHandler = _lacking("SysLogHandler", "send records to the system's log")
SMTPHandler = _lacking("SMTPHandler", "send records by mail")
HTTPHandler = _lacking("HTTPHandler", "send records to a web server")
