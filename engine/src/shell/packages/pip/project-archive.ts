import { Content } from "../../../vfs/content.ts";
import type { Wheel } from "../python/wheel-catalogue.ts";

const MARK = "wheel of a project ";
/** Bytes of a wheel besides its sources: dist-info and the zip's own records. An estimate. */
const OVERHEAD = 1_200;

/**
 * The wheel of a project as a file. It is not packed: what it holds stands in its identity, so that a later `pip install` of
 * the file finds it. @returns undefined where a source is known by size alone
 */
export function packProject(wheel: Wheel): Content | undefined {
  const sources = wheel.project?.sources ?? [];
  if (sources.some(({ content }) => content.text === undefined)) return undefined;
  const { fileName: _, project, ...rest } = wheel;
  const packed = {
    ...rest,
    project: { ...project, sources: sources.map(({ name, content }) => [name, content.text]) },
  };
  return Content.declared(OVERHEAD + Math.round(wheel.bytes / 2), MARK + JSON.stringify(packed));
}

type Packed = Omit<Wheel, "fileName" | "project"> & {
  readonly project: Omit<NonNullable<Wheel["project"]>, "sources"> & {
    readonly sources: readonly (readonly [name: string, text: string])[];
  };
};

/** What `packProject` packed; undefined for every other file. @param direct was this very file named? */
export function unpackProject(content: Content, path: string, direct: boolean): Wheel | undefined {
  if (!content.identity?.startsWith(MARK)) return undefined;
  const { project, ...wheel } = JSON.parse(content.identity.slice(MARK.length)) as Packed;
  const file = path.slice(path.lastIndexOf("/") + 1);
  return {
    ...wheel,
    fileName: () => file,
    project: {
      ...project,
      archive: { path, direct },
      sources: project.sources.map(([name, text]) => ({ name, content: Content.of(text) })),
    },
  };
}
