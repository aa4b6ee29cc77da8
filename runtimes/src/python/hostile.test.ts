import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();
const deep = /calls inside one another this deep/;
const memory = /(?:bytes of memory in Python|a program that needs this much memory)/;
const steps = /more than 1000000 steps/;

/** Each ends by itself, with words that say why. */
it.each([
  ["catches everything", "while True:\n  try: raise KeyError\n  except BaseException: pass", steps],
  ["sums without an end", "def g():\n  while True: yield 1\nsum(g())", steps],
  ["fills a dict", "d = {}\nwhile True: d[len(d)] = 1", steps],
  ["nests a list", "x = []\nwhile True: x = [x]", memory],
  ["shows what is nested", "x = []\nfor i in range(100000): x = [x]\nrepr(x)", deep],
  ["reads nested JSON", "import json\njson.loads('[' * 100000)", deep],
  ["shifts far", "1 << 10 ** 9", memory],
  ["shifts farther", "1 << 10 ** 11", /overflow converting/],
  ["squares", "x = 2\nwhile True: x *= x", steps],
  ["pads", "'%1000000000d' % 1", memory],
  ["repeats", "'a' * 10 ** 9", memory],
  ["takes many bytes", "bytes(10 ** 10)", memory],
  ["lists the endless", "list(range(10 ** 12))", /overflow converting/],
  ["recurses by attributes", "class A:\n  def __getattr__(s, n): return getattr(s, n + 'x')\nA().y", deep],
  ["goes back in a pattern", "import re\nre.findall('(x+x+)+y', 'x' * 40)", steps],
  ["nests a pattern", "import re\nre.compile('(' * 100000)", /200 groups/],
  ["writes files", "i = 0\nwhile True:\n  i += 1\n  open(f'/tmp/{i}', 'w').write('x' * 9999)", steps],
  ["starts processes", "import subprocess\nwhile True: subprocess.run(['true'])", steps],
  ["hashes for ever", "import hashlib\nwhile True: hashlib.sha256(b'x' * 1000000).hexdigest()", steps],
])("a program that %s ends at a limit", (_what, program, told) => {
  const { stderr, exitCode } = host.python(program);
  expect(stderr).toMatch(/Drydock (?:stopped here|does not simulate)/);
  expect(stderr).toMatch(told);
  expect(exitCode).toBe(125);
});

/** Where CPython has a bound of its own, it is CPython's. */
it.each([
  [
    "int('9' * 5000)",
    "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits",
  ],
  ["str(10 ** 4301)", "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use"],
  ["eval('(' * 5000 + '1' + ')' * 5000)", "SyntaxError: too many nested parentheses"],
  [
    "exec(''.join(' ' * i + 'if 1:\\n' for i in range(200)) + ' ' * 200 + 'pass')",
    "IndentationError: too many levels",
  ],
])("%s is refused as CPython refuses it", (program, told) => {
  expect(host.python(program).stderr).toContain(told);
});
