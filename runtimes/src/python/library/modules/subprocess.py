"""Other programs, run to their end where they are started."""
import io
import os

from _d_host import ask, gap

__lacks__ = ""
PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        super().__init__(returncode, cmd)
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    stdout = property(lambda self: self.output)

    def __str__(self):
        if self.returncode < 0:
            import signal
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        super().__init__(cmd, timeout)
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    stdout = property(lambda self: self.output)

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


CalledProcessError.__module__ = SubprocessError.__module__ = TimeoutExpired.__module__ = "subprocess"


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"CompletedProcess({', '.join(parts)})"


class Popen:
    """
    A program that was started. It runs when its end, its output or its answer is asked for: by then it has been given all that
    it reads. What both do meanwhile is not modelled.
    """

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0,
                 restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None,
                 encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        for name, given in (("executable", executable), ("preexec_fn", preexec_fn), ("user", user), ("group", group)):
            if given is not None:
                gap("subprocess with " + name)
        self.args, self._to, self._shell, self._cwd, self._env = args, {"stdout": stdout, "stderr": stderr}, shell, cwd, env
        self._text = bool(text or universal_newlines or encoding or errors)
        self._input = None
        if stdin is not None and stdin not in (PIPE, DEVNULL):
            self._input = stdin.read()
        self.stdin = _Pipe(self._text) if stdin == PIPE else None
        if stdin == DEVNULL:
            self._input = b""
        self.stdout, self.stderr = [_Later(self, name) if self._to[name] == PIPE else None for name in ("stdout", "stderr")]
        if stderr == STDOUT and stdout == PIPE:
            gap("a child whose errors are mixed into its output")
        self.returncode, self._done, self.pid = None, None, None
        if stdin != PIPE:
            self._run()

    def _run(self):
        if self._done is not None:
            return
        argv = [self.args] if isinstance(self.args, (str, bytes)) or hasattr(self.args, "__fspath__") else list(self.args)
        argv = [os.fsdecode(one) for one in argv]
        if self._shell:
            argv = ["/bin/sh", "-c"] + argv
        data = self.stdin.taken() if self.stdin is not None else self._input
        env = os.environ.copy() if self._env is None else dict(self._env)
        question = {"argv": argv, "env": env, "cwd": os.fspath(self._cwd) if self._cwd else os.getcwd()}
        question["inherit"] = [name for name, one in self._to.items() if one is None]
        if data is not None:
            data = data.encode() if isinstance(data, str) else data
            question["stdin"] = "".join([chr(one) for one in data])
        import _d_errors
        if self._cwd and not os.path.isdir(self._cwd):
            raise _d_errors.os_error(20 if os.path.exists(self._cwd) else 2, os.fspath(self._cwd))
        answer = ask("spawn", **question)
        if "errno" in answer:
            number = {"ENOENT": 2, "EACCES": 13, "ENOEXEC": 8, "ENOTDIR": 20}.get(answer["errno"], 2)
            raise _d_errors.os_error(number, argv[0])
        self._done = {name: bytes([ord(one) for one in answer[name]]) if name in answer else b"" for name in self._to}
        for name, to in self._to.items():
            if hasattr(to, "write"):
                # The real child writes to the file below; here the text goes through what stands above it.
                to.write(self._done[name] if "b" in getattr(to, "mode", "b") else self._done[name].decode())
        status = answer["status"]
        # The shell's way of telling a signal is not the kernel's.
        self.returncode = 128 - status if not self._shell and 128 < status < 160 else status

    def _told(self, name):
        if self._to[name] != PIPE:
            return None
        return self._done[name].decode() if self._text else self._done[name]

    def communicate(self, input=None, timeout=None):
        if self.stdin is not None and input is not None:
            self.stdin.write(input)
        self._run()
        return self._told("stdout"), self._told("stderr")

    def wait(self, timeout=None):
        self._run()
        return self.returncode

    def poll(self):
        self._run()
        return self.returncode

    def send_signal(self, sig):
        if self._done is None:
            gap("a signal to a child that waits for its input")

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self._run()

    def __repr__(self):
        return f"<Popen: returncode: {self.returncode} args: {self.args!r}>"


class _Pipe:
    """What is written for a child that has not been started yet."""

    def __init__(self, text):
        self._parts, self._as_text = [], text
        self.closed = False

    def write(self, data):
        if isinstance(data, str) != self._as_text:
            raise TypeError("a bytes-like object is required, not 'str'" if isinstance(data, str)
                            else f"write() argument must be str, not {type(data).__name__}")
        self._parts.append(data.encode() if isinstance(data, str) else bytes(data))
        return len(data)

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def taken(self):
        return b"".join(self._parts)


class _Later:
    """The output of a child: it is there as soon as somebody reads."""

    def __init__(self, child, name):
        self._child, self._name, self._file = child, name, None

    def _opened(self):
        if self._file is None:
            self._child._run()
            told = self._child._told(self._name)
            self._file = io.StringIO(told) if isinstance(told, str) else io.BytesIO(told)
        return self._file

    def read(self, size=-1):
        return self._opened().read(size)

    def readline(self):
        return self._opened().readline()

    def readlines(self):
        return list(self._opened())

    def __iter__(self):
        return iter(self._opened())

    def close(self):
        pass


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    import time
    began = time.monotonic()
    child = Popen(*popenargs, **kwargs)
    if isinstance(input, bytes) and child._text:
        raise TypeError("write() argument must be str, not bytes")
    out, err = child.communicate(input)
    if timeout is not None and time.monotonic() - began > timeout:
        gap("a child that takes longer than its time-out", "end it and raise TimeoutExpired")
    if check and child.returncode:
        raise CalledProcessError(child.returncode, child.args, out, err)
    return CompletedProcess(child.args, child.returncode, out, err)


def call(*popenargs, timeout=None, **kwargs):
    return run(*popenargs, timeout=timeout, **kwargs).returncode


def check_call(*popenargs, **kwargs):
    run(*popenargs, check=True, **kwargs)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    if "stdout" in kwargs:
        raise ValueError("stdout argument not allowed, it will be overridden.")
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    # Both streams in one, in the shell's own way.
    done = run(f"exec 2>&1\n{cmd}", shell=True, stdout=PIPE, text=True)
    data = done.stdout
    return done.returncode, data[:-1] if data[-1:] == "\n" else data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd)[1]


def list2cmdline(seq):
    gap("subprocess.list2cmdline(), which is Windows'")
