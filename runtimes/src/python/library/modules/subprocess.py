"""Other programs, run to their end."""
import os

from _d_host import ask, gap

__lacks__ = "Popen getoutput getstatusoutput list2cmdline"
PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        super().__init__(returncode, cmd)
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode < 0:
            gap("the name of a signal in a CalledProcessError")
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    pass


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


def run(args, *, stdin=None, input=None, stdout=None, stderr=None, capture_output=False, shell=False, cwd=None,
        timeout=None, check=False, encoding=None, errors=None, text=None, env=None, universal_newlines=None, **others):
    if others:
        gap("subprocess.run() with " + ", ".join(others))
    if capture_output:
        stdout = stderr = PIPE
    for one in (stdout, stderr):
        if one not in (None, PIPE, DEVNULL, STDOUT):
            gap("a child that writes into an open file")
    argv = [args] if isinstance(args, str) else [os.fspath(one) for one in args]
    if shell:
        argv = ["/bin/sh", "-c", args if isinstance(args, str) else argv[0]]
    if stderr == STDOUT and stdout == PIPE:
        gap("a child whose errors are mixed into its output")
    inherit = [name for name, one in (("stdout", stdout), ("stderr", stderr)) if one is None]
    as_text = bool(text or universal_newlines or encoding)
    question = {"argv": argv, "env": dict(env) if env is not None else os.environ.copy(), "inherit": inherit}
    question["cwd"] = os.fspath(cwd) if cwd else os.getcwd()
    if input is not None:
        data = input.encode() if isinstance(input, str) else input
        question["stdin"] = "".join([chr(one) for one in data])
    answer = ask("spawn", **question)
    if "errno" in answer:
        import _d_errors
        number = {"ENOENT": 2, "EACCES": 13, "ENOEXEC": 8, "ENOTDIR": 20}.get(answer["errno"], 2)
        raise _d_errors.os_error(number, argv[0])

    def told(name, wanted):
        if wanted != PIPE:
            return None
        data = bytes([ord(one) for one in answer[name]])
        return data.decode("utf-8") if as_text else data

    done = CompletedProcess(args, answer["status"], told("stdout", stdout), told("stderr", stderr))
    if check:
        done.check_returncode()
    return done


def call(args, **names):
    return run(args, **names).returncode


def check_call(args, **names):
    run(args, check=True, **names)
    return 0


def check_output(args, **names):
    return run(args, stdout=PIPE, check=True, **names).stdout


def getoutput(cmd):
    gap("subprocess.getoutput()")
