import { fromBase64 } from "../../core/base64.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { strerror } from "../../vfs/errno.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import { textOf } from "../text/bytes-text.ts";
import { readOptions } from "../options/options.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";

const SPEC = {
  flags: "aqvdt",
  values: "ouKr",
  long: {
    dearmor: "D",
    dearmour: "D",
    batch: "b",
    yes: "y",
    output: "o",
    "no-tty": "t",
    quiet: "q",
    "recv-keys": "R",
    "receive-keys": "R",
    keyserver: "K",
    "no-default-keyring": "n",
  },
  lacks: "*",
} as const;

/**
 * `gpg`: what packages' signing keys need. `--dearmor` is done; keys cannot be fetched from anywhere, and signatures are not
 * checked: that is told.
 */
export const gpg: Program = {
  name: "gpg",
  run(process, flavour) {
    const options = readOptions(process, flavour, { ...SPEC, flags: `${SPEC.flags}DbyRn` });
    if (options.has("R")) {
      const server = (options.value("K") ?? "hkps://keys.openpgp.org").replace(/^\w+:\/\//, "");
      throw notSimulated(
        `the network: ${server}`,
        `ask ${server} for the keys ${options.operands.join(" ")}`,
      );
    }
    if (!options.has("D"))
      throw notSimulated(`gpg ${process.argv.slice(1).join(" ").slice(0, 60)}`, "work on keys");
    return dearmor(process, options.operands[0], options.value("o"), options.has("y"), options.has("b"));
  },
};

function dearmor(
  process: Process,
  file: string | undefined,
  output: string | undefined,
  yes: boolean,
  batch: boolean,
): number {
  const fail = (words: string): number => {
    process.stderr.write(`gpg: ${words}\n`);
    return 2;
  };
  const read = file === undefined || file === "-" ? { text: process.stdin.rest() } : readText(process, file);
  if (typeof read === "string") {
    fail(`can't open '${file ?? ""}': ${strerror[read]}`);
    return fail(`dearmoring failed: ${strerror[read]}`);
  }
  const target = output ?? (file === undefined || file === "-" ? "-" : `${file}.gpg`);
  const path = join(process.cwd, target);
  if (target !== "-" && process.files.exists(path) && !yes) {
    fail(batch ? "no valid OpenPGP data found." : "cannot open '/dev/tty': No such device or address");
    return batch ? fail("dearmoring failed: File exists") : 2;
  }
  const bytes = armored(read.text);
  if (!bytes) return fail("no valid OpenPGP data found.");
  process.kernel.spend(bytes.length / 32);
  if (target === "-") process.stdout.write(textOf(bytes));
  else {
    const errno = process.files.write(path, Content.of(bytes), 0o666 & ~process.umask);
    if (errno !== undefined) {
      fail(`can't create '${target}': ${strerror[errno]}`);
      return fail(`dearmoring failed: ${strerror[errno]}`);
    }
  }
  return 0;
}

/** The bytes in OpenPGP's armour (RFC 9580, 6.2), with its checksum; undefined where there is none. */
function armored(text: string): Uint8Array | undefined {
  const [, block] = /^-----BEGIN PGP [A-Z ,]+-----[ \t]*\r?\n([^]*?)^-----END PGP /m.exec(text) ?? [];
  if (block === undefined) return undefined;
  const body = block.slice(Math.max(0, block.search(/^[ \t]*\r?$/m)));
  const [data = "", sum] = body.replaceAll(/[ \t\r]/g, "").split(/\n=(?=[A-Za-z0-9+/]{4}\n?$)/);
  const bytes = fromBase64(data.replaceAll("\n", ""));
  if (!bytes) return undefined;
  const wanted = sum === undefined ? undefined : fromBase64(sum.trim());
  if (wanted && crc24(bytes) !== (((wanted[0] ?? 0) << 16) | ((wanted[1] ?? 0) << 8) | (wanted[2] ?? 0)))
    throw notSimulated("a key whose checksum does not fit", "warn of it");
  return bytes;
}

/** RFC 9580, 6.1.1. */
function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let i = 0; i < 8; i++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return crc & 0xffffff;
}
