/** `note.ts REPORT [DATE]`: takes a report of Stryker's into engine/testing/mutants.json and lists who survived. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutantFile, Mutants } from "../../engine/testing/mutants.ts";
import { type StrykerReport, scoreOf, survivorsOf } from "./report.ts";

const [path = "", date = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);
const report = JSON.parse(readFileSync(path, "utf8")) as StrykerReport;
const place = join(import.meta.dirname, "../../engine/testing/mutants.json");
const noted = JSON.parse(readFileSync(place, "utf8")) as Mutants;
const files: Record<string, MutantFile> = { ...noted.files };
for (const [name, { source, mutants }] of Object.entries(report.files)) {
  files[name] = { date, ...scoreOf(mutants) };
  for (const line of survivorsOf(source, mutants)) console.log(`${name}:${line}`);
}
const sorted = Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(place, `${JSON.stringify({ ...noted, files: sorted }, null, 2)}\n`);
