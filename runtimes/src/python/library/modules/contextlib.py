"""Context managers."""
__lacks__ = "AsyncExitStack AbstractAsyncContextManager aclosing asynccontextmanager nullcontext chdir AsyncContextDecorator ContextDecorator"


class _Made:
    def __init__(self, generator):
        self._generator = generator

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if kind is None:
            try:
                next(self._generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self._generator.throw(error if error is not None else kind())
        except StopIteration:
            return True
        except BaseException as other:
            if other is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    import functools

    @functools.wraps(func)
    def make(*args, **names):
        return _Made(func(*args, **names))

    return make


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, *rest):
        return None


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *rest):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *rest):
        pass


class _redirect:
    _name = ""

    def __init__(self, target):
        self._target = target
        self._before = []

    def __enter__(self):
        import sys
        self._before.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *rest):
        import sys
        setattr(sys, self._name, self._before.pop())


class redirect_stdout(_redirect):
    _name = "stdout"


class redirect_stderr(_redirect):
    _name = "stderr"


class ExitStack:
    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        value = cm.__enter__()
        self._exits.append(cm.__exit__)
        return value

    def callback(self, function, /, *args, **names):
        self._exits.append(lambda *rest: function(*args, **names) and False)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        done = False
        while self._exits:
            if self._exits.pop()(*((None, None, None) if done else (kind, error, traceback))):
                done = True
        return done

    def close(self):
        self.__exit__(None, None, None)
