import type { AptSession } from "./apt-session.ts";
import { columns } from "./columns.ts";
import { nameLines, sizeText } from "./size-text.ts";

/** What apt is about to do, in the words of apt-get and of apt 3 alike. */
export interface ToldPlan {
  /** Each with apt-get's title and apt 3's; empty: not told by that one. */
  readonly sections: readonly (readonly [classic: string, modern: string, names: readonly string[]])[];
  readonly news: number;
  readonly removed: number;
  readonly upgraded?: number;
  readonly reinstalled?: number;
  /** Installed packages that could be newer and stay as they are. */
  readonly kept: number;
}

/** Room on the simulated machine's disk, which apt 3 tells. */
const AVAILABLE = 50_000_000_000;

const plural = (many: boolean, one: string, more: string): string => (many ? more : one);

/** Packages that came along for others and that nobody needs any more. */
export function tellUnneeded({ say, modern }: AptSession, names: readonly string[]): void {
  if (names.length === 0) return;
  const many = names.length > 1;
  say(
    `The following ${plural(many, "package was", "packages were")} automatically installed and ${plural(many, "is", "are")} no longer required:`,
  );
  say((modern ? columns(names) : nameLines(names)).trimEnd());
  say(`Use 'apt autoremove' to remove ${plural(many, "it", "them")}.`);
  if (modern) say("");
}

/** The lists of packages and their sum. */
export function tellPlan({ say, modern }: AptSession, plan: ToldPlan): void {
  const { sections, news, removed, kept, upgraded = 0, reinstalled = 0 } = plan;
  for (const [classic, title, names] of sections) {
    const shown = modern ? title : classic;
    if (names.length === 0 || shown === "") continue;
    // apt 3 gives each alternative a cell of its own.
    const cells = modern
      ? names.flatMap((name) => name.split(" | ").map((one, at) => (at === 0 ? one : `| ${one}`)))
      : names;
    say(`${shown}:\n${(modern ? columns(cells) : nameLines(cells)).trimEnd()}${modern ? "\n" : ""}`);
  }
  const again =
    reinstalled === 0 ? "" : modern ? `, Reinstalling: ${reinstalled}` : `${reinstalled} reinstalled, `;
  say(
    modern
      ? `Summary:\n  Upgrading: ${upgraded}, Installing: ${news}${again}, Removing: ${removed}, Not Upgrading: ${kept}`
      : `${upgraded} upgraded, ${news} newly installed, ${again}${removed} to remove and ${kept} not upgraded.`,
  );
}

/**
 * What has to be fetched, and the room it takes: less than none where what is newer is smaller.
 * @param total with what apt has already
 */
export function tellRoom({ say, modern }: AptSession, download: number, total: number, space: number): void {
  const freed = space < 0;
  const whole = download === total ? "" : `${modern ? " " : ""}/${modern ? " " : ""}${sizeText(total)}B`;
  const text = `${sizeText(Math.abs(space))}B`;
  if (modern) {
    say(`  Download size: ${sizeText(download)}B${whole}`);
    say(freed ? `  Freed space: ${text}\n` : `  Space needed: ${text} / ${sizeText(AVAILABLE)}B available\n`);
    return;
  }
  say(`Need to get ${sizeText(download)}B${whole} of archives.`);
  say(
    `After this operation, ${text} ${freed ? "" : "of additional "}disk space will be ${freed ? "freed" : "used"}.`,
  );
}

export function tellFreed({ say, modern }: AptSession, space: number): void {
  say(
    modern
      ? `  Freed space: ${sizeText(space)}B\n`
      : `After this operation, ${sizeText(space)}B disk space will be freed.`,
  );
}
