import type { Answer } from "../shell.ts";
import type { Difference, PlacedFile } from "../replay/transcript.ts";
import type { ShellCase } from "./shell-case.ts";

/** Compares what our shell did with what the real one did. */
export function compareShell(want: ShellCase, got: Answer): Difference[] {
  const differences: Difference[] = [];
  const compare = (facet: Difference["facet"], theirs: string, ours: string): void => {
    if (theirs !== ours)
      differences.push({ facet, told: `${facet} is\n${ours}\nof the real shell\n${theirs}` });
  };
  compare("exit", String(want.exitCode), String(got.exitCode));
  compare("stdout", want.stdout, got.stdout);
  compare("stderr", want.stderr, got.stderr);
  const varying = new Set(want.changed.filter(({ varies }) => varies).map(({ path }) => path));
  compare(
    "files",
    listed(
      want.changed.map(({ path, file }) => [path, file]),
      varying,
    ),
    listed(
      Object.entries(got.changed).map(([path, left]) => [path, fileOf(left)]),
      varying,
    ),
  );
  compare("gone", want.gone.join("\n"), got.gone.toSorted().join("\n"));
  return differences;
}

const listed = (files: readonly (readonly [string, PlacedFile])[], varying: ReadonlySet<string>): string =>
  files
    .map(([path, file]) =>
      JSON.stringify([path, varying.has(path) && file.kind === "text" ? { ...file, text: "" } : file]),
    )
    .toSorted()
    .join("\n");

function fileOf(left: Answer["changed"][string]): PlacedFile {
  if ("link" in left) return { kind: "link", target: left.link };
  return "directory" in left
    ? { kind: "folder", mode: left.mode }
    : { kind: "text", text: left.content, mode: left.mode };
}
