import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { dirname } from "../../vfs/path.ts";
import { readOptions } from "../options/options.ts";
import { aptCatalogue } from "../packages/apt/apt-catalogue.ts";
import { installedVersion } from "../packages/installed-version.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { Process, Program } from "../process.ts";

/** What the archive weighs with one locale in it: measured with glibc 2.36 and 2.41 for fourteen languages, ±200 bytes, and what differs. */
const ARCHIVE = 3_063_024;
const OTHERS: Readonly<Record<string, number>> = {
  uk_UA: 3_019_056,
  tr_TR: 2_925_392,
  ja_JP: 1_190_256,
  zh_CN: 3_278_208,
  ko_KR: 1_462_768,
};
/** What each further one adds, on average of ten (between 4 kB and 2.6 MB): how much is shared is not followed. */
const FURTHER = 620_000;
const PATH = "/usr/lib/locale/locale-archive";
const MARK = "locale-archive";

/** Names of the definitions in /usr/share/i18n/locales; undefined where nobody knows them. */
function definitions({ files }: Process): ReadonlySet<string> | undefined {
  const there = files.exists("/usr/share/i18n") || installedVersion(files, "locales") !== undefined;
  const text = there ? aptCatalogue(files)?.textsOf("locales")["/etc/locale.gen"] : undefined;
  return text === undefined
    ? undefined
    : new Set([...text.matchAll(/^# ([a-z]{2,3}_[A-Z]{2}(?:@\w+)?)/gm)].map((found) => found[1] ?? ""));
}

/** `localedef`: compiles a locale into the archive. What is in it, nobody here reads; it is counted by its size. */
export const localedef: Program = {
  name: "localedef",
  run(process, flavour) {
    const options = readOptions(process, flavour, {
      flags: "cv",
      values: "ifAu",
      long: { inputfile: "i", charmap: "f", "alias-file": "A", force: "c", quiet: "q" },
      lacks: "*",
    });
    const [input, charmap = "UTF-8"] = [options.value("i"), options.value("f")];
    const [name] = options.operands;
    if (input === undefined || name === undefined)
      throw notSimulated("localedef without -i and a name", "print how it is used");
    const { files, stderr } = process;
    const fail = (text: string): number => {
      stderr.write(`[error] ${text}\n`);
      return 4;
    };
    const known = definitions(process);
    if (!known && installedVersion(files, "libc-bin") !== undefined && !files.exists("/usr/share/i18n")) {
      fail(`character map file \`${charmap}' not found: No such file or directory`);
      fail("cannot read character map directory `/usr/share/i18n/charmaps': No such file or directory");
      return 1;
    }
    if (known && !known.has(input) && !input.includes("/"))
      return fail(`cannot open locale definition file \`${input}': No such file or directory`);
    if (!known || charmap !== "UTF-8")
      throw notSimulated(`localedef -i ${input} -f ${charmap}`, `compile it into ${PATH}`);
    const old = files.read(PATH);
    const held =
      typeof old === "string"
        ? []
        : old.identity?.startsWith(MARK)
          ? old.identity.slice(MARK.length).split(" ").filter(Boolean)
          : ["the base's own"];
    const names = [...new Set([...held, name])];
    const size = (OTHERS[input] ?? ARCHIVE) + FURTHER * (names.length - 1);
    makeDirectories(files, dirname(PATH));
    files.write(
      PATH,
      Content.declared(
        held.includes(name) && typeof old !== "string" ? old.size : size,
        [MARK, ...names].join(" "),
      ),
      0o644,
    );
    process.kernel.elapse(1_500);
    return 0;
  },
};
