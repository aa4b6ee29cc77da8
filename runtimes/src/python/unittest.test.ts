import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();

const TESTS = `import unittest
class TestAdd(unittest.TestCase):
    def setUp(self):
        self.n = 1
    def test_bad(self):
        """Says why."""
        self.assertEqual(1 + 2, 4, "sum")
    def test_error(self):
        {}["x"]
    def test_good(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertEqual(str(caught.exception), "division by zero")
    @unittest.skip("later")
    def test_skip(self):
        pass
if __name__ == "__main__":
    unittest.main()
`;

/** What CPython 3.12 writes below the row of letters. */
const told = (module: string): string => `
======================================================================
ERROR: test_error (${module}.TestAdd.test_error)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/app/test_add.py", line 9, in test_error
    {}["x"]
    ~~^^^^^
KeyError: 'x'

======================================================================
FAIL: test_bad (${module}.TestAdd.test_bad)
Says why.
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/app/test_add.py", line 7, in test_bad
    self.assertEqual(1 + 2, 4, "sum")
AssertionError: 3 != 4 : sum

----------------------------------------------------------------------
Ran 4 tests in 0.000s

FAILED (failures=1, errors=1, skipped=1)
`;

it("runs a file's tests, finds them, and takes their names", () => {
  host.build({ "test_add.py": TESTS });
  const run = (args: string): string => {
    const { stderr, exitCode } = host.run(`docker run --rm t python ${args}`);
    return `${exitCode}\n${stderr}`;
  };
  expect(run("test_add.py")).toBe(`1\nFE.s${told("__main__")}`);
  expect(run("-m unittest")).toBe(`1\nFE.s${told("test_add")}`);
  expect(run("-m unittest discover -v")).toContain(
    "test_good (test_add.TestAdd.test_good) ... ok\ntest_skip (test_add.TestAdd.test_skip) ... skipped 'later'\n",
  );
  expect(run("-m unittest test_add.TestAdd.test_good")).toBe(
    `0\n.\n${"-".repeat(70)}\nRan 1 test in 0.000s\n\nOK\n`,
  );
});

it("fails a build, as a test step should", () => {
  host.station.write(
    "step.Dockerfile",
    "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN python -m unittest\n",
  );
  expect(host.run("docker build -f step.Dockerfile .").stderr).toContain(
    'process "/bin/sh -c python -m unittest" did not complete successfully: exit code: 1',
  );
});
