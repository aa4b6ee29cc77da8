import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { completionScript, SHELLS, type Shell } from "./completion-script.ts";

const ASK_ZSH = fileURLToPath(new URL("../../../testing/completion/ask.zsh", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "drydock-completion-"));
const files = join(home, "files");
beforeAll(() => {
  mkdirSync(join(files, "class a"), { recursive: true });
  mkdirSync(join(home, "functions"));
  writeFileSync(join(files, "roster.csv"), "");
  for (const shell of SHELLS) writeFileSync(join(home, shell), completionScript(shell, commands));
  writeFileSync(join(home, "functions/_drydock-grade"), completionScript("zsh", commands));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each(SHELLS)(
  "%s is told every command and every option, and every quote that opens is closed",
  (shell) => {
    const script = completionScript(shell, commands);
    for (const { name, options } of commands) {
      expect(script).toContain(name);
      for (const option of options)
        expect(script).toMatch(new RegExp(`(?:--| -l )${option.name}(?=[ [=)\\\\])`));
    }
    expect(script.replaceAll(/'\\''|\\'/g, "").split("'").length % 2).toBe(1);
  },
);

const lines = (command: string, words: readonly string[]): readonly string[] => {
  const { stdout, stderr } = spawnSync(command, words, { cwd: files, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout
    .split("\n")
    .map((line) => line.split("\t")[0]?.replaceAll("\\ ", " ").replace(/\/$/, "") ?? "")
    .filter(Boolean)
    .sort((one, two) => (one < two ? -1 : 1));
};

/* What each shell itself offers behind a line that is typed. */
const OFFERED: Readonly<Record<Shell, (line: string) => readonly string[]>> = {
  bash(line) {
    /* A terminal parts words at `=` too. */
    const words = line.match(/=|[^\s=]+/g) ?? [];
    if (line.endsWith(" ")) words.push("");
    const asked = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _drydock_grade`;
    return lines("bash", ["-c", `source ${join(home, "bash")}; ${asked}; printf '%s\\n' "\${COMPREPLY[@]}"`]);
  },
  zsh: (line) => lines("zsh", ["-f", ASK_ZSH, join(home, "functions"), join(home, "offers"), files, line]),
  fish: (line) =>
    lines("fish", ["--no-config", "-c", `source ${join(home, "fish")}; complete -C '${line}'`]).map((offer) =>
      offer.replace(/^.*=/, ""),
    ),
};

describe.each(SHELLS)("%s", (shell) => {
  const present = spawnSync(shell, ["--version"]).status === 0;
  test.runIf(present).each([
    ["drydock-grade ex", ["explain", "export"]],
    ["drydock-grade cl", ["class a"]],
    ["drydock-grade --q", ["--quiet"]],
    ["drydock-grade batch --sh", ["--shard"]],
    ["drydock-grade batch --report html=page --re", ["--report", "--resume"]],
    ["drydock-grade batch --layout m", ["moodle"]],
    ["drydock-grade batch --layout=m", ["moodle"]],
    ["drydock-grade batch --jobs ", []],
    ["drydock-grade batch --roster ", ["class a", "roster.csv"]],
    ["drydock-grade batch lesson ", ["class a", "roster.csv"]],
    ["drydock-grade lesson --report sa", ["sarif"]],
    ["drydock-grade lesson --report html=ro", ["roster.csv"]],
    ["drydock-grade lesson cl", ["class a"]],
    ["drydock-grade schema ", ["report", "rubric"]],
    ["drydock-grade feedback report.ndjson --to ", ["canvas", "html", "moodle"]],
  ])("%s", (line, offered) => {
    rmSync(join(home, "offers.asked"), { force: true });
    rmSync(join(home, "offers.ready"), { force: true });
    expect(OFFERED[shell](line)).toEqual(offered);
  });
});
