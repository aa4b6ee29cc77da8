import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import type { FileSystem } from "../../../vfs/file-system.ts";
import { makeDirectories } from "../python/make-directories.ts";
import type { Process } from "../../process.ts";
import { aptCost } from "./apt-cost.ts";
import { openApt } from "./apt-session.ts";
import type { Archive, ListFile } from "./archive.ts";
import type { AptCatalogue } from "./apt-catalogue.ts";
import { readSources } from "./sources.ts";
import { tellUnreachable } from "./unreachable.ts";
import { secondsText, sizeText } from "./size-text.ts";

const LISTS = "/var/lib/apt/lists";

const fileName = ({ address }: Archive, { suite, part, component = "main" }: ListFile): string => {
  const host = `${address(suite).replace("http://", "").replaceAll("/", "_")}_dists_${suite}`;
  return part === "InRelease" ? `${host}_InRelease` : `${host}_${component}_binary-amd64_Packages.lz4`;
};

/** @throws {EngineError} NOT_SIMULATED for an archive whose lists Drydock does not hold: a third party's, another suite or component */
function refuseOthers(files: FileSystem, { archive }: AptCatalogue): void {
  for (const { type, uri, suite, components } of readSources(files)) {
    const own = archive.known.test(uri);
    const known = archive.lists.some((list) => list.suite === suite);
    if (type === "deb" && own && known && components.every((name) => archive.components.includes(name)))
      continue;
    throw notSimulated(
      `apt with the source \`${[type, uri, suite, ...components].join(" ")}\`: ${own ? "its lists are not in Drydock's catalogue" : "the outside world is not reachable from Drydock"}`,
      "fetch its lists, if its key and address are right",
    );
  }
}

/**
 * `apt-get update`: fetches the lists. Files that are there already are asked for and not sent again.
 *
 * @param strict `--error-on=any`: what cannot be fetched is an error
 */
export function update(process: Process, quiet: number, strict = false): number {
  const session = openApt(process, quiet);
  const { catalogue, say } = session;
  const { archive } = catalogue;
  const { files, kernel } = process;
  refuseOthers(files, catalogue);
  // apt makes the folder for root, as an empty cache mount over /var/lib/apt asks of it (CreateAPTDirectoryIfNeeded).
  if (!files.exists(LISTS) && process.credentials.uid === 0) makeDirectories(files, LISTS);
  if (!files.access(LISTS, 2)) {
    say("Reading package lists...");
    process.stderr.write(
      `E: List directory ${LISTS}/partial is missing. - Acquire (13: Permission denied)\n`,
    );
    return 100;
  }
  makeDirectories(files, `${LISTS}/partial`);
  files.chmod(`${LISTS}/partial`, 0o700);
  makeDirectories(files, `${LISTS}/auxfiles`);
  if (!files.exists(`${LISTS}/lock`)) files.write(`${LISTS}/lock`, Content.of(""), 0o640);
  if (kernel.network.address === null) {
    const asked = archive.lists.filter(({ part }) => part === "InRelease");
    const wanted = asked.map(({ suite }) => ({
      words: `${archive.address(suite)} ${suite} InRelease`,
      url: `${archive.address(suite)}/dists/${suite}/InRelease`,
    }));
    tellUnreachable(session, wanted, strict ? "E" : "W", true);
    const sign = session.modern ? (strict ? "Error" : "Warning") : strict ? "E" : "W";
    process.stderr.write(
      `${sign}: Some index files failed to download. They have been ignored, or old ones used instead.\n`,
    );
    return strict ? 100 : 0;
  }
  let sent = 0;
  let number = 0;
  kernel.elapse(aptCost.connect);
  const started = kernel.now();
  for (const list of archive.lists) {
    const path = `${LISTS}/${fileName(archive, list)}`;
    const present = files.exists(path);
    const words = `${archive.address(list.suite)} ${list.suite}${list.part === "Packages" ? `/${list.component ?? "main"} amd64 Packages` : " InRelease"}`;
    if (present) {
      if (list.part === "InRelease") say(`Hit:${++number} ${words}`);
      continue;
    }
    say(`Get:${++number} ${words} [${sizeText(list.sent)}B]`);
    sent += list.sent;
    kernel.elapse(list.sent / aptCost.bytesPerMillisecond);
    files.write(path, Content.declared(list.kept, `${list.suite} ${list.part} 2026-11-21`));
  }
  if (sent > 0) {
    const seconds = (kernel.now() - started) / 1000;
    say(
      `Fetched ${sizeText(sent)}B in ${secondsText(seconds)} (${sizeText(sent / Math.max(seconds, 0.001))}B/s)`,
    );
  }
  kernel.elapse(aptCost.readLists);
  say("Reading package lists...");
  return 0;
}
