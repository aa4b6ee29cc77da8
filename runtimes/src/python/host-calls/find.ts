import { type Entry, installedIn } from "@drydock/engine";
import type { PythonProcess } from "../process/python-process.ts";
import type { HostCall } from "./host-call.ts";

/** What lies under a name in a folder of `sys.path`. */
type Found =
  | { readonly kind: "source"; readonly path: string; readonly package: boolean }
  /** A folder without `__init__.py`. */
  | { readonly kind: "namespace"; readonly path: string }
  /** Installed by pip from Drydock's catalogue, without its text. */
  | {
      readonly kind: "catalogued";
      readonly path: string;
      readonly package: boolean;
      readonly distribution: string;
      readonly version: string;
    }
  /** Content that is known by size alone, or counted: of the standard library, or of a package of the system. */
  | { readonly kind: "bulk"; readonly path: string; readonly package: boolean };

/**
 * `{name, path}`: what `import NAME` finds in that folder, packages before modules, as importlib's FileFinder does; null where
 * there is nothing. A folder whose files are counted and not listed may hold it: `{kind: "bulk"}`.
 */
export const find: HostCall = {
  name: "find",
  answer(caller, question): Found | null {
    const folder = caller.path(question.text("path"));
    const name = question.text("name");
    const { files } = caller.process;
    const whole = `${folder === "/" ? "" : folder}/${name}`;
    const entry = files.stat(whole);
    const isFolder = typeof entry !== "string" && entry.kind === "directory";
    if (isFolder) {
      const init = `${whole}/__init__.py`;
      const found = module(caller, folder, name, init, files.stat(init), true);
      if (found) return found;
    }
    const path = `${whole}.py`;
    const found = module(caller, folder, name, path, files.stat(path), false);
    if (found) return found;
    const names = files.list(folder);
    const compiled =
      typeof names === "string" ? undefined : names.find((one) => one.startsWith(`${name}.cpython-`));
    if (compiled !== undefined) {
      const binary = files.stat(`${folder}/${compiled}`);
      return module(caller, folder, name, `${folder}/${compiled}`, binary, false) ?? null;
    }
    if (isFolder) return { kind: "namespace", path: whole };
    const around = files.stat(folder);
    return typeof around !== "string" && around.kind === "directory" && around.bulk
      ? { kind: "bulk", path: whole, package: false }
      : null;
  },
};

function module(
  caller: PythonProcess,
  folder: string,
  name: string,
  path: string,
  entry: Entry | string,
  isPackage: boolean,
): Found | undefined {
  if (typeof entry === "string" || entry.kind !== "file") return undefined;
  if (entry.content.bytes !== undefined && path.endsWith(".py"))
    return { kind: "source", path, package: isPackage };
  const owner = ownerOf(caller, folder, name);
  return owner
    ? { kind: "catalogued", path, package: isPackage, distribution: owner.name, version: owner.version }
    : { kind: "bulk", path, package: isPackage };
}

/** The distribution whose RECORD names the module. */
function ownerOf(
  { process: { files } }: PythonProcess,
  folder: string,
  name: string,
): { readonly name: string; readonly version: string } | undefined {
  return installedIn(files, [folder]).find(({ site, info }) => {
    const record = files.read(`${site}/${info}/RECORD`);
    const text = typeof record === "string" ? "" : (record.text ?? "");
    return text.split("\n").some((line) => line.startsWith(`${name}/`) || line.startsWith(`${name}.`));
  });
}
