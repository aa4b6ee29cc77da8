import { Content } from "../../../vfs/content.ts";
import { basename, dirname } from "../../../vfs/path.ts";
import { programName } from "../program-name.ts";
import { directUrl, editableFiles } from "./editable.ts";
import type { Wheel } from "./wheel-catalogue.ts";

/** Where a wheel goes. */
export interface Target {
  readonly site: string;
  readonly bin: string;
  /** For the `#!` line of scripts. */
  readonly python: string;
  readonly compile: boolean;
}

/** One thing that a wheel puts at an absolute path. */
export type WheelFile =
  | { readonly path: string; readonly content: Content; readonly executable?: boolean }
  | { readonly path: string; readonly module: ModuleFolder };

/** A module's folder: `first` stands for what can be imported, the rest is counted. */
export interface ModuleFolder {
  readonly first: Content;
  readonly files: number;
  readonly bytes: number;
  readonly byteCode: number;
}

/** What pip writes for an entry point (pip/_internal/operations/install/wheel.py, since 25.0). */
const launcher = (python: string, module: string, call: string): string =>
  `#!${python}\nimport sys\nfrom ${module} import ${call.split(".")[0]}\nif __name__ == '__main__':\n    sys.argv[0] = sys.argv[0].removesuffix('.exe')\n    sys.exit(${call}())\n`;

const worked = new WeakMap<Wheel, { readonly key: string; readonly files: readonly WheelFile[] }>();

/**
 * What a wheel puts where, in the order in which it is written: modules, scripts, dist-info with INSTALLER and RECORD.
 * The last answer for each wheel is kept: each build of a lesson installs the same ones to the same place.
 */
export function wheelFiles(wheel: Wheel, target: Target, requested: boolean): readonly WheelFile[] {
  const key = JSON.stringify([target.site, target.bin, target.python, target.compile, requested]);
  const before = worked.get(wheel);
  if (before?.key === key) return before.files;
  const files = workOut(wheel, target, requested);
  worked.set(wheel, { key, files });
  return files;
}

function workOut(wheel: Wheel, target: Target, requested: boolean): WheelFile[] {
  const { site, bin, python } = target;
  const found: WheelFile[] = [];
  const record: string[] = [];
  const put = (name: string, content: Content): void => {
    found.push({ path: `${site}/${name}`, content });
    record.push(`${name},,`);
  };
  const tag = /(\d+)$/.exec(python.replace(".", ""))?.[1] ?? "";
  const cached = (name: string): string => {
    const folder = dirname(name);
    return `${folder === "." ? "" : `${folder}/`}__pycache__/${basename(name).slice(0, -3)}.cpython-${tag}.pyc`;
  };
  const total = wheel.top.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, files, bytes } of wheel.top) {
    const byteCode = target.compile && total > 0 ? Math.round((wheel.byteCode * bytes) / total) : 0;
    const declared = (size: number, what: string): Content =>
      Content.declared(size, `${wheel.name} ${wheel.version} ${what}`);
    if (/\.[a-z]+$/.test(name) && files === 1) {
      found.push({ path: `${site}/${name}`, content: declared(bytes, name) });
      if (byteCode > 0 && name.endsWith(".py"))
        put(cached(name), declared(byteCode, `${site}/${cached(name)}`));
    } else {
      const size = Math.min(bytes, Math.round(bytes / Math.max(files, 1)));
      const first = declared(size, `${name}/__init__.py`);
      found.push({ path: `${site}/${name}`, module: { first, files, bytes, byteCode } });
    }
    record.push(`${name}${files === 1 ? "" : "/__init__.py"},,`);
  }
  const { project } = wheel;
  for (const { name, content } of project?.editable ? [] : (project?.sources ?? [])) {
    put(name, content);
    if (target.compile && name.endsWith(".py"))
      put(cached(name), Content.declared(content.size, `byte code of ${content.size} ${site}/${name}`));
  }
  for (const { name, text } of project?.editable ? editableFiles(wheel, project) : [])
    put(name, Content.of(text));
  const up = "../".repeat(site.split("/").length - bin.split("/").length + 1);
  for (const { name, module, call } of wheel.scripts) {
    const content = Content.of(launcher(python, module, call), programName(name));
    found.push({ path: `${bin}/${name}`, content, executable: true });
    record.push(`${up}bin/${name},,`);
  }
  for (const [name, text] of distInfo(wheel, requested)) put(`${wheel.info}/${name}`, Content.of(text));
  const lines = [...record, `${wheel.info}/RECORD,,`];
  put(`${wheel.info}/RECORD`, Content.of(`${lines.join("\n")}\n`));
  return found;
}

/** Files of the dist-info folder but RECORD: name and text. */
function distInfo(wheel: Wheel, requested: boolean): [name: string, text: string][] {
  const entries = wheel.scripts.map(({ name, module, call }) => `${name} = ${module}:${call}\n`);
  const files: [string, string][] = [
    ["INSTALLER", "pip\n"],
    ["METADATA", metadataOf(wheel)],
    ["WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"],
  ];
  if (entries.length > 0) files.push(["entry_points.txt", `[console_scripts]\n${entries.join("")}`]);
  if (requested) files.push(["REQUESTED", ""]);
  if (wheel.project && wheel.project.archive?.direct !== false)
    files.push(["direct_url.json", directUrl(wheel.project)]);
  return files;
}

/** METADATA in the fields that pip reads. */
const metadataOf = (wheel: Wheel): string =>
  [
    "Metadata-Version: 2.4",
    `Name: ${wheel.name}`,
    `Version: ${wheel.version}`,
    `Summary: ${wheel.summary}`,
    ...(wheel.home ? [`Home-page: ${wheel.home}`] : []),
    ...(wheel.author ? [`Author: ${wheel.author}`] : []),
    ...(wheel.project?.authorEmail ? [`Author-email: ${wheel.project.authorEmail}`] : []),
    ...(wheel.license ? [`License: ${wheel.license}`] : []),
    ...wheel.requires.map((requirement) => `Requires-Dist: ${requirement}`),
    "",
  ].join("\n");
