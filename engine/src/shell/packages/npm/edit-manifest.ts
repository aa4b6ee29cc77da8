import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import { contentOf } from "../../text/bytes-text.ts";
import type { Process } from "../../process.ts";
import { npmError } from "./npm-error.ts";
import { readManifest } from "./read-manifest.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at `scripts.test` or `keywords[0]`; undefined where there is none. */
function valueAt(manifest: Json, key: string): Json | undefined {
  let value: Json | undefined = manifest;
  for (const [, name, index] of key.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index !== undefined)
      value = Array.isArray(value) ? (value as readonly Json[])[Number(index)] : undefined;
    else value = isObject(value) ? value[name ?? ""] : undefined;
  }
  return value;
}

/** The manifest with another value at a path of names. */
function withValue(manifest: Json | undefined, [name = "", ...rest]: readonly string[], value: Json): Json {
  const object = isObject(manifest) ? manifest : {};
  return { ...object, [name]: rest.length === 0 ? value : withValue(object[name], rest, value) };
}

/** `npm pkg get` and `npm pkg set` (npm-pkg(1)); compared with npm 11.19. @returns undefined where it asks for more */
export function editManifest(
  process: Process,
  [verb, ...words]: readonly string[],
  json: boolean,
): number | undefined {
  const path = join(process.cwd, "package.json");
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  const content = process.files.read(path);
  const text = typeof content === "string" ? "{}" : (content.text ?? "{}");
  const manifest = JSON.parse(text) as Json;
  if (verb === "get") {
    const [only] = words;
    const shown =
      only === undefined
        ? manifest
        : words.length === 1
          ? (valueAt(manifest, only) ?? {})
          : Object.fromEntries(
              words.flatMap((word) => {
                const value = valueAt(manifest, word);
                return value === undefined ? [] : [[word, value]];
              }),
            );
    process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
    return 0;
  }
  if (verb !== "set" || words.length === 0 || json) return undefined;
  let next = manifest;
  for (const word of words) {
    const [key = "", value] = word.split(/=(.*)/s);
    if (value === undefined || /[[\]]/.test(key))
      throw notSimulated(`npm pkg set ${word}`, "change that entry");
    next = withValue(next, key.split("."), value);
  }
  // What stood on one line stays there, without a line end; else the indentation is kept.
  const indent = /^[{[]\n([ \t]+)/.exec(text)?.[1];
  process.files.write(
    path,
    contentOf(JSON.stringify(next, undefined, indent) + (indent === undefined ? "" : "\n")),
    0o644,
  );
  return 0;
}
