import { notSimulated } from "../../../core/engine-error.ts";
import type { Content } from "../../../vfs/content.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { NamedSources } from "./setup-cfg.ts";

/** What makes a project into a wheel. */
export type Backend = "setuptools" | "hatchling" | "flit" | "poetry";

/** One file of a project's own code. */
export interface Source {
  /** Below site-packages: `shop/app.py`. */
  readonly name: string;
  readonly content: Content;
}

/** Folders that setuptools never takes for a package (setuptools.discovery, FlatLayoutPackageFinder). */
const NO_PACKAGE = new Set(
  "ci bin debian doc docs documentation manpages news newsfragments changelog test tests unit_test unit_tests example examples scripts tools util utils python build benchmark benchmarks exercise exercises htmlcov tasks fabfile site_scons".split(
    " ",
  ),
);
/** The same for single files (FlatLayoutModuleFinder). */
const NO_MODULE = new Set(
  "setup conftest test tests example examples build toxfile noxfile pavement dodo tasks fabfile SConstruct sconstruct conanfile manage benchmark benchmarks exercise exercises".split(
    " ",
  ),
);
const MODULE = /^[A-Za-z_]\w*\.py$/;

const namesIn = (process: Process, folder: string): string[] => {
  const names = process.files.list(folder);
  return typeof names === "string" ? [] : names;
};
const isFolder = (process: Process, path: string): boolean => {
  const entry = process.files.stat(path);
  return typeof entry !== "string" && entry.kind === "directory";
};

/** Every file below a folder that the backend takes: setuptools Python's own alone, the others all of them. */
function below(process: Process, folder: string, name: string, backend: Backend): Source[] {
  const found: Source[] = [];
  for (const child of namesIn(process, folder).sort()) {
    const path = `${folder}/${child}`;
    process.kernel.spend(1);
    if (isFolder(process, path)) {
      if (child !== "__pycache__") found.push(...below(process, path, `${name}/${child}`, backend));
      continue;
    }
    const content = process.files.read(path);
    if (typeof content === "string" || child.endsWith(".pyc")) continue;
    if (backend !== "setuptools" || child.endsWith(".py")) found.push({ name: `${name}/${child}`, content });
  }
  return found;
}

const gap = (project: string, what: string): Error =>
  notSimulated(`pip install ${project}: ${what}`, "leave the choice of files to the build backend");

/** What setuptools finds when nothing says which packages there are. */
function discovered(process: Process, project: string): { root: string; names: string[] } {
  const source = `${project}/src`;
  if (isFolder(process, source)) return { root: source, names: namesIn(process, source) };
  const folders = namesIn(process, project).filter(
    (name) =>
      /^[A-Za-z_]\w*$/.test(name) &&
      !name.startsWith("_") &&
      !NO_PACKAGE.has(name) &&
      isFolder(process, `${project}/${name}`),
  );
  const modules = namesIn(process, project).filter(
    (name) => MODULE.test(name) && !name.startsWith("_") && !NO_MODULE.has(name.slice(0, -3)),
  );
  const names = folders.length > 0 ? folders : modules;
  if (names.length > 1)
    throw notSimulated(
      `pip install ${project}: several packages in one folder (${names.sort().join(", ")})`,
      'refuse: "Multiple top-level packages discovered in a flat-layout"',
    );
  return { root: project, names };
}

/** The folder or file that has the project's own name, in `src` or beside pyproject.toml. */
function named(process: Process, project: string, module: string): { root: string; names: string[] } {
  for (const root of [`${project}/src`, project])
    for (const name of [module, `${module}.py`])
      if (process.files.exists(`${root}/${name}`)) return { root, names: [name] };
  throw gap(project, `nothing there is named ${module}`);
}

/** What is named, and every package where all are to be found (setuptools.find_packages). */
function listed(
  process: Process,
  root: string,
  { find, names }: NamedSources,
): { root: string; names: string[] } {
  const packages = namesIn(process, root).filter((name) =>
    process.files.exists(`${root}/${name}/__init__.py`),
  );
  const missing = names.find((name) => !process.files.exists(`${root}/${name}`));
  if (missing !== undefined) throw gap(root, `${missing} is named and not there`);
  return { root, names: [...new Set([...(find ? packages : []), ...names])] };
}

/**
 * The project's own code as its wheel would hold it.
 * @param module the project's name as Python would import it
 * @param chosen what setup.cfg names
 */
export function projectSources(
  process: Process,
  project: string,
  backend: Backend,
  module: string,
  chosen?: NamedSources,
): { root: string; sources: Source[] } {
  const deciding = backend === "setuptools" ? "MANIFEST.in" : backend === "flit" ? undefined : ".gitignore";
  if (deciding !== undefined && process.files.exists(`${project}/${deciding}`))
    throw gap(project, `${deciding} decides what is packed`);
  const { root, names } = chosen
    ? listed(process, join(project, chosen.root), chosen)
    : backend === "setuptools"
      ? discovered(process, project)
      : named(process, project, module);
  const sources = names.sort().flatMap((name): Source[] => {
    if (isFolder(process, `${root}/${name}`))
      return /^[A-Za-z_]\w*$/.test(name) && name !== "__pycache__"
        ? below(process, `${root}/${name}`, name, backend)
        : [];
    const content = process.files.read(`${root}/${name}`);
    return MODULE.test(name) && typeof content !== "string" ? [{ name, content }] : [];
  });
  return { root, sources };
}
