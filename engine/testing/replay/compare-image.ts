import { compareLayers, type Folders } from "./compare-layers.ts";
import { sha256 } from "./layer-members.ts";
import type { MachineImage } from "./machine.ts";
import type { Difference, ExpectedImage, HistoryRow } from "./transcript.ts";

/** What an image stands on, so that a transcript need not repeat it. */
export interface Ground {
  readonly history: readonly HistoryRow[];
  readonly layers: number;
  readonly folders: Folders;
}

/** The fields of an image config that a transcript fixes. */
export interface ConfigFacts {
  readonly author?: string;
  readonly architecture?: string;
  readonly os?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly history?: readonly {
    readonly created_by?: string;
    readonly comment?: string;
    readonly empty_layer?: boolean;
  }[];
  readonly rootfs: { readonly diff_ids: readonly string[] };
}

export function compareImage(
  expected: ExpectedImage | undefined,
  image: MachineImage | undefined,
  ground: Ground,
): Difference[] {
  if (expected === undefined)
    return image === undefined ? [] : [{ facet: "exists", told: "there is an image, in Docker none" }];
  if (image === undefined) return [{ facet: "exists", told: "there is no such image" }];
  const read: ConfigFacts = JSON.parse(image.config);
  const layers = image.layers.slice(ground.layers);
  return [
    ...compareIds(image, read),
    ...compare(
      "config",
      { author: expected.author ?? "", architecture: "amd64", os: "linux", ...filled(expected.config) },
      {
        author: read.author ?? "",
        architecture: read.architecture,
        os: read.os,
        ...filled(read.config ?? {}),
      },
    ),
    ...compare("history", [...ground.history, ...expected.history].map(row), historyOf(read).map(row)),
    ...compare("layers", expected.layers.length, layers.length),
    ...compareLayers(expected.layers, layers, ground.folders),
  ];
}

/** An image is named by the digest of its config, and lists the digests of its layers' tars. */
function compareIds({ id, config, layers }: MachineImage, read: ConfigFacts): Difference[] {
  const told: string[] = [];
  if (id !== `sha256:${sha256(config)}`) told.push("the id is not the digest of the config");
  for (const [i, { diffId, tar }] of layers.entries()) {
    if (tar !== null && diffId !== `sha256:${sha256(tar)}`)
      told.push(`layer ${i}: the diff id is not the digest of the tar`);
    if (read.rootfs.diff_ids[i] !== diffId) told.push(`layer ${i}: the config lists another diff id`);
  }
  return told.map((one) => ({ facet: "id", told: one }));
}

export const historyOf = ({ history = [] }: ConfigFacts): HistoryRow[] =>
  history.map(({ created_by: createdBy = "", comment = "", empty_layer: empty = false }) => ({
    createdBy,
    comment,
    empty,
  }));

const row = ({ createdBy, comment, empty }: HistoryRow): string =>
  `${createdBy} (${comment})${empty ? " no layer" : ""}`;

function compare(facet: "config" | "history" | "layers", theirs: unknown, ours: unknown): Difference[] {
  const [want, got] = [JSON.stringify(theirs, undefined, 1), JSON.stringify(ours, undefined, 1)];
  return want === got ? [] : [{ facet, told: `${facet} is\n${got}\nin Docker\n${want}` }];
}

/** Docker leaves out, or writes null for, what is empty; names in a fixed order. */
export function filled(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(value).filter(
    ([, one]) =>
      !(
        one === null ||
        one === undefined ||
        one === "" ||
        one === false ||
        (Array.isArray(one) && one.length === 0)
      ),
  );
  return Object.fromEntries(
    own
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, isRecord(one) ? filled(one) : one]),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
