import type { Wheel } from "./wheel-catalogue.ts";

type Project = NonNullable<Wheel["project"]>;

/** Where an installed project came from (PEP 610). */
export const directUrl = ({ folder, editable, archive }: Project): string =>
  archive === undefined
    ? JSON.stringify({ dir_info: editable ? { editable: true } : {}, url: `file://${folder}` })
        .replaceAll('":', '": ')
        .replaceAll(',"', ', "')
    : `{"archive_info": {}, "url": "file://${archive.path}"}`;

/** The name that setuptools gives to the module that finds a project whose packages lie beside pyproject.toml. */
const finderName = ({ info }: Wheel): string =>
  `__editable___${info.replace(/\.dist-info$/, "").replaceAll(/[-.]/g, "_")}_finder`;

/**
 * What an editable installation puts into site-packages: a .pth file with the folder to import from. setuptools does so for a
 * project with `src`; for one whose packages lie beside pyproject.toml it writes a module that knows where each of them is.
 */
export function editableFiles(wheel: Wheel, project: Project): { name: string; text: string }[] {
  const stem = wheel.info.replace(/\.dist-info$/, "");
  const [bare = ""] = stem.split("-");
  const line = `${project.root}\n`;
  if (project.backend === "hatchling") return [{ name: `_${bare}.pth`, text: project.root }];
  if (project.backend !== "setuptools") return [{ name: `${bare}.pth`, text: line }];
  if (project.root !== project.folder) return [{ name: `__editable__.${stem}.pth`, text: line }];
  const finder = finderName(wheel);
  const top = [...new Set(project.sources.map(({ name }) => name.replace(/\/.*|\.py$/, "")))].sort();
  const mapping = top.map((name) => `'${name}': '${project.root}/${name}'`).join(", ");
  return [
    { name: `__editable__.${stem}.pth`, text: `import ${finder}; ${finder}.install()` },
    { name: `${finder}.py`, text: `MAPPING = {${mapping}}\n` },
  ];
}
