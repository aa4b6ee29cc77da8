import { readAutomatic } from "./apt-state.ts";
import type { AptSession } from "./apt-session.ts";
import { PARTS, packageAddress } from "./package-address.ts";
import { sizeText } from "./size-text.ts";
import { stanzasOf } from "./stanza.ts";

const NOTHING = "No packages found";

/** `apt-cache show NAME...`: the records of the archive, as they are. */
export function cacheShow(session: AptSession, names: readonly string[], newestOnly: boolean): number {
  const found = names.flatMap((name) => {
    const stanzas = stanzasOf(session, name, "apt-cache show");
    return (newestOnly ? stanzas?.slice(0, 1) : stanzas) ?? [];
  });
  session.process.stdout.write(found.map(({ text }) => `${text}\n\n`).join(""));
  if (found.length > 0) return 0;
  session.fail(NOTHING);
  return 100;
}

/** Fields that `apt show` has in an order of its own, before the package's other ones (apt-private/private-show.cc). */
const ORDER = [
  "Package",
  "Version",
  "Built-Using",
  "Static-Built-Using",
  "Priority",
  "Essential",
  "Protected",
  "Section",
  "Source",
  "Origin",
  "Maintainer",
  "Original-Maintainer",
  "Bugs",
  "Installed-Size",
  "Provides",
  "Pre-Depends",
  "Depends",
  "Recommends",
  "Suggests",
  "Conflicts",
  "Breaks",
  "Replaces",
  "Enhances",
  "Homepage",
  "Tag",
];
const LEFT_OUT = new Set([
  ...ORDER,
  "Filename",
  "Size",
  "MD5sum",
  "SHA1",
  "SHA256",
  "Description",
  "Description-md5",
  "Architecture",
  "Multi-Arch",
]);

/** `apt show NAME...`: the same for people. */
export function show(session: AptSession, names: readonly string[]): number {
  const { process, installed, catalogue } = session;
  const automatic = readAutomatic(process.files);
  let shown = 0;
  let more = 0;
  for (const name of names) {
    const stanzas = stanzasOf(session, name, "apt show");
    const fields = stanzas?.[0]?.fields;
    if (!fields) continue;
    shown++;
    more += (stanzas?.length ?? 1) - 1;
    const kib = Number(fields.get("Installed-Size"));
    const lines = [...ORDER, ...[...fields.keys()].filter((key) => !LEFT_OUT.has(key))].flatMap((key) => {
      const value = fields.get(key);
      if (value === undefined) return [];
      return `${key}: ${key === "Installed-Size" ? `${sizeText(kib * 1024)}B` : value}`;
    });
    lines.push(`Download-Size: ${sizeText(Number(fields.get("Size")))}B`);
    if (installed.has(name)) lines.push(`APT-Manual-Installed: ${automatic.has(name) ? "no" : "yes"}`);
    const it = catalogue.find(name);
    const parts = it?.versions[0]?.parts ?? "m";
    lines.push(
      `APT-Sources: ${packageAddress(catalogue, { section: it?.section ?? "", from: PARTS[parts[0] ?? "m"] ?? "main" })} Packages`,
      `Description: ${fields.get("Description") ?? ""}`,
    );
    process.stdout.write(`${lines.join("\n")}\n\n`);
  }
  if (shown === 0) {
    session.fail(NOTHING);
    return 100;
  }
  if (more > 0)
    process.stderr.write(
      `${session.modern ? "Notice" : "N"}: There ${more === 1 ? "is 1 additional record" : `are ${more} additional records`}. Please use the '-a' switch to see ${more === 1 ? "it" : "them."}\n`,
    );
  return 0;
}
