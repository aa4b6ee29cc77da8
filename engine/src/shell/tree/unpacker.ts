import type { ArchiveRefusal } from "../../archive/limits.ts";
import { EngineError, notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { strerror } from "../../vfs/errno.ts";
import { bytesOf, textOf } from "../text/bytes-text.ts";
import { complain } from "../options/options.ts";
import type { Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";
import { tool } from "../options/tool.ts";
import { at, isEntry, statOf } from "./tree.ts";

/** A compressed format that Drydock can read and not write. */
interface Format {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly unpack: (bytes: Uint8Array) => Uint8Array | ArchiveRefusal;
  /** Endings of a compressed file's name, and what stands in their place afterwards. */
  readonly suffixes: Readonly<Record<string, string>>;
}

/** `bzip2` and `xz`, as far as they unpack. */
export function unpackerAs(name: string, { is, unpack, suffixes }: Format): Program {
  return tool(
    name,
    {
      flags: "dcfkqtvz123456789e",
      values: "T",
      long: {
        decompress: "d",
        stdout: "c",
        "to-stdout": "c",
        force: "f",
        keep: "k",
        quiet: "q",
        test: "t",
        verbose: "v",
        compress: "z",
        threads: "T",
        best: "9",
        fast: "1",
        extreme: "e",
      },
      lacks: "lsLVC",
    },
    (process, options, flavour) => {
      if (!options.has("d") && !options.has("t"))
        throw notSimulated(`${name} without -d`, `compress in a format that Drydock only reads`);
      const plainOf = (text: string, label: string): Uint8Array | undefined => {
        const bytes = bytesOf(text);
        const plain = is(bytes) ? unpack(bytes) : undefined;
        if (plain instanceof Uint8Array) {
          process.kernel.spend(plain.length >> 6);
          return plain;
        }
        if (plain?.limit)
          throw new EngineError("LIMIT", { what: `bytes in ${label}: ${plain.error}`, limit: 0 });
        const gnu = name === "xz" ? `${label}: File format not recognized` : `${label} is not a bzip2 file.`;
        complain(process, flavour, flavour === "gnu" ? gnu : "invalid magic");
        return undefined;
      };
      if (options.operands.length === 0 || options.operands[0] === "-") {
        const plain = plainOf(process.stdin.rest(), "(stdin)");
        if (plain && !options.has("t")) process.stdout.write(textOf(plain));
        return plain ? 0 : 1;
      }
      let status = 0;
      for (const file of options.operands) {
        const read = readText(process, file);
        const entry = statOf(process, file);
        if (typeof read === "string" || !isEntry(entry)) {
          const words = strerror[typeof read === "string" ? read : "ENOENT"];
          const label = name === "bzip2" && flavour === "gnu" ? `Can't open input file ${file}` : file;
          status = complain(
            process,
            flavour,
            `${label}: ${words}${name === "bzip2" && flavour === "gnu" ? "." : ""}`,
          );
          continue;
        }
        const suffix = Object.keys(suffixes).find((one) => file.endsWith(one));
        const shows = options.has("c");
        if (suffix === undefined && !shows && !options.has("t")) {
          if (flavour === "gnu" && name === "bzip2")
            throw notSimulated(`bzip2 -d ${file}`, "guess a name for what it unpacks");
          const dash =
            flavour === "gnu" ? `Filename has an unknown suffix, skipping` : "unknown suffix - ignored";
          status = complain(process, flavour, `${file}: ${dash}`);
          continue;
        }
        const plain = plainOf(read.text, file);
        if (!plain) status = 1;
        else if (shows) process.stdout.write(textOf(plain));
        else if (!options.has("t") && suffix !== undefined) {
          const target = file.slice(0, -suffix.length) + (suffixes[suffix] ?? "");
          if (process.files.exists(at(process, target)) && !options.has("f")) {
            status = complain(
              process,
              flavour,
              flavour === "gnu" ? `${target}: File exists` : `can't open '${target}': File exists`,
            );
            continue;
          }
          const errno = process.files.write(at(process, target), Content.of(plain), entry.mode);
          if (errno) status = complain(process, flavour, `${target}: ${strerror[errno]}`);
          else if (!options.has("k")) process.files.unlink(at(process, file));
        }
      }
      return status;
    },
  );
}
