import type { AptPackage } from "./apt-catalogue.ts";
import type { AptSession } from "./apt-session.ts";
import { PARTS, packageAddress } from "./package-address.ts";

/** The lines of one version: where it can be had, and whether it is what is installed. */
function lines(
  { catalogue }: AptSession,
  version: string,
  parts: string,
  here: string | undefined,
  section: string,
): string[] {
  const sources = [...parts].map(
    (part) => `        500 ${packageAddress(catalogue, { section, from: PARTS[part] ?? "main" })} Packages`,
  );
  const mine = here === version;
  return [
    ` ${mine ? "***" : "   "} ${version} ${sources.length > 0 ? 500 : 100}`,
    ...sources,
    ...(mine ? ["        100 /var/lib/dpkg/status"] : []),
  ];
}

/** `apt-cache policy NAME...`: what is installed, and what could be. */
export function policy(session: AptSession, names: readonly string[]): number {
  const { catalogue, installed, lists, process } = session;
  for (const name of names) {
    const here = installed.get(name)?.version;
    const it = lists ? catalogue.find(name) : undefined;
    const versions: AptPackage["versions"] = it?.versions ?? [];
    if (here === undefined && versions.length === 0) continue;
    const all =
      here === undefined || versions.some(({ version }) => version === here)
        ? versions
        : [...versions, { version: here, parts: "" }];
    process.stdout.write(
      `${name}:\n  Installed: ${here ?? "(none)"}\n  Candidate: ${all[0]?.version ?? ""}\n  Version table:\n${all
        .flatMap(({ version, parts }) => lines(session, version, parts, here, it?.section ?? ""))
        .join("\n")}\n`,
    );
  }
  return 0;
}
