import { md5, sha1, sha384, sha512 } from "@drydock/engine";
import type { HostCall } from "./host-call.ts";

const digests: Readonly<Record<string, (bytes: Uint8Array) => string>> = { md5, sha1, sha384, sha512 };

/** `{algorithm, data}`, data in latin-1: a hash that MicroPython lacks, in hexadecimal. */
export const digest: HostCall = {
  name: "digest",
  answer({ process }, question) {
    const bytes = Uint8Array.from(question.text("data"), (character) => character.charCodeAt(0));
    const compute = digests[question.text("algorithm")];
    if (!compute) throw new Error(`no digest ${question.text("algorithm")}`);
    process.kernel.spend(bytes.length >> 5);
    return compute(bytes);
  },
};
