import { aptCost } from "./apt-cost.ts";
import type { AptOptions } from "./apt-options.ts";
import { openApt } from "./apt-session.ts";
import { debFile } from "./deb-file.ts";
import { dpkgFileName } from "./deb-name.ts";
import { fetchArchives } from "./fetch-archives.ts";
import { findNamed } from "./find-named.ts";
import type { Process } from "../../process.ts";

/** User and group of apt's sandbox, which downloads where it may write. */
const SANDBOX_MAY_WRITE = 0o002;

/** `apt-get download NAME...`: the .deb files, into the working folder. */
export function download(process: Process, options: AptOptions): number {
  const session = openApt(process, options.quiet);
  const { catalogue } = session;
  const { files, cwd } = process;
  process.kernel.elapse(aptCost.readLists);
  const named = findNamed(session, options.operands, new Map());
  if (!named) return 100;
  const packages = [...new Set(named.names)].sort().flatMap((name) => catalogue.find(name) ?? []);
  if (!fetchArchives(session, packages, new Map())) return 100;
  for (const it of packages) {
    const errno = files.write(`${cwd === "/" ? "" : cwd}/${dpkgFileName(it)}`, debFile(it));
    if (errno) {
      session.fail(`Could not open file ${cwd}/${dpkgFileName(it)} - open (13: Permission denied)`);
      return 100;
    }
  }
  const folder = files.stat(cwd);
  const last = packages.at(-1);
  if (
    typeof folder !== "string" &&
    !(folder.mode & SANDBOX_MAY_WRITE) &&
    last &&
    process.credentials.uid === 0
  )
    process.stderr.write(
      `${session.modern ? "Warning" : "W"}: Download is performed unsandboxed as root as file '${cwd}/${dpkgFileName(last)}' couldn't be accessed by user '_apt'. - pkgAcquire::Run (13: Permission denied)\n`,
    );
  return 0;
}
