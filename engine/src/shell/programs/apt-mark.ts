import { notSimulated } from "../../core/engine-error.ts";
import { type AptSession, mayChange, openApt, saveStatus } from "../packages/apt/apt-session.ts";
import { notHeld } from "../packages/apt/not-held.ts";
import { readAutomatic, writeAutomatic } from "../packages/apt/apt-state.ts";
import { regex, RegexProblem } from "../regex/regex.ts";
import type { Process, Program } from "../process.ts";

const SHOWING: Readonly<
  Record<string, (name: string, session: AptSession, automatic: ReadonlySet<string>) => boolean>
> = {
  showauto: (name, _, automatic) => automatic.has(name),
  showmanual: (name, _, automatic) => !automatic.has(name),
  showhold: (name, { installed }) => installed.get(name)?.held === true,
  showinstall: (name, { installed }) => installed.get(name)?.held !== true,
};

/** What apt 3 knows besides (apt-mark(8)). */
const KNOWN =
  /^(?:auto|manual|hold|unhold|minimize-manual|install|remove|purge|show\w+|markauto|unmarkauto)$/;

/** A name with a character of regular expressions is one, and matches anywhere (apt-pkg/cacheset.cc, PackageContainerInterface). */
function matching(word: string, names: readonly string[]): readonly string[] {
  if (!/[.?*+|[^$]/.test(word)) return [];
  try {
    const pattern = regex(word, { extended: true, ignoreCase: true });
    return names.filter((name) => pattern.exec(name) !== undefined);
  } catch (problem) {
    if (problem instanceof RegexProblem) return [];
    throw problem;
  }
}

/** The packages that the words mean: names, with the machine's architecture too, or patterns as in `apt-mark auto '.*'`. */
function chosen(
  process: Process,
  { installed, lists, catalogue }: AptSession,
  words: readonly string[],
): { readonly found: string[]; readonly missing: boolean } {
  const found: string[] = [];
  let missing = false;
  for (const word of words) {
    const bare = word.replace(/:amd64$/, "");
    const known = installed.has(bare) || (lists && catalogue.find(bare) !== undefined);
    const names = known ? [bare] : matching(word, [...installed.keys()].sort());
    if (names.length === 0) {
      if (lists && !/[.?*+|[^$:]/.test(word) && !notHeld[catalogue.suite].unknown.has(word))
        throw notSimulated(
          `apt-mark of ${word}, which is not in Drydock's catalogue`,
          "look for it in Debian's archive",
        );
      process.stderr.write(`E: Unable to locate package ${word}\n`);
      missing = true;
    }
    found.push(...names);
  }
  return { found, missing };
}

/** `apt-mark auto`, `manual`, `hold`, `unhold`, and what shows them. */
export const aptMark: Program = {
  name: "apt-mark",
  run(process) {
    const [command = "", ...names] = process.argv.slice(1);
    const session = openApt(process, 0);
    const { installed, status } = session;
    const automatic = readAutomatic(process.files);
    const shows = SHOWING[command];
    if (shows) {
      const wanted = [...installed.keys()].filter((name) => shows(name, session, automatic)).sort();
      const shown = names.length > 0 ? wanted.filter((name) => names.includes(name)) : wanted;
      process.stdout.write(shown.map((name) => `${name}\n`).join(""));
      return 0;
    }
    if (command !== "" && !KNOWN.test(command)) {
      process.stderr.write(`E: Invalid operation ${command}\n`);
      return 100;
    }
    if (!["auto", "manual", "hold", "unhold"].includes(command))
      throw notSimulated(`apt-mark ${command}`, "mark packages");
    if (!mayChange(process)) return 100;
    const { found, missing } = chosen(process, session, names);
    if (found.length === 0) {
      process.stderr.write("E: No packages found\n");
      return 100;
    }
    for (const name of found) process.stdout.write(`${mark(session, automatic, command, name)}\n`);
    if (command === "auto" || command === "manual") writeAutomatic(process.files, automatic);
    else if (status.length > 0) saveStatus(session);
    return missing ? 100 : 0;
  },
};

/** Marks one package. @returns apt's words */
function mark(
  { status, installed }: AptSession,
  automatic: Set<string>,
  command: string,
  name: string,
): string {
  if (!installed.has(name)) {
    if (command === "hold" || command === "unhold")
      throw notSimulated(
        `apt-mark ${command} of ${name}, which is not installed`,
        "remember it for when it is",
      );
    return `${name} can not be marked as it is not installed.`;
  }
  if (command === "auto" || command === "manual") {
    const word = command === "auto" ? "automatically" : "manually";
    const was = automatic.has(name) === (command === "auto");
    if (command === "auto") automatic.add(name);
    else automatic.delete(name);
    return was ? `${name} was already set to ${word} installed.` : `${name} set to ${word} installed.`;
  }
  const at = status.findIndex((it) => it.name === name);
  const it = status[at];
  const held = command === "hold";
  if (!it || (it.held === true) === held)
    return held ? `${name} was already set on hold.` : `${name} was already not on hold.`;
  status[at] = { ...it, held };
  return held ? `${name} set on hold.` : `Canceled hold on ${name}.`;
}
