import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DockerfileCase, Reading } from "../../engine/testing/cases/dockerfile-case.ts";
import { readDockerfileCases } from "../../engine/testing/cases/read-dockerfile-cases.ts";
import { readShellCases } from "../../engine/testing/cases/read-shell-cases.ts";
import type { ShellCase } from "../../engine/testing/cases/shell-case.ts";
import { withoutEmpty } from "../../engine/testing/cases/without-empty.ts";
import { writeDockerfileCases } from "../../engine/testing/cases/write-dockerfile-cases.ts";
import { writeShellCases } from "../../engine/testing/cases/write-shell-cases.ts";
import type { KnownDifferences, PlacedFile } from "../../engine/testing/replay/transcript.ts";
import { writeTranscript } from "../../engine/testing/replay/write-transcript.ts";
import { CASES } from "./places.ts";
import { writeIfChanged } from "./write-if-changed.ts";

/** Brings in what BuildKit makes of single Dockerfiles and words, and what real shells make of scripts. @returns how many files changed. */
export const importCases = (folder: string): number =>
  importDockerfiles(join(folder, "parse/cases.json")) +
  importWords(join(folder, "parse/words.json")) +
  importScripts(join(folder, "shell/cases.json"));

interface RecordedDockerfile extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly dockerfile: string;
  readonly expect: Reading;
}

const INPUT = ["buildArgs", "target", "dockerignore", "platform", "check"];
/** What no comparison looks at. */
const LEFT_OUT = new Set(["warnings", "buildLint", "platform"]);

function importDockerfiles(file: string): number {
  const { cases }: { cases: RecordedDockerfile[] } = JSON.parse(readFileSync(file, "utf8"));
  let changed = 0;
  for (const [theme, rows] of Map.groupBy(cases, ({ id }) => id.split("/")[0] ?? "")) {
    const path = join(CASES, "dockerfile", `${theme}.txt`);
    const known = knownIn(existsSync(path) ? readDockerfileCases(path, readFileSync(path, "utf8")) : []);
    const own = rows.map((row): DockerfileCase => {
      const { escape, ...expect } = filled(row.expect, LEFT_OUT);
      const input = filled(Object.fromEntries(INPUT.map((name) => [name, row[name]])), new Set());
      return {
        id: row.id,
        dockerfile: row.dockerfile,
        input,
        expect: escape === undefined || escape === "\\" ? expect : { escape, ...expect },
        known: known(row.id),
      };
    });
    changed += Number(writeIfChanged(path, writeDockerfileCases(own)));
  }
  return changed;
}

/** Fields in the recorder's order, empty ones left out. */
function filled(fields: Reading, leftOut: ReadonlySet<string>): Record<string, unknown> {
  const kept = withoutEmpty(fields) as Reading;
  return Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name in kept && !leftOut.has(name))
      .map((name) => [name, kept[name]]),
  );
}

const knownIn = (
  cases: readonly { readonly id: string; readonly known: KnownDifferences }[],
): ((id: string) => KnownDifferences) => {
  const byId = new Map(cases.map(({ id, known }) => [id, known]));
  return (id) => byId.get(id) ?? new Map();
};

function importWords(file: string): number {
  const { env, cases }: { env: unknown; cases: unknown[] } = JSON.parse(readFileSync(file, "utf8"));
  const rows = cases.map((one) => JSON.stringify(one)).join(",\n");
  return Number(
    writeIfChanged(
      join(CASES, "dockerfile/words.json"),
      `{"env":${JSON.stringify(env)},"cases":[\n${rows}\n]}\n`,
    ),
  );
}

interface RecordedScript {
  readonly id: string;
  readonly script: string;
  readonly expect: {
    readonly exitCode: number;
    readonly stdout: string;
    readonly stderr: string;
    readonly changed: Readonly<
      Record<
        string,
        {
          readonly content?: string | null;
          readonly mode?: string;
          readonly directory?: true;
          readonly link?: string;
        }
      >
    >;
    readonly gone: readonly string[];
  };
}

function importScripts(file: string): number {
  const { files, cases }: { files: Record<string, string>; cases: RecordedScript[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const given = Object.entries(files).map(([path, text]) => ({
    kind: "place" as const,
    path,
    file: { kind: "text" as const, text },
  }));
  let changed = Number(
    writeIfChanged(
      join(CASES, "shell/given.txt"),
      writeTranscript({ title: "the files that every script finds in /w", steps: given }),
    ),
  );
  for (const [theme, rows] of Map.groupBy(cases, ({ id }) => id.split("/").slice(0, 2).join("-"))) {
    const path = join(CASES, "shell", `${theme}.txt`);
    const known = knownIn(existsSync(path) ? readShellCases(path, readFileSync(path, "utf8")) : []);
    changed += Number(
      writeIfChanged(path, writeShellCases(rows.map((row) => scriptCase(row, known(row.id))))),
    );
  }
  return changed;
}

function scriptCase({ id, script, expect }: RecordedScript, known: KnownDifferences): ShellCase {
  const changed = Object.entries(expect.changed).map(([path, { content, mode = "", directory, link }]) => {
    const file: PlacedFile =
      link !== undefined
        ? { kind: "link", target: link }
        : directory
          ? { kind: "folder", mode }
          : { kind: "text", text: content ?? "", mode };
    return { path, file, varies: content === null };
  });
  const { exitCode, stdout, stderr, gone } = expect;
  return { id, script, stdout, stderr, exitCode, changed, gone, known };
}
