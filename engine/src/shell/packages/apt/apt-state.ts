import { Content } from "../../../vfs/content.ts";
import type { FileSystem } from "../../../vfs/file-system.ts";

const PATH = "/var/lib/apt/extended_states";

/** Names of packages that came along for others (/var/lib/apt/extended_states). */
export function readAutomatic(files: FileSystem): Set<string> {
  const content = files.read(PATH);
  const text = typeof content === "string" ? "" : (content.text ?? "");
  return new Set(
    text
      .split("\n\n")
      .flatMap((stanza) =>
        stanza.includes("Auto-Installed: 1") ? (/^Package: (\S+)/m.exec(stanza)?.[1] ?? []) : [],
      ),
  );
}

/** The stanza of a package that came along for others. */
export const automaticStanza = (name: string): string =>
  `Package: ${name}\nArchitecture: amd64\nAuto-Installed: 1\n\n`;

export function writeAutomatic(files: FileSystem, names: ReadonlySet<string>): void {
  const text = [...names].sort().map(automaticStanza).join("");
  files.write(PATH, Content.of(text));
}
