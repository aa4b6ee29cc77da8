import { linesOf } from "../input-files.ts";
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

/** Debian's `locale-gen`: the archive anew, out of the lines of /etc/locale.gen that are no comments. */
export const localeGen: Program = {
  name: "locale-gen",
  run(process) {
    const { files, stdout } = process;
    const content = files.read(LIST);
    if (typeof content === "string" || content.size === 0) return 0;
    files.unlink(ARCHIVE);
    stdout.write("Generating locales (this might take a while)...\n");
    for (const line of linesOf(content.text ?? "")) {
      const [locale = "", charset = ""] = line.trim().split(/\s+/);
      if (locale === "" || locale.startsWith("#")) continue;
      if (charset === "") stdout.write(`error: Bad entry '${locale} '\n`);
      else compile(process, locale, charset);
    }
    stdout.write("Generation complete.\n");
    return 0;
  },
};
