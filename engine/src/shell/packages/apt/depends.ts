import type { AptSession } from "./apt-session.ts";
import { providersOf, stanzasOf } from "./stanza.ts";

/** Fields with relations, in the order in which apt's cache holds them (apt-pkg/deb/deblistparser.cc, NewVersion). */
const RELATIONS = [
  ["Pre-Depends", "PreDepends"],
  ["Depends", "Depends"],
  ["Conflicts", "Conflicts"],
  ["Breaks", "Breaks"],
  ["Recommends", "Recommends"],
  ["Suggests", "Suggests"],
  ["Replaces", "Replaces"],
  ["Enhances", "Enhances"],
] as const;
/** Kinds that `-i` keeps. */
const IMPORTANT: readonly string[] = ["PreDepends", "Depends", "Recommends"];

/** `apt-cache depends NAME...`: what each asks for; `|` before a name that may stand for the next, `<name>` for a virtual one. */
export function depends(session: AptSession, names: readonly string[], flags: ReadonlySet<string>): number {
  const { process } = session;
  let found = false;
  for (const name of names) {
    const fields = stanzasOf(session, name, "apt-cache depends")?.[0]?.fields;
    if (!fields) continue;
    found = true;
    const lines = [name];
    for (const [field, word] of RELATIONS) {
      if (flags.has(`no-${field.toLowerCase()}`)) continue;
      if (flags.has("important") && !IMPORTANT.includes(word)) continue;
      for (const group of (fields.get(field) ?? "").split(",")) {
        const choices = group.split("|").map((one) => one.trim().replace(/[ (:[].*$/, ""));
        for (const [at, choice] of choices.entries()) {
          if (choice === "") continue;
          const virtual = providersOf(session, `<${choice}>`);
          const providers = virtual ?? providersOf(session, choice) ?? [];
          lines.push(`${at < choices.length - 1 ? " |" : "  "}${word}: ${virtual ? `<${choice}>` : choice}`);
          lines.push(...providers.map((one) => `    ${one}`));
        }
      }
    }
    process.stdout.write(`${lines.join("\n")}\n`);
  }
  if (found) return 0;
  session.fail("No packages found");
  return 100;
}
