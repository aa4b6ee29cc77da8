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

  test("recalls words of what was typed, and changes them (bash 5.2)", () => {
    const on = machine();
    typed(["ls /tmp/a.txt b c 2> /dev/null"], on);
    expect(
      typed(
        [
          "echo !!:2 !ls:$",
          "echo !ls:1:h !ls:1:t !ls:1:r !ls:1:e",
          "echo !?tmp?:1-2",
          "!!:s/echo/echo -n/",
          "^nope^x",
          "echo !ls:9",
          `echo "!ls:0" '!ls' a!=b hi\\!there`,
          "echo !^ x!$",
          "history 1; history x",
        ],
        on,
      ),
    ).toEqual([
      "echo b /dev/null\nb /dev/null",
      "echo /tmp a.txt /tmp/a .txt\n/tmp a.txt /tmp/a .txt",
      "echo /tmp a.txt\n/tmp a.txt",
      "echo -n /tmp a.txt\n/tmp a.txt",
      "bash: :s^nope^x: substitution failed ?1",
      "bash: :9: bad word specifier ?1",
      `echo "ls" '!ls' a!=b hi\\!there\nls !ls a!=b hi!there`,
      'echo "ls" xhi\\!there\nls xhi!there',
      "bash: history: x: numeric argument required\n    8  history 1; history x ?1",
    ]);
  });

  test("has jobs under control from one line to the next (bash 5.2)", () => {
    const on = machine();
    const lines = (all: readonly string[]): string[] =>
      typed(all, on).map((said) => said.replaceAll(/^(\[\d\]) \d+$/gm, "$1 PID"));
    expect(
      lines([
        "sleep 50 & sleep 60 &",
        "jobs",
        "kill %1",
        "(sleep 0.4; echo late; exit 3) &",
        "sleep 0.1; echo $?",
        "fg",
        "echo $?; bg",
        "fg %9",
        "(sleep 2; echo file > out) &",
        "wait $!; cat out",
        "kill %2",
        "jobs; fg",
      ]),
    ).toEqual([
      "[1] PID\n[2] PID",
      "[1]-  Running                 sleep 50 &\n[2]+  Running                 sleep 60 &",
      "[1]-  Terminated              sleep 50",
      "[3] PID",
      "0",
      "(sleep 0.4; echo late; exit 3)\nlate ?3",
      "bash: bg: job 2 already in background\n3",
      "bash: fg: %9: no such job ?1",
      "[3] PID",
      "[3]+  Done                    ( sleep 2; echo file > out )\nfile",
      "[2]+  Terminated              sleep 60",
      "bash: fg: current: no such job ?1",
    ]);
    const before = on.snapshot();
    lines(["(sleep 5; echo later) &"]);
    const loaded = on.load(on.save({ states: new Map([[0, on.snapshot()]]), beside: null }));
    if ("why" in loaded) throw new Error(loaded.words);
    on.restore(before);
    expect(lines(["jobs"])).toEqual([""]);
    on.restore(loaded.states.get(0) ?? before);
    expect(lines(["wait"])).toEqual(["[1]+  Done                    ( sleep 5; echo later )\nlater"]);
  });

  test("asks on for what is not whole, and remembers it as one", () => {
    const on = machine();
    const said = (line: string, ...more: readonly string[]): string => {
      const ran = on.run(line, more);
      return ran.output.map(({ text }) => text).join("") + (ran.waits ? `…${ran.waits}` : "");
    };
    expect(said("for i in 1 2")).toBe("> …line");
    expect(said("for i in 1 2", "do echo $i\n")).toBe("> do echo $i\n> …line");
    expect(said("for i in 1 2", "do echo $i\n", "done\n")).toBe("> do echo $i\n> done\n1\n2\n");
    expect(said("!!")).toBe("for i in 1 2\ndo echo $i\ndone\n1\n2\n");
    expect(said("f() {", "echo in $1; }\n")).toBe("> echo in $1; }\n");
    expect(said("f $(", "echo sub\n", ")\n")).toBe("> echo sub\n> )\nin sub\n");
    expect(said("cat <<X; echo \\", "one\n", "X\n")).toContain("> one\n");
    expect(said("if true", "\u0004")).toMatch(/^> bash: .*unexpected end of file\n$/);
    expect(on.run("if true").stderr).toMatch(/unexpected end of file/);
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
