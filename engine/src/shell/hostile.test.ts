import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { machineFiles } from "../../testing/machine-files.ts";
import { EngineError, isEngineError } from "../core/engine-error.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { execute } from "./execute.ts";

const recordings = JSON.parse(
  readFileSync(new URL("../../testing/shell-recordings.json", import.meta.url), "utf8"),
) as { readonly script: string }[];

/** Runs a script to its end, or to the limit that stops it. */
function limitOf(script: string, shell = "/bin/sh", steps = 1_000_000): string | undefined {
  try {
    execute({
      argv: [shell, "-c", script],
      env: [],
      directory: "/w",
      user: "",
      files: machineFiles("dash"),
      clock: { now: () => 0, elapse: () => undefined },
      onOutput: () => undefined,
      budget: { left: steps },
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
  ["yes", "lines of output"],
  ["yes $(seq 1000)", "characters of output"],
  ["x=$(yes)", "bytes in a pipe"],
  ["yes | wc -l", "bytes in a pipe"],
  ["x=aaaaaaaa; while :; do x=$x$x; done", "characters in a variable"],
  ["x=a; for i in 1 2 3 4 5 6 7 8 9 10; do x=$x$x$x$x; done; echo $x$x$x$x$x", "characters in a word"],
  ["yes > f", "bytes in one file"],
  ["seq 100000000", "steps of a script"],
  ["printf '%999999999d' 1", "width of printf"],
  ["printf '%.1000000000d' 1", "precision of printf"],
  ["printf '%.1000000000f' 1", "precision of printf"],
  ["echo a | awk '{ NF = 1e9; print }'", "fields of awk"],
  ["echo a | awk '{ $1000000000 = 1; print NF }'", "fields of awk"],
  ["printf '\\t' | expand -t 1000000000", "columns of a tab"],
  ["seq 300000 > f; while :; do gzip -c f > g; done", "steps of a script"],
  ["head -c 999999999 /dev/zero", "bytes of an endless device"],
  ["echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab | grep -E '(a+)+$'", "steps of a regular expression"],
  ["dd if=/dev/zero bs=1M count=1024 | wc -c", "bytes of an endless device"],
  ["seq 1000 > p; seq 200000 | grep -F -f p", "steps of a script"],
  [`awk 'BEGIN { while ("yes" | getline x) n++ }'`, "steps of a script"],
  ["echo x | sed ':a;ba'", "commands of sed"],
  ["awk 'BEGIN { while (1) x++ }'", "steps of awk"],
  [`awk 'BEGIN { while (1) x = x x "a" }'`, "characters in a word"],
  [`awk 'BEGIN { x = "aa"; while (1) gsub(/a/, "aaaa", x) }'`, "steps of awk"],
  ["while :; do awk 'BEGIN { while (i++ < 300000); }'; done", "steps of a script"],
  [`echo ${"a".repeat(3000)} | sed ':x;s/a/aa/;bx'`, "steps of a script"],
  [`echo ${"a".repeat(100_000)} | sed ':x;y/a/b/;bx'`, "steps of a script"],
  ["echo a | sed ':x;G;h;bx'", "characters in a word"],
  [`seq 5000 | sed 's/.*/${"a".repeat(20)}/' | grep -E '^(a|aa)*b'`, "steps of a script"],
  ["while :; do mkdir a; cd a; done", "steps of a script"],
  ["(".repeat(20_000), "commands inside one another"],
  ["f() ".repeat(20_000), "commands inside one another"],
  [`echo ${'"${x:-'.repeat(20_000)}`, "commands inside one another"],
  [`echo $((${"(".repeat(20_000)}1${")".repeat(20_000)}))`, "parts of an expression inside one another"],
  [`echo $((${"1?".repeat(20_000)}1${":1".repeat(20_000)}))`, "parts inside one another"],
  [`test ${"! ".repeat(20_000)} x`, "parts of a condition inside one another"],
  [`expr ${"'(' ".repeat(20_000)} 1`, "parts of an expression inside one another"],
  [`find . ${"! ".repeat(20_000)} -true`, "parts of an expression inside one another"],
  [`echo a | grep -E '${"(".repeat(20_000)}'`, "parts of a regular expression inside one another"],
  [`awk 'BEGIN { print ${"(".repeat(20_000)} }'`, "parts of a program inside one another"],
  [`awk 'BEGIN ${"{".repeat(20_000)}'`, "parts of a program inside one another"],
  [`awk 'BEGIN { x = 1${" 1".repeat(20_000)} }'`, "parts inside one another"],
  // Little is said, and much is to do each time.
  ["x=$(head -c 3000000 /dev/zero | tr '\\0' a); while :; do y=${#x}; done", "steps of a script"],
  [
    "x=$(head -c 30000 /dev/zero | tr '\\0' a); while :; do case $x in *a*a*b) ;; esac; done",
    "steps of a script",
  ],
  ["set -- $(seq 100000); while :; do shift; done", "steps of a script"],
  ['set -- $(seq 100000); while :; do y="$*"; done', "steps of a script"],
  ["IFS=,; x=$(seq -s, 100000); while :; do set -- $x; done", "steps of a script"],
  [`while :; do : $((${"1+".repeat(20_000)}1)); done`, "steps of a script"],
  ["jq -n 'reduce range(1000000) as $i ([]; . + [$i]) | length'", "steps of a script"],
  ["jq -n 'last(range(1e12))'", "steps of a script"],
  ["jq -n 'def f: 1 + f; f'", "parts inside one another"],
  ["jq -n 'range(1e12)'", "lines of output"],
  [`jq -n '"aa" | until(false; . + .)'`, "characters of a jq string"],
  [`jq -n '"a" * 100000 | until(false; gsub("a"; "aa"))'`, "steps of a script"],
  ["jq -n '[range(20000)] | until(false; tojson | fromjson)'", "steps of a script"],
  ["printf 'all:\\n\\t@$(MAKE) all\\n' > Makefile; make", "processes inside one another"],
  [
    `echo 'x:=aaaaaaaaaa' > Makefile; for i in $(seq 9); do echo 'x:=$(subst a,$(x),$(x))'; done >> Makefile; make`,
    "characters in a text of make",
  ],
  [
    "printf 'L:=$(shell seq 3000)\\nX:=$(foreach a,$(L),$(foreach b,$(L),$a))\\nall:\\n' > Makefile; make",
    "steps of a script",
  ],
  ["awk 'BEGIN { for (;;) a[i++] }'", "steps of awk"],
  ["echo x | sed ':a;s/^/x/;ta'", "steps of a script"],
  ["seq 1000000000000", "steps of a script"],
  ["for i in $(seq 20000); do eval x$i=1; done; while :; do (:); done", "steps of a script"],
  ["while :; do sleep 0 & wait; done", "steps of a script"],
])("%#: ends with a limit", (script, what) => {
  expect(limitOf(script), script.slice(0, 200)).toBe(what);
});

test.each([
  ["echo {1..100000000}", "steps of a script"],
  [`echo ${"{a,b}".repeat(40)}`, "steps of a script"],
  ["x=$(head -c 300000 /dev/zero | tr '\\0' a); while :; do y=${x:1:2}; done", "steps of a script"],
  ["x=$(head -c 300000 /dev/zero | tr '\\0' a); y=${x//?*b/}", "steps of a script"],
  ["a=(); while :; do a+=(1 2 3); done", "steps of a script"],
  ["a=($(seq 50000)); while :; do y=${#a[@]}; done", "steps of a script"],
  ['a=($(seq 50000)); while :; do b=("${a[@]}"); done', "steps of a script"],
  ["declare -A m; for i in {1..20000}; do m[$i]=1; done; while :; do y=${!m[*]}; done", "steps of a script"],
  ["for ((;;)); do ((x++)); done", "steps of a script"],
])("bash, %#: ends with a limit", (script, what) => {
  expect(limitOf(script, "/bin/bash", 300_000), script.slice(0, 200)).toBe(what);
});

test("an array may be long", () => {
  const script =
    "a=(); for i in {1..20000}; do a+=($i); done; [ ${#a[@]} -eq 20000 ] && [ ${a[19999]} = 20000 ]";
  expect(limitOf(script, "/bin/bash")).toBeUndefined();
});

const NOISE = [
  "$",
  "${x",
  "`",
  "$(",
  "((",
  "))",
  "|",
  "&&",
  ";",
  "}",
  "'",
  '"',
  "\\",
  "*",
  "[",
  "<<E\n",
  ">&",
  "\0",
  "-9",
  "%999d",
  "if",
  "esac",
];

test("scripts that are cut up and mixed end by themselves, or with an error of Drydock", () => {
  const pool = recordings.map(({ script }) => script);
  let seed = 1;
  const below = (count: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % count;
  };
  const lower = machineFiles("dash").snapshot();
  for (let i = 0; i < 2000; i++) {
    let script = pool[below(pool.length)] ?? "";
    const at = below(script.length + 1);
    const other = pool[below(pool.length)] ?? "";
    const from = below(other.length + 1);
    script =
      below(2) === 0
        ? script.slice(0, at) + (NOISE[below(NOISE.length)] ?? "") + script.slice(at)
        : script.slice(0, at) + other.slice(from, from + below(30));
    try {
      execute({
        argv: [["/bin/sh", "/bin/bash"][i % 2] ?? "", "-c", script],
        env: [],
        directory: "/w",
        user: "",
        files: new FileSystem(lower, () => 0),
        clock: { now: () => 0, elapse: () => undefined },
        onOutput: () => undefined,
      });
    } catch (error) {
      expect(error, `thrown by: ${script}`).toBeInstanceOf(EngineError);
    }
  }
}, 60_000);

test.each([
  "yes | head -n 2",
  "while :; do echo x; done | head -n 2",
  "while :; do echo x; done | while read -r line; do exit; done",
  "echo ${x#*****************a}",
  "ln -s l l; cat l; ls l",
  "rm -rf / --no-preserve-root",
  ":(){ :|:& };:",
  "printf '#!/w/x' > x; chmod +x x; ./x",
  "",
])("%s ends by itself", (script) => {
  expect(limitOf(script)).toBeUndefined();
});

test("what GNU's cp does with a folder that goes into itself is a gap, told at once", () => {
  expect(() => limitOf("cp -r / /tmp/copy")).toThrow(/NOT_SIMULATED.*into itself/);
});
