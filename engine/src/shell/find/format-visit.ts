import { notSimulated } from "../../core/engine-error.ts";
import type { Entry } from "../../vfs/entry.ts";
import { formatTime } from "../time/civil-time.ts";
import { permissions } from "../tree/listing.ts";
import { groupName, userName } from "../accounts/owner.ts";
import type { Process } from "../process.ts";
import { unescapeText } from "../text/unescape-text.ts";
import { lastPart, sizeOf } from "../tree/tree.ts";

/** One file on the walk. */
export interface Visit {
  readonly name: string;
  readonly entry: Entry;
  readonly depth: number;
  /** Set by `-prune`: nothing below is visited. */
  prune: boolean;
  /** Set by `-quit`: nothing more is visited. */
  quit: boolean;
}

/** What `-printf FORMAT` prints for one file. @throws {EngineError} NOT_SIMULATED for a letter that Drydock lacks */
export function formatVisit(process: Process, visit: Visit, format: string): string {
  const { entry, name } = visit;
  const part = (letter: string): string => {
    switch (letter) {
      case "p":
        return name;
      case "f":
        return lastPart(name) || name;
      case "h":
        return name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : ".";
      case "P":
        return name.split("/").slice(1).join("/");
      case "s":
        return String(sizeOf(entry));
      case "m":
        return entry.mode.toString(8);
      case "M":
        return permissions(entry);
      case "u":
        return userName(process, entry.uid) ?? String(entry.uid);
      case "g":
        return groupName(process, entry.gid) ?? String(entry.gid);
      case "U":
        return String(entry.uid);
      case "G":
        return String(entry.gid);
      case "y":
        return { file: "f", directory: "d", symlink: "l", device: "c" }[entry.kind];
      case "l":
        return entry.kind === "symlink" ? entry.target : "";
      case "d":
        return String(visit.depth);
      case "T":
      case "t":
        return formatTime("%a %b %e %H:%M:%S.0000000000 %Y", entry.mtime);
      case "%":
        return "%";
      default:
        throw notSimulated(`find -printf %${letter}`, "the real one knows it");
    }
  };
  return unescapeText(format, "format", "gnu").text.replaceAll(/%T@|%([a-zA-Z%])/g, (whole, letter: string) =>
    whole === "%T@" ? `${entry.mtime}.0000000000` : part(letter),
  );
}
