import { contentOf } from "../text/bytes-text.ts";
import { linesOf } from "../text/input-files.ts";
import { aptCatalogue } from "../packages/apt/apt-catalogue.ts";
import type { Process, Program } from "../process.ts";

const LIST = "/etc/locale.gen";
const ARCHIVE = "/usr/lib/locale/locale-archive";

/** One line of the list, `de_DE@euro ISO-8859-15`, is compiled by localedef; what it says of itself goes on. */
function compile(process: Process, locale: string, charset: string): void {
  const [name = "", variant] = locale.split("@");
  const base = name.replace(/\..*$/, "");
  const at = variant === undefined ? "" : `@${variant}`;
  process.stdout.write(`  ${base}.${charset}${at}...`);
  process.spawn([
    "localedef",
    "-i",
    base + at,
    "-c",
    "-f",
    charset,
    "-A",
    "/usr/share/locale/locale.alias",
    locale,
  ]);
  process.stdout.write(" done\n");
}

/**
 * Ubuntu's `locale-gen NAME...`: takes those lines of the list in and compiles them beside what is there (recorded in noble).
 *
 * @returns the lines that are to be compiled; the exit status where a name is no locale
 */
function takeIn(process: Process, text: string, names: readonly string[]): readonly string[] | number {
  const lines = linesOf(text);
  const chosen = new Set<number>();
  for (const name of names) {
    const at = lines.findIndex((line) => line.replace(/^# */, "").split(" ")[0] === name);
    if (at < 0) {
      process.stderr.write(`Error: '${name}' is not a supported language or locale\n`);
      return 1;
    }
    chosen.add(at);
  }
  const taken = lines.map((line, at) => (chosen.has(at) ? line.replace(/^# */, "") : line));
  process.files.write(LIST, contentOf(`${taken.join("\n")}\n`), 0o644);
  return taken.filter((_, at) => chosen.has(at));
}

/** Debian's `locale-gen`: the archive anew, out of the lines of /etc/locale.gen that are no comments. */
export const localeGen: Program = {
  name: "locale-gen",
  run(process) {
    const { files, stdout } = process;
    const content = files.read(LIST);
    if (typeof content === "string" || content.size === 0) return 0;
    const names = process.argv.slice(1).filter((word) => !word.startsWith("-"));
    const named = names.length > 0 && aptCatalogue(files)?.archive.vendor === "Ubuntu";
    const lines = named ? takeIn(process, content.text ?? "", names) : linesOf(content.text ?? "");
    if (typeof lines === "number") return lines;
    if (!named) files.unlink(ARCHIVE);
    stdout.write("Generating locales (this might take a while)...\n");
    for (const line of lines) {
      const [locale = "", charset = ""] = line.trim().split(/\s+/);
      if (locale === "" || locale.startsWith("#")) continue;
      if (charset === "") stdout.write(`error: Bad entry '${locale} '\n`);
      else compile(process, locale, charset);
    }
    stdout.write("Generation complete.\n");
    return 0;
  },
};
