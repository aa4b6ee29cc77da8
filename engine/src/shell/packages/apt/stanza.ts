import { notSimulated } from "../../../core/engine-error.ts";
import { catalogueParts } from "../catalogue-parts.ts";
import type { AptSession } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";

/** One package as its archive describes it: fields by name, in the archive's order, and the text itself. */
export interface Stanza {
  readonly text: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads `Name: value` lines; a value goes on in lines that begin with a space. */
function readStanza(text: string): Stanza {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (line.startsWith(" ")) fields.set(last, `${fields.get(last) ?? ""}\n${line}`);
    else if (colon > 0) fields.set((last = line.slice(0, colon)), line.slice(colon + 1).trim());
  }
  return { text, fields };
}

/**
 * What the archive says of a package, the newest version first. @returns undefined where there is no such package
 * @throws {EngineError} NOT_SIMULATED for what the catalogue does not describe
 */
export function stanzasOf(
  { catalogue, installed, lists }: AptSession,
  name: string,
  command: string,
): readonly Stanza[] | undefined {
  const known = lists || installed.has(name);
  if (!known || (!installed.has(name) && notHeld[catalogue.suite].unknown.has(name))) return undefined;
  const text = lists ? catalogueParts[`apt-stanzas-${catalogue.suite}`].data.stanzas[name] : undefined;
  if (text === undefined)
    throw notSimulated(`${command} ${name}: Drydock's catalogue does not describe it`, "print its record");
  return text.split("\n\n").map(readStanza);
}

/** Packages that provide a virtual name, in apt's order. */
export const providersOf = ({ catalogue }: AptSession, name: string): readonly string[] | undefined =>
  catalogueParts[`apt-stanzas-${catalogue.suite}`].data.providers[name];
