"""One test, and what it can claim."""
import re

from _d_host import gap


class SkipTest(Exception):
    pass


class _Expected:
    """`with self.assertRaises(…)`."""

    def __init__(self, test, kinds, pattern, msg):
        self._test, self._kinds, self._pattern, self._msg = test, kinds, pattern, msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            names = self._kinds if isinstance(self._kinds, tuple) else (self._kinds,)
            told = names[0].__name__ if len(names) == 1 else str(names)
            self._test._fail(self._msg, f"{told} not raised")
        if not issubclass(kind, self._kinds):
            return False
        self.exception = error
        if self._pattern is not None and not re.search(self._pattern, str(error)):
            pattern = self._pattern if isinstance(self._pattern, str) else self._pattern.pattern
            self._test._fail(self._msg, f'"{pattern}" does not match "{error}"')
        return True


class _SubTest:
    """`with self.subTest(…)`: the test goes on behind a failure."""

    def __init__(self, test, msg, params):
        self._test = test
        self._told = (f"[{msg}] " if msg is not None else "") + (
            "({})".format(", ".join([f"{key}={value!r}" for key, value in params.items()])) if params else ""
        )

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None or not issubclass(kind, Exception):
            return False
        self._test._subfailures.append((self._told.rstrip() or "(<subtest>)", error))
        self._test._on_subfailure(error)
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subfailures = []
        self._on_subfailure = lambda error: None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        doc = getattr(type(self), self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def __str__(self):
        import sys
        whole = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"{self._testMethodName} ({whole}" + (f".{self._testMethodName})" if sys.version_info[1] >= 11 else ")")

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def _fail(self, msg, standard):
        raise self.failureException(standard if msg is None else f"{standard} : {msg}")

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{expr!r} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{expr!r} is not false")

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        import _d_test_differences
        self._fail(msg, _d_test_differences.said(first, second, self.maxDiff))

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertMultiLineEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        if first == second:
            self._fail(msg, f"{first!r} == {second!r}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        far = abs(first - second)
        if delta is not None:
            if far > delta:
                self._fail(msg, f"{first!r} != {second!r} within {delta!r} delta ({far!r} difference)")
        elif round(far, 7 if places is None else places) != 0:
            self._fail(msg, f"{first!r} != {second!r} within {7 if places is None else places} places ({far!r} difference)")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{expr1!r} is not {expr2!r}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {expr1!r}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{obj!r} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{member!r} not found in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{member!r} unexpectedly found in {container!r}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{obj!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{obj!r} is an instance of {cls!r}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{a!r} not greater than {b!r}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{a!r} not greater than or equal to {b!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{a!r} not less than {b!r}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{a!r} not less than or equal to {b!r}")

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for one in first:
            if one not in rest:
                gap("the words of a failed assertCountEqual()")
            rest.remove(one)
        if rest:
            gap("the words of a failed assertCountEqual()")

    def assertRegex(self, text, expected_regex, msg=None):
        if not re.search(expected_regex, text):
            pattern = expected_regex if isinstance(expected_regex, str) else expected_regex.pattern
            self._fail(msg, f"Regex didn't match: {pattern!r} not found in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(expected_exception, None, args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(expected_exception, expected_regex, args, kwargs)

    def _raises(self, kinds, pattern, args, kwargs):
        context = _Expected(self, kinds, pattern, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        import _d_test_differences
        return _d_test_differences.Logged(self, logger, level)

    def assertWarns(self, *args, **names):
        gap("TestCase.assertWarns()")


def skip(reason):
    def mark(test):
        if isinstance(test, type):
            test.__unittest_skip_why__ = reason
            return test

        def skipped(self, *args):
            raise SkipTest(reason)

        import functools
        return functools.wraps(test)(skipped)

    if callable(reason):
        test, reason = reason, ""
        return mark(test)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else lambda test: test


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test):
    setattr(test, "_expects_failure", True)
    return test
