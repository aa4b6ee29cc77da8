import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();
const sleeps = "import time\nwhile True:\n    time.sleep(10)\n";
const heeds = `import signal, sys, time\nsignal.signal(signal.SIGTERM, lambda *_: sys.exit(3))\n${sleeps}`;

/** Status of a container of a program that somebody stops. */
function stopped(program: string, flags: string): string {
  host.run(`docker rm -f box; cat > a.py <<'END'\n${program}END`);
  const run = host.run(
    `docker run -d ${flags} --name box -v $PWD/a.py:/a.py python:3.13-slim python /a.py; docker stop -t 2 box`,
  );
  return run.exitCode === 0 ? host.run("docker inspect -f '{{.State.ExitCode}}' box").stdout : run.stderr;
}

// Measured on Docker 28.5.2 with Python 3.11.
it.each([
  ["no default action as process 1: it is killed", sleeps, "", "137\n"],
  ["the default action behind an init", sleeps, "--init", "143\n"],
  ["a handler of its own", heeds, "", "3\n"],
  ["a handler of its own behind an init", heeds, "--init", "3\n"],
])("SIGTERM finds %s", (_, program, flags, status) => {
  expect(stopped(program, flags)).toBe(status);
});
