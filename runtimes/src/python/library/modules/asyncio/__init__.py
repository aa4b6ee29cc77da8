"""Coroutines that take turns. Time is that of the simulation: a sleep lasts as long as it says."""
from asyncio.events import (AbstractEventLoop, Handle, TimerHandle, get_event_loop, get_running_loop, new_event_loop,
                            set_event_loop)
from asyncio.futures import CancelledError, Future, InvalidStateError, TimeoutError, isfuture
from asyncio.locks import BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, TaskGroup, all_tasks, as_completed,
                           create_task, current_task, ensure_future, gather, iscoroutine, iscoroutinefunction, run, shield,
                           sleep, timeout, timeout_at, to_thread, wait, wait_for)
from _d_host import gap

__lacks__ = """
AbstractEventLoopPolicy AbstractServer Barrier BaseEventLoop BaseProtocol BaseTransport BrokenBarrierError
BufferedProtocol DatagramProtocol DatagramTransport IncompleteReadError LimitOverrunError Protocol ReadTransport Runner
SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport Timeout
Transport WriteTransport create_eager_task_factory create_subprocess_exec create_subprocess_shell eager_task_factory
get_child_watcher get_event_loop_policy open_connection open_unix_connection run_coroutine_threadsafe set_child_watcher
set_event_loop_policy start_server start_unix_server subprocess wrap_future
"""
