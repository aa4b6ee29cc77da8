import { notSimulated } from "../../../core/engine-error.ts";
import { Content } from "../../../vfs/content.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import type { Wheel } from "../python/wheel-catalogue.ts";

/** Stands where pip prints what depends on the second and on chance. */
const UNKNOWN = "(unknown to Drydock)";
/** Milliseconds of making a place for the backend, of its two questions, and of the wheel: estimates. */
const COST = { isolate: 2500, ask: 600, build: 700 } as const;

const step = (what: string): string => `  ${what}: started\n  ${what}: finished with status 'done'\n`;

/** What pip says while it asks the backend of a project. */
export function prepareProject(process: Process, editable: boolean, say: (text: string) => void): void {
  process.kernel.elapse(COST.isolate + 2 * COST.ask);
  say(step("Installing build dependencies"));
  if (editable) say(step("Checking if build backend supports build_editable"));
  say(step(`Getting requirements to build ${editable ? "editable" : "wheel"}`));
  say(step(`Preparing ${editable ? "editable " : ""}metadata (pyproject.toml)`));
}

/** What setuptools leaves behind in the folder that it builds in: `build` and the egg-info. */
function leave(process: Process, folder: string, wheel: Wheel): void {
  const { files } = process;
  const sources = wheel.project?.sources ?? [];
  const put = (path: string, content: Content): void => {
    if (makeDirectories(files, dirname(path)) || files.write(path, content))
      throw notSimulated(`pip install ${folder}: the folder cannot be written`, "fail to build the wheel");
  };
  if (!wheel.project?.editable) {
    for (const { name, content } of sources) put(`${folder}/build/lib/${name}`, content);
    makeDirectories(files, `${folder}/build/bdist.linux-x86_64`);
  }
  const info = `${wheel.project?.root}/${wheel.info.split("-")[0]}.egg-info`;
  const top = [...new Set(sources.map(({ name }) => name.replace(/\/.*|\.py$/, "")))].sort();
  // What these two say goes beyond what is known here; their sizes are estimates.
  for (const name of ["PKG-INFO", "SOURCES.txt"])
    put(`${info}/${name}`, Content.declared(300, `${name} of ${wheel.name} ${wheel.version}`));
  put(`${info}/dependency_links.txt`, Content.of("\n"));
  put(`${info}/top_level.txt`, Content.of(top.map((name) => `${name}\n`).join("")));
}

/** Builds the wheels of projects, one after the other. */
export function buildProjects(
  process: Process,
  wheels: readonly { readonly wheel: Wheel; readonly path?: string | undefined }[],
  say: (text: string) => void,
): void {
  const projects = wheels.filter(({ wheel }) => wheel.project && wheel.project.archive === undefined);
  if (projects.length === 0) return;
  const names = projects.map(({ wheel }) => wheel.name);
  say(`Building wheels for collected packages: ${names.join(", ")}\n`);
  for (const { wheel, path } of projects) {
    process.kernel.elapse(COST.build);
    if (wheel.project?.backend === "setuptools" && path !== undefined) leave(process, path, wheel);
    say(
      step(`Building ${wheel.project?.editable ? "editable" : "wheel"} for ${wheel.name} (pyproject.toml)`),
    );
    const file = wheel.fileName({ tag: "", libc: "glibc" });
    say(`  Created wheel for ${wheel.name}: filename=${file} size=${UNKNOWN} sha256=${UNKNOWN}\n`);
    say(`  Stored in directory: /tmp/pip-ephem-wheel-cache-${UNKNOWN}\n`);
  }
  say(`Successfully built ${names.join(" ")}\n`);
}
