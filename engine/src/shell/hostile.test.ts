import { expect, test } from "vitest";
import { machineFiles } from "../../testing/machine-files.ts";
import { isEngineError } from "../core/engine-error.ts";
import { execute } from "./execute.ts";

/** Runs a script to its end, or to the limit that stops it. */
function limitOf(script: string): string | undefined {
  try {
    execute({
      argv: ["/bin/sh", "-c", script],
      env: [],
      directory: "/w",
      user: "",
      files: machineFiles("dash"),
      clock: { now: () => 0, elapse: () => undefined },
      onOutput: () => undefined,
    });
    return undefined;
  } catch (error) {
    if (!isEngineError(error, "LIMIT")) throw error;
    return error.data.what;
  }
}

test.each([
  ["while :; do :; done", "steps of a script"],
  ["f() { f | f & }; f", "processes inside one another"],
  ["f() { f; }; f", "processes inside one another"],
  ["echo 'sh x' > x; sh x", "processes inside one another"],
  ['x=\'eval "$x"\'; eval "$x"', "processes inside one another"],
  ["yes", "characters of output"],
  ["x=$(yes)", "bytes in a pipe"],
  ["yes | wc -l", "bytes in a pipe"],
  ["x=aaaaaaaa; while :; do x=$x$x; done", "characters in a variable"],
  ["yes > f", "bytes in one file"],
  ["seq 100000000", "steps of a script"],
  ["printf '%999999999d' 1", "width of printf"],
  ["head -c 999999999 /dev/zero", "bytes of an endless device"],
  ["echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab | grep -E '(a+)+$'", "steps of a regular expression"],
  ["echo x | sed ':a;ba'", "commands of sed"],
  ["awk 'BEGIN { while (1) x++ }'", "steps of awk"],
])("%s ends with a limit on %s", (script, what) => {
  expect(limitOf(script)).toBe(what);
});

test.each([
  "yes | head -n 2",
  "while :; do echo x; done | head -n 2",
  "while :; do echo x; done | while read -r line; do exit; done",
  "echo ${x#*****************a}",
  "ln -s l l; cat l; ls l",
  "rm -rf / --no-preserve-root",
  "cp -r / /tmp/copy",
  ":(){ :|:& };:",
  "printf '#!/w/x' > x; chmod +x x; ./x",
  "",
])("%s ends by itself", (script) => {
  expect(limitOf(script)).toBeUndefined();
});
