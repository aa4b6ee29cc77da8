import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { LocalWheel } from "../python/candidate.ts";
import type { PythonHome } from "../python/python-home.ts";
import { readToml, type TomlValue } from "../python/read-toml.ts";
import { parseRequirement, satisfies } from "../python/requirement.ts";
import { poetryProject } from "./poetry-project.ts";
import { type Backend, projectSources } from "./project-sources.ts";
import { setupCfgProject } from "./setup-cfg.ts";

const BACKENDS: Readonly<Record<string, Backend>> = {
  "setuptools.build_meta": "setuptools",
  "hatchling.build": "hatchling",
  "flit_core.buildapi": "flit",
  "poetry.core.masonry.api": "poetry",
};

/** A setup.py that leaves everything to pyproject.toml. */
const ONLY_SETUP =
  /^(?:\s|#[^\n]*\n|import setuptools\n|from setuptools import setup\n)*(?:setuptools\.)?setup\(\)\s*$/;

const isText = (value: TomlValue | undefined): value is string => typeof value === "string";
const list = (value: TomlValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/**
 * A project's folder as the wheel that its backend would build: pyproject.toml with a static [project] table (PEP 621) or Poetry's
 * own one, or setup.cfg.
 *
 * @returns pip's own words where the folder is no project.
 * @throws {EngineError} NOT_SIMULATED where more decides what the wheel holds: setup.py, tables of the backend's own.
 */
export function projectWheel(
  process: Process,
  typed: string,
  python: PythonHome,
  editable = false,
): (LocalWheel & { readonly name: string }) | { readonly error: string } {
  const project = join(process.cwd, typed);
  const { files } = process;
  const gap = (what: string): Error =>
    notSimulated(`pip install ${typed}: ${what}`, "build the project and install it");
  const read = (name: string): string | undefined => {
    const content = files.read(`${project}/${name}`);
    return typeof content === "string" ? undefined : (content.text ?? "");
  };
  if (typeof files.list(project) === "string") throw gap("there is no such folder");
  const source = read("pyproject.toml");
  const setup = read("setup.py");
  if (source === undefined && setup === undefined)
    return {
      error: `ERROR: Directory '${typed}' is not installable. Neither 'setup.py' nor 'pyproject.toml' found.`,
    };
  const legacy = setup === undefined || ONLY_SETUP.test(setup) ? read("setup.cfg") : undefined;
  if (setup !== undefined && !ONLY_SETUP.test(setup)) throw gap("what setup.py says is not read");
  if (source === undefined && legacy === undefined) throw gap("setup.py describes nothing");
  const toml = readToml(source ?? "");
  if ("line" in toml) throw gap(`line ${toml.line} of pyproject.toml is not read`);
  const cfg = legacy === undefined || toml.has("project.name") ? undefined : setupCfgProject(legacy);
  if (cfg && "gap" in cfg) throw gap(`${cfg.gap.replace("|", ".")} in setup.cfg is not modelled`);
  const poetry = poetryProject(toml);
  if (poetry && "gap" in poetry) throw gap(`${poetry.gap} in pyproject.toml is not modelled`);
  const values = new Map([...(poetry ?? toml), ...(cfg?.values ?? [])]);
  const backendName = values.get("build-system.build-backend") ?? "setuptools.build_meta";
  const backend = isText(backendName) ? BACKENDS[backendName] : undefined;
  if (!backend) throw gap("another build backend");
  const own = [...values.keys()].find((key) =>
    /^(project\.(dynamic|gui-scripts|entry-points)|tool\.(setuptools|hatch|flit|poetry))\b/.test(key),
  );
  if (own !== undefined) throw gap(`${own} in pyproject.toml is not modelled`);
  const name = values.get("project.name");
  const version = values.get("project.version");
  if (!isText(name) || !isText(version) || !/^\d+(\.\d+)*$/.test(version))
    throw gap("name or version are not plain text");
  const wants = values.get("project.requires-python");
  const needed = parseRequirement(`python${isText(wants) ? wants : ""}`);
  if (!needed || !satisfies(python.version, needed)) throw gap("it asks for another Python");
  const extras = [...values].filter(([key]) => key.startsWith("project.optional-dependencies."));
  // A dependency that is not read must not be left out in silence.
  for (const [key, value] of [
    ["project.dependencies", values.get("project.dependencies")] as const,
    ...extras,
  ])
    if (value !== undefined && (!Array.isArray(value) || !list(value).every((one) => parseRequirement(one))))
      throw gap(`${key} is not read`);
  const scripts = [...values].flatMap(([key, value]) => {
    if (!key.startsWith("project.scripts.")) return [];
    const [, module = "", call = ""] = /^([\w.]+):([\w.]+)$/.exec(isText(value) ? value : "") ?? [];
    if (module === "") throw gap(`${key} is not read`);
    return { name: key.slice("project.scripts.".length), module, call };
  });
  const stem = name.toLowerCase().replaceAll(/[-_.]+/g, "_");
  const described = (key: string): string => {
    const value = values.get(`project.${key}`);
    return isText(value) ? value : "";
  };
  // Each person with an address stands in another field than one without (PEP 621).
  const people = values.get("project.authors");
  const raw = people !== undefined && !isText(people) && "raw" in people ? people.raw : "";
  const authors = (raw.match(/\{[^{}]*\}/g) ?? []).map((one) => ({
    name: /\bname\s*=\s*["']([^"']*)/.exec(one)?.[1] ?? "",
    email: /\bemail\s*=\s*["']([^"']*)/.exec(one)?.[1] ?? "",
  }));
  const { root, sources } = projectSources(process, project, backend, stem, cfg?.sources);
  const bytes = sources.reduce((sum, { content }) => sum + content.size, 0);
  return {
    name,
    path: project,
    version,
    wheel: {
      name,
      version,
      fileName: () =>
        `${stem}-${version}${editable && backend === "setuptools" ? "-0.editable" : ""}-py3-none-any.whl`,
      bytes,
      metadata: 0,
      requires: [
        ...list(values.get("project.dependencies")),
        ...extras.flatMap(([key, value]) =>
          list(value).map(
            (one) => `${one}; extra == "${key.slice("project.optional-dependencies.".length)}"`,
          ),
        ),
      ],
      top: [],
      scripts,
      // Byte code is about as large as its source: an estimate.
      byteCode: bytes,
      summary: described("description"),
      license: described("license"),
      author: authors.flatMap((one) => (one.email === "" ? one.name : [])).join(", "),
      home: "",
      info: `${stem}-${version}.dist-info`,
      extras: extras.map(([key]) => key.slice("project.optional-dependencies.".length)),
      project: {
        root,
        folder: project,
        backend,
        editable,
        sources,
        authorEmail: authors
          .flatMap((one) =>
            one.email === "" ? [] : one.name === "" ? one.email : `${one.name} <${one.email}>`,
          )
          .join(", "),
      },
    },
  };
}
