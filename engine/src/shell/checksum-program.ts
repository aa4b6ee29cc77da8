import { strerror } from "../vfs/errno.ts";
import { bytesOf } from "./bytes-text.ts";
import { linesOf } from "./input-files.ts";
import { complain } from "./options.ts";
import type { Process, Program } from "./process.ts";
import { readText } from "./streams/open-file.ts";
import { tool } from "./tool.ts";

/** `sha256sum` and its kind: prints digests, or checks a list of them with `-c`. `bytesInStep`: how fast the digest is. */
export function checksumProgram(
  name: string,
  digest: (bytes: Uint8Array) => string,
  bytesInStep = 32,
): Program {
  return tool(
    name,
    {
      flags: "bctsqwz",
      long: {
        check: "c",
        binary: "b",
        text: "t",
        status: "s",
        quiet: "q",
        warn: "w",
        strict: "w",
        "ignore-missing": "z",
      },
      lacks: "*",
    },
    (process, options, flavour) => {
      const read = (file: string): string | undefined => {
        const found = file === "-" ? { text: process.stdin.rest() } : readText(process, file);
        if (typeof found !== "string") {
          const bytes = bytesOf(found.text);
          process.kernel.spend(bytes.length / bytesInStep);
          return digest(bytes);
        }
        complain(
          process,
          flavour,
          flavour === "gnu"
            ? `${file}: ${strerror[found]}`
            : found === "EISDIR"
              ? `can't read '${file}': Is a directory`
                  .replace("can't read", "read error:")
                  .replace("read error: '", "can't read '")
              : `can't open '${file}': ${strerror[found]}`,
        );
        return undefined;
      };
      const operands = options.operands.length === 0 ? ["-"] : options.operands;
      if (!options.has("c")) {
        let status = 0;
        for (const file of operands) {
          const hex = read(file);
          if (hex === undefined) status = 1;
          else process.stdout.write(`${hex} ${options.has("b") ? "*" : " "}${file}\n`);
        }
        return status;
      }
      return operands.map((list) => check(process, list, read)).some((ok) => !ok) ? 1 : 0;

      function check(
        self: Process,
        list: string,
        digestOfFile: (file: string) => string | undefined,
      ): boolean {
        const text = list === "-" ? { text: self.stdin.rest() } : readText(self, list);
        if (typeof text === "string") {
          complain(
            self,
            flavour,
            flavour === "gnu" ? `${list}: ${strerror[text]}` : `can't open '${list}': ${strerror[text]}`,
          );
          return false;
        }
        let [wrong, unread, known, bad] = [0, 0, 0, 0];
        for (const line of linesOf(text.text)) {
          // One blank is enough: BSD's lists have no more.
          const match = (
            flavour === "gnu" ? /^\\?([0-9a-fA-F]{32,128}) [ *]?(.+)$/ : /^\\?([0-9a-fA-F]{32,128}) [ *](.+)$/
          ).exec(line);
          if (!match) {
            bad++;
            continue;
          }
          known++;
          const [, wanted = "", file = ""] = match;
          const hex = digestOfFile(file);
          if (hex === undefined) unread++;
          else if (hex !== wanted.toLowerCase()) wrong++;
          const words =
            hex === undefined
              ? flavour === "gnu"
                ? "FAILED open or read"
                : "FAILED"
              : hex === wanted.toLowerCase()
                ? "OK"
                : "FAILED";
          if (!options.has("s") && !(words === "OK" && options.has("q")))
            self.stdout.write(`${file}: ${words}\n`);
        }
        if (options.has("s")) return wrong + unread === 0 && known > 0;
        if (flavour === "busybox") {
          if (wrong + unread > 0)
            complain(
              self,
              flavour,
              `WARNING: ${wrong + unread} of ${known} computed checksums did NOT match`,
            );
          return wrong + unread === 0 && known > 0;
        }
        const plural = (count: number, one: string, many: string): string =>
          `WARNING: ${count} ${count === 1 ? one : many}`;
        if (known === 0)
          complain(
            self,
            flavour,
            `${list === "-" ? "\u2018standard input\u2019" : list}: no properly formatted checksum lines found`,
          );
        else if (bad > 0)
          complain(
            self,
            flavour,
            plural(bad, "line is improperly formatted", "lines are improperly formatted"),
          );
        if (unread > 0)
          complain(
            self,
            flavour,
            plural(unread, "listed file could not be read", "listed files could not be read"),
          );
        if (wrong > 0)
          complain(
            self,
            flavour,
            plural(wrong, "computed checksum did NOT match", "computed checksums did NOT match"),
          );
        return wrong + unread === 0 && known > 0;
      }
    },
  );
}
