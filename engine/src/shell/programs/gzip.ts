import { gunzip, gzip as deflate, isGzip } from "../../archive/gzip.ts";
import { LIMITS } from "../../archive/limits.ts";
import { EngineError } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { strerror } from "../../vfs/errno.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { withArgv } from "../with-argv.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, lastPart, statOf } from "../tree/tree.ts";

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const LONG = {
  stdout: "c",
  "to-stdout": "c",
  decompress: "d",
  uncompress: "d",
  force: "f",
  keep: "k",
  quiet: "q",
  recursive: "r",
  test: "t",
  verbose: "v",
  fast: "1",
  best: "9",
  "no-name": "n",
};

/** `gunzip` and `zcat` of GNU are scripts around `gzip`, which complains in its own name. */
const asGzip = (program: Program): Program => ({
  name: program.name,
  run: (process, flavour) =>
    program.run(flavour === "gnu" ? withArgv(process, ["gzip", ...process.argv.slice(1)]) : process, flavour),
});

/** `gzip`, `gunzip` and `zcat` differ in what they do without options. */
export const gzipAs = (name: string, unpack: boolean, show: boolean): Program =>
  asGzip(
    tool(name, { flags: "cdfkqtvn123456789", long: LONG, lacks: "lrSN" }, (process, options, flavour) => {
      const unpacks = unpack || options.has("d") || options.has("t");
      const shows = show || options.has("c");
      const level = LEVELS.findLast(
        (one) => options.order.findLast((letter) => /\d/.test(letter)) === String(one),
      );
      const work = (text: string, label: string, mtime?: number): Uint8Array | undefined => {
        const bytes = bytesOf(text);
        if (!unpacks) {
          process.kernel.spend(bytes.length >> 3);
          const named = flavour === "gnu" && mtime !== undefined && !options.has("n");
          // busybox always packs alike and keeps neither name nor time.
          if (flavour === "busybox") return deflate(bytes, {});
          return deflate(bytes, {
            ...(level === undefined ? {} : { level }),
            ...(named ? { name: lastPart(label), mtime } : {}),
          });
        }
        if (isGzip(bytes)) {
          const plain = gunzip(bytes);
          if (plain instanceof Uint8Array) {
            process.kernel.spend(plain.length >> 6);
            return plain;
          }
          if (plain.limit)
            throw new EngineError("LIMIT", { what: `bytes out of ${label}`, limit: LIMITS.unpacked });
        }
        if (flavour === "gnu") process.stderr.write(`\ngzip: ${label}: not in gzip format\n`);
        else complain(process, flavour, "invalid magic");
        return undefined;
      };
      if (options.operands.length === 0 || (options.operands.length === 1 && options.operands[0] === "-")) {
        const bytes = work(process.stdin.rest(), "stdin");
        if (!bytes) return 1;
        if (!options.has("t")) process.stdout.write(textOf(bytes));
        return 0;
      }
      let status = 0;
      for (const file of options.operands) {
        const read = readText(process, file);
        const entry = statOf(process, file);
        if (typeof read === "string" || !isEntry(entry)) {
          const errno = typeof read === "string" ? read : "ENOENT";
          const failed = complain(
            withArgv(process, ["gzip"]),
            flavour,
            flavour === "gnu"
              ? errno === "EISDIR"
                ? `${file} is a directory -- ignored`
                : `${file}${unpacks && !file.endsWith(".gz") ? ".gz" : ""}: ${strerror[errno]}`
              : `${file}: ${strerror[errno]}`,
          );
          // What is left alone is a warning to GNU's, status 2; a real error outweighs it.
          status = flavour === "gnu" && errno === "EISDIR" ? status || 2 : failed;
          continue;
        }
        if (unpacks && !shows && !options.has("t") && !/\.(gz|tgz)$/.test(file)) {
          const failed = complain(
            process,
            flavour,
            flavour === "gnu" ? `${file}: unknown suffix -- ignored` : `${file}: unknown suffix - ignored`,
          );
          status = flavour === "gnu" ? status || 2 : failed;
          continue;
        }
        const bytes = work(read.text, file, entry.mtime);
        if (!bytes) {
          status = 1;
          continue;
        }
        if (options.has("t")) continue;
        if (shows) {
          process.stdout.write(textOf(bytes));
          continue;
        }
        const target = unpacks ? file.replace(/\.gz$/, "").replace(/\.tgz$/, ".tar") : `${file}.gz`;
        if (process.files.exists(at(process, target)) && !options.has("f")) {
          const failed = complain(
            flavour === "gnu" ? withArgv(process, ["gzip"]) : process,
            flavour,
            flavour === "gnu"
              ? `${target} already exists;\tnot overwritten`
              : `can't open '${target}': File exists`,
          );
          status = flavour === "gnu" ? status || 2 : failed;
          continue;
        }
        const errno = process.files.write(at(process, target), Content.of(bytes), entry.mode);
        if (errno) status = complain(process, flavour, `${target}: ${strerror[errno]}`);
        else if (!options.has("k")) process.files.unlink(at(process, file));
      }
      return status;
    }),
  );

export const gzip: Program = gzipAs("gzip", false, false);
