"""Finding tests, running them, telling how it went."""
import os
import sys
import time
import traceback

from _d_host import gap
from unittest.case import SkipTest, TestCase


class TestSuite:
    def __init__(self, tests=()):
        self.tests = list(tests)

    def addTest(self, test):
        self.tests.append(test)

    def addTests(self, tests):
        self.tests.extend(tests)

    def __iter__(self):
        return iter(self.tests)

    def all(self):
        """The tests in all suites below, in order."""
        found = []
        for one in self.tests:
            found += one.all() if isinstance(one, TestSuite) else [one]
        return found

    def countTestCases(self):
        return len(self.all())


class TestLoader:
    testMethodPrefix = "test"

    def getTestCaseNames(self, testCaseClass):
        names = set()
        for kind in testCaseClass.__mro__:
            names.update([one for one, value in getattr(kind, "__dict__", {}).items() if one.startswith(self.testMethodPrefix)
                          and callable(value)])
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        return TestSuite([testCaseClass(one) for one in self.getTestCaseNames(testCaseClass)])

    def loadTestsFromModule(self, module, *, pattern=None):
        import _d_imports
        found = sorted([(name, one) for name, one in _d_imports.space_of(module).items()
                        if isinstance(one, type) and issubclass(one, TestCase) and one is not TestCase], key=lambda pair: pair[0])
        return TestSuite([self.loadTestsFromTestCase(one) for _, one in found])

    def loadTestsFromName(self, name, module=None):
        import importlib
        parts = name.split(".")
        here, rest = module, parts
        if here is None:
            for count in range(len(parts), 0, -1):
                try:
                    here, rest = importlib.import_module(".".join(parts[:count])), parts[count:]
                    break
                except ModuleNotFoundError:
                    if count == 1:
                        gap("the report of a test module that is not there", "count it as an error")
        for place, one in enumerate(rest):
            if isinstance(here, type) and place == len(rest) - 1:
                return TestSuite([here(one)])
            here = getattr(here, one)
        return self.loadTestsFromTestCase(here) if isinstance(here, type) else self.loadTestsFromModule(here)

    def loadTestsFromNames(self, names, module=None):
        return TestSuite([self.loadTestsFromName(one, module) for one in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        import fnmatch
        import importlib
        top = os.path.abspath(top_level_dir or start_dir)
        if not os.path.isdir(top):
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        if top not in sys.path:
            sys.path.insert(0, top)
        suite = TestSuite()

        def look(folder):
            for name in sorted(os.listdir(folder)):
                path = os.path.join(folder, name)
                if os.path.isfile(path) and fnmatch.fnmatch(name, pattern) and name[:-3].isidentifier():
                    module = os.path.relpath(path, top)[:-3].replace("/", ".")
                    suite.addTest(self.loadTestsFromModule(importlib.import_module(module)))
                elif os.path.isdir(path) and os.path.isfile(os.path.join(path, "__init__.py")):
                    look(path)

        look(os.path.abspath(start_dir))
        return suite


defaultTestLoader = TestLoader()


class TestResult:
    def __init__(self, stream=None, descriptions=True, verbosity=1):
        self.stream, self.verbosity = stream, verbosity
        self.failures, self.errors, self.skipped, self.testsRun = [], [], [], 0
        self.expectedFailures, self.unexpectedSuccesses, self.shouldStop = [], [], False

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses


TextTestResult = TestResult


class TextTestRunner:
    resultclass = TestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None,
                 *, tb_locals=False, durations=None):
        self.stream, self.verbosity, self.failfast = stream or sys.stderr, verbosity, failfast

    def run(self, test):
        result = self.result = TestResult(self.stream, True, self.verbosity)
        tests = test.all() if isinstance(test, TestSuite) else [test]
        began, before, broken = time.monotonic(), None, None
        for place, one in enumerate(tests):
            kind = type(one)
            if kind is not before:
                broken, before = self._enter(kind), kind
            if not broken:
                self._one(one)
            if place + 1 == len(tests) or type(tests[place + 1]) is not kind:
                kind.tearDownClass()
            if self.failfast and not result.wasSuccessful():
                break
        self._tell(result, time.monotonic() - began)
        return result

    def _enter(self, kind):
        try:
            kind.setUpClass()
        except Exception as error:
            self.result.errors.append((f"setUpClass ({kind.__module__}.{kind.__qualname__})", _text(error)))
            self._mark("E", "ERROR")
            return True
        return False

    def _mark(self, letter, word):
        self.stream.write(word + "\n" if self.verbosity > 1 else letter if self.verbosity else "")
        self.stream.flush()

    def _one(self, test):
        self.result.testsRun += 1
        told = str(test)
        if test.shortDescription():
            told += "\n" + test.shortDescription()
        if self.verbosity > 1:
            self.stream.write(told + " ... ")
        found = None
        expects = getattr(getattr(type(test), test._testMethodName), "_expects_failure", False)
        test._on_subfailure = lambda error: self._mark(*(("F", "FAIL") if isinstance(error, test.failureException) else ("E", "ERROR")))
        if self.verbosity > 1:
            test._on_subfailure = lambda error: gap("subTest() with -v", "tell each on a line")
        try:
            why = getattr(type(test), "__unittest_skip_why__", None)
            if why is not None:
                raise SkipTest(why)
            test.setUp()
            try:
                getattr(test, test._testMethodName)()
            except Exception as error:
                found = error
            test.tearDown()
        except Exception as error:
            found = found or error
        while test._cleanups:
            function, args, names = test._cleanups.pop()
            function(*args, **names)
        for about, error in test._subfailures:
            rows = self.result.failures if isinstance(error, test.failureException) else self.result.errors
            rows.append((str(test) + " " + about + told[len(str(test)):], _text(error)))
        if found is not None and expects and not isinstance(found, SkipTest):
            self.result.expectedFailures.append((test, _text(found)))
            self._mark("x", "expected failure")
        elif found is None and expects:
            self.result.unexpectedSuccesses.append(told)
            self._mark("u", "unexpected success")
        elif found is None:
            if not test._subfailures:
                self._mark(".", "ok")
        elif isinstance(found, SkipTest):
            self.result.skipped.append((test, str(found)))
            self._mark("s", f"skipped {str(found)!r}")
        elif isinstance(found, test.failureException):
            self.result.failures.append((told, _text(found)))
            self._mark("F", "FAIL")
        else:
            self.result.errors.append((told, _text(found)))
            self._mark("E", "ERROR")

    def _tell(self, result, seconds):
        write = self.stream.write
        if self.verbosity:
            write("\n")
        for word, rows in (("ERROR", result.errors), ("FAIL", result.failures)):
            for told, text in rows:
                write("=" * 70 + f"\n{word}: {told}\n" + "-" * 70 + f"\n{text}\n")
        if result.unexpectedSuccesses:
            write("=" * 70 + "\n" + "".join([f"UNEXPECTED SUCCESS: {told}\n" for told in result.unexpectedSuccesses]))
        write("-" * 70 + "\n")
        write(f"Ran {result.testsRun} test{'' if result.testsRun == 1 else 's'} in {seconds:.3f}s\n\n")
        counts = [f"{word}={len(rows)}" for word, rows in (("failures", result.failures), ("errors", result.errors),
                                                          ("skipped", result.skipped),
                                                          ("expected failures", result.expectedFailures),
                                                          ("unexpected successes", result.unexpectedSuccesses)) if rows]
        if not result.wasSuccessful():
            word = "FAILED"
        else:
            word = "OK" if result.testsRun or result.skipped or sys.version_info[1] < 12 else "NO TESTS RAN"
        write(word + (f" ({', '.join(counts)})" if counts else "") + "\n")
        self.stream.flush()


def _text(error):
    """The traceback, from the test on: without what the library itself stood above it."""
    return "".join(traceback.format_exception(error))


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        names = []
        words = list(argv or sys.argv)[1:]
        found = {"-s": ".", "-p": "test*.py", "-t": None}
        looks = module is None and (not words or words[0] == "discover" or all(one.startswith("-") for one in words))
        if words and words[0] == "discover":
            words.pop(0)
        while words:
            one = words.pop(0)
            if one in ("-v", "--verbose"):
                verbosity = 2
            elif one in ("-q", "--quiet"):
                verbosity = 0
            elif one in ("-f", "--failfast"):
                failfast = True
            elif looks and one in ("-s", "-p", "-t", "--start-directory", "--pattern", "--top-level-directory"):
                found[one[-2:] if len(one) == 2 else {"s": "-s", "p": "-p", "t": "-t"}[one[2]]] = words.pop(0)
            elif one.startswith("-"):
                gap(f"the option {one} of unittest")
            else:
                names.append(one)
        if looks:
            suite = testLoader.discover(names[0] if names else found["-s"], found["-p"], found["-t"])
        elif module is None:
            sys.path.insert(0, os.getcwd())
            suite = testLoader.loadTestsFromNames([one[:-3].replace("/", ".") if one.endswith(".py") else one for one in names])
        else:
            here = sys.modules[module] if isinstance(module, str) else module
            suite = testLoader.loadTestsFromNames(names, here) if names else testLoader.loadTestsFromModule(here)
        self.result = (testRunner or TextTestRunner)(verbosity=verbosity, failfast=bool(failfast)).run(suite)
        if exit:
            none = not self.result.testsRun and not self.result.skipped and sys.version_info[1] >= 12
            sys.exit(5 if none else 0 if self.result.wasSuccessful() else 1)


main = TestProgram
