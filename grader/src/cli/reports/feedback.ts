import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plural } from "../../look/words/words.ts";
import type { Report } from "../../report.ts";
import { learnerPage } from "../../reports/page/learner-page.ts";
import { visible } from "../../reports/visible.ts";
import { isZip, topNamesOf } from "../handed/class-zip.ts";
import { exit, type ExitStatus, UsageError } from "../exit-status.ts";
import { ReportsFile } from "./reports-file.ts";

/** What the command was told. */
export interface FeedbackAsked {
  readonly reports: string;
  readonly folder: string;
  readonly platform: Platform;
  /** What was downloaded from Canvas, as its zip or unpacked: feedback goes back under the names that lie there. */
  readonly submissions: string | undefined;
  readonly quiet: boolean;
}

type Platform = "moodle" | "canvas" | "html";

/** `drydock-grade feedback REPORT.ndjson DIR --to PLATFORM`: one page a learner, named so that the platform finds whose it is. */
export async function feedback({
  reports,
  folder,
  platform,
  submissions,
  quiet,
}: FeedbackAsked): Promise<ExitStatus> {
  const nameOf = await naming(platform, submissions);
  mkdirSync(folder, { recursive: true });
  const taken = new Set<string>();
  const nobody: string[] = [];
  for (const report of new ReportsFile(reports)) {
    const name = nameOf(report);
    if (name === undefined) {
      nobody.push(report.submission.id);
      continue;
    }
    /* Names that differ in case only are one file on many machines. */
    if (taken.has(name.toLowerCase()))
      throw new UsageError(`two submissions would become ${name}; their ids are too much alike`);
    taken.add(name.toLowerCase());
    writeFileSync(join(folder, name), learnerPage(report));
  }
  if (!quiet) process.stderr.write(`${plural(taken.size, "page")} in ${visible(folder)}\n`);
  if (nobody.length > 0)
    process.stderr.write(
      `${nobody.length} without a page, ${platform} would not know whose it is: ${nobody.slice(0, 10).map(visible).join(", ")}${nobody.length > 10 ? ", …" : ""}\n`,
    );
  return exit.graded;
}

type Naming = (report: Report) => string | undefined;

async function naming(platform: Platform, submissions: string | undefined): Promise<Naming> {
  switch (platform) {
    case "html":
      return ({ submission }) => `${plain(submission.id)}.html`;
    case "moodle":
      /* The importer splits at underscores: anything, the participant's number, the plugin, a name (mod/assign/feedback/file/importziplib.php). */
      return ({ submission: { id } }) =>
        /^\d+$/.test(id) ? `Participant_${id}_assignsubmission_file_feedback.html` : undefined;
    case "canvas":
      return canvasNaming(submissions);
  }
}

/**
 * Canvas looks for the first two numbers between underscores: the person, and the file that was handed in, which must be theirs
 * (Assignment#infer_comment_context_from_filename). Only the names that were downloaded hold both.
 */
async function canvasNaming(downloaded: string | undefined): Promise<Naming> {
  if (downloaded === undefined || !existsSync(downloaded))
    throw new UsageError(
      "--to canvas needs --submissions PATH, what was downloaded from Canvas: feedback goes back under those names",
    );
  const names = new Map<string, string>();
  for (const name of isZip(downloaded) ? await topNamesOf(downloaded) : readdirSync(downloaded).sort()) {
    const [, before, person, file] = /^(.*?)_(\d+)_(\d+)_/s.exec(name) ?? [];
    if (before !== undefined && person !== undefined && !names.has(person))
      names.set(person, `${before}_${person}_${file}_feedback.html`);
  }
  return ({ submission }) => names.get(submission.id);
}

/** An id as the name of a file, on any system; what it may not hold is written as a number. */
const plain = (id: string): string =>
  id
    .normalize("NFC")
    .slice(0, 100)
    .replaceAll(/[^\p{L}\p{N}@+_-]+/gu, (signs) =>
      /^[ .]+$/.test(signs) ? "_" : `_${signs.codePointAt(0)?.toString(16) ?? ""}_`,
    )
    .replace(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i, "$&_") || "_";
