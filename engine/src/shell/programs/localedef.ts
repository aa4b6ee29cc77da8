import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { readOptions } from "../options.ts";
import type { Program } from "../process.ts";

/** What the archive weighs with one locale in it: measured with glibc 2.36 for de_DE, en_US, fr_FR, ru_RU and en_GB, ±100 bytes. */
const ARCHIVE = 3_048_976;
const PATH = "/usr/lib/locale/locale-archive";

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
    const { files } = process;
    if (
      charmap !== "UTF-8" ||
      !/^[a-z]{2,3}_[A-Z]{2}$/.test(input) ||
      /^(?:ja|zh|ko)_/.test(input) ||
      files.exists(PATH) ||
      !files.exists(`/usr/share/i18n/locales/${input}`)
    )
      throw notSimulated(
        `localedef -i ${input} -f ${charmap}`,
        "compile it into /usr/lib/locale/locale-archive",
      );
    files.write(PATH, Content.declared(ARCHIVE, `locale-archive ${name}`), 0o644);
    return 0;
  },
};
