import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { sha256 } from "../../core/sha256.ts";
import { encode } from "../../core/bytes.ts";
import { complain, refuse } from "../options/options.ts";
import type { Program } from "../process.ts";
import { tool } from "../options/tool.ts";
import { at, below } from "../tree/tree.ts";

export const mktemp: Program = tool(
  "mktemp",
  {
    flags: "dqut",
    values: "pS",
    long: { directory: "d", quiet: "q", "dry-run": "u", tmpdir: "p", suffix: "S" },
  },
  (process, options, flavour) => {
    const [given, beyond] = options.operands;
    if (beyond !== undefined) refuse(process, flavour, "too many templates");
    const template = given ?? (flavour === "gnu" ? "tmp.XXXXXXXXXX" : "tmp.XXXXXX");
    const match = /X{3,}(?=[^X/]*$)/.exec(template);
    if (!match)
      return complain(
        process,
        flavour,
        flavour === "gnu" ? `too few X's in template ‘${template}’` : "(null): Invalid argument",
      );
    if (flavour === "gnu" && given?.includes("/") && options.has("t"))
      return complain(process, flavour, `invalid template, ‘${given}’, contains directory separator`);
    const folder =
      options.value("p") ??
      (given === undefined || options.has("t") ? process.env.get("TMPDIR") || "/tmp" : undefined);
    for (let attempt = 0; attempt < 100; attempt++) {
      const letters = sha256(encode(`${process.pid} ${process.kernel.hostname} ${attempt}`)).slice(
        0,
        match[0].length,
      );
      const name =
        template.slice(0, match.index) +
        letters +
        template.slice(match.index + match[0].length) +
        (options.value("S") ?? "");
      const path = folder === undefined ? name : below(folder, name);
      const full = at(process, path);
      if (process.files.exists(full)) continue;
      const errno = options.has("u")
        ? undefined
        : options.has("d")
          ? process.files.mkdir(full, 0o700)
          : process.files.write(full, Content.of(""), 0o600);
      if (errno)
        return complain(
          process,
          flavour,
          flavour === "gnu"
            ? `failed to create ${options.has("d") ? "directory" : "file"} via template ‘${folder === undefined ? template : below(folder, template)}’: ${strerror[errno]}`
            : `(null): ${strerror[errno]}`,
        );
      process.stdout.write(`${path}\n`);
      return 0;
    }
    return 1;
  },
);
