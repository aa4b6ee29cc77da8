import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { completionScript } from "../completion.ts";
import { help, helpOf } from "../help.ts";
import { readWords } from "../read-words.ts";
import { commands } from "./index.ts";

test("the list is the folder, and the command without a name is first", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "index.ts",
  );
  expect(commands.map(({ name }) => `${name || "grade"}.ts`).sort()).toEqual(files.sort());
  expect(commands[0]?.name).toBe("");
});

test("help tells every command, and of each every operand and option", () => {
  for (const command of commands) {
    expect(help()).toContain(
      `drydock-grade ${[command.name, ...command.operands].filter(Boolean).join(" ")}`,
    );
    for (const { name, value } of command.options)
      expect(helpOf(command)).toMatch(new RegExp(`^  --${name}${value === undefined ? "" : " \\S"}`, "m"));
  }
});

test("what help says is what is read", () => {
  for (const command of commands) {
    const operands = command.operands.map((operand) => operand.split("|")[0] ?? "");
    const options = command.options.flatMap(({ name, value }) =>
      value === undefined ? [`--${name}`] : [`--${name}`, "x"],
    );
    const called = readWords([command.name, ...operands, ...options].filter(Boolean));
    expect(called).toMatchObject({ kind: "run", command });
    expect(readWords([command.name, "--help"].filter(Boolean)).kind).toBe("help");
  }
});

/* What bash itself offers, asked as a terminal asks it. */
function offered(...words: string[]): string[] {
  const script = completionScript("bash", commands);
  const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _drydock_grade; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", `cd /; ${script}\n${asked}`], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter(Boolean);
}

test("bash completes commands, options, their values and files", () => {
  expect(offered("drydock-grade", "ex")).toEqual(["explain", "export"]);
  expect(offered("drydock-grade", "batch", "--sh")).toEqual(["--shard"]);
  expect(offered("drydock-grade", "batch", "--layout", "m")).toEqual(["moodle"]);
  expect(offered("drydock-grade", "lesson", "--report", "sa")).toEqual(["sarif"]);
  expect(offered("drydock-grade", "schema", "")).toEqual(["rubric", "report"]);
  expect(offered("drydock-grade", "batch", "lesson", "/tm")).toEqual(["/tmp"]);
});

test("zsh and fish are told the same commands and options", () => {
  for (const shell of ["zsh", "fish"] as const) {
    const script = completionScript(shell, commands);
    for (const { name, options } of commands) {
      expect(script).toContain(name);
      for (const option of options)
        expect(script).toContain(shell === "zsh" ? `--${option.name}[` : ` -l ${option.name}`);
    }
    /* Every quote that opens is closed. */
    expect(script.replaceAll(/\\'|'\\''/g, "").split("'").length % 2).toBe(1);
  }
});
