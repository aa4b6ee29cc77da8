import { describe, expect, test } from "vitest";
import { Workstation } from "./workstation.ts";

const machine = (): Workstation => new Workstation({ bases: [], seed: "typed" });
/** What each line prints, and its status where that is not 0. */
const typed = (lines: readonly string[], on: Workstation = machine()): string[] =>
  lines.map((line) => {
    const { stdout, stderr, exitCode } = on.run(line);
    return `${stderr}${stdout}`.trimEnd() + (exitCode === 0 ? "" : ` ?${exitCode}`);
  });

describe("a shell that somebody types to", () => {
  test("remembers variables, arrays, functions and the last status", () => {
    expect(
      typed([
        `X="a 'b'"; arr=(1 "2 3"); declare -A m=([k]=v); f() { echo "f $1 $X"; }`,
        'echo "$X" "${arr[1]}" ${m[k]}; f z',
        "false",
        "echo $?; unset X",
        'echo "[$X]"',
        "exit 3",
        "echo $?",
      ]),
    ).toEqual(["", "a 'b' 2 3 v\nf z a 'b'", " ?1", "1", "[]", " ?3", "3"]);
  });

  test("knows aliases, where a command's name can stand and outside of quotes", () => {
    expect(
      typed(["alias e='echo hi' e2='e there'", "e; e2 | cat; echo e 'e' \"; e\"", "unalias e; alias"]),
    ).toEqual(["", "hi\nhi there\ne e ; e", "alias e2='e there'"]);
  });

  test("goes back by cd -, and recalls what was typed", () => {
    expect(typed(["cd /tmp", "cd -", "echo one", "!!", "echo !$ '!!'", "!-2", "!ech", "!nosuch"])).toEqual([
      "",
      "/root/app",
      "one",
      "echo one\none",
      "echo one '!!'\none !!",
      "echo one\none",
      "echo one\none",
      "bash: !nosuch: event not found ?1",
    ]);
  });

  test("forgets with the machine that is put back", () => {
    const on = machine();
    const before = on.snapshot();
    typed(["A=1; alias a=echo"], on);
    const after = on.snapshot();
    on.restore(before);
    expect(typed(['echo "[$A]"; alias'], on)).toEqual(["[]"]);
    const loaded = on.load(on.save({ states: new Map([[0, after]]), beside: null }));
    if ("why" in loaded) throw new Error(loaded.words);
    on.restore(loaded.states.get(0) ?? before);
    expect(typed(["a $A"], on)).toEqual(["1"]);
  });
});
