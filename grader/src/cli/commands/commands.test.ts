import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { help, helpOf } from "../words/help.ts";
import { readWords } from "../words/read-words.ts";
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
