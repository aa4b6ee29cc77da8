import type { Criterion, Rubric, Test } from "../rubric/rubric.ts";
import { type Metadata, NotExportable, type StructurePart } from "./part.ts";
import { partOf } from "./part-of.ts";

/** A configuration for container-structure-test, and what of the rubric it does not say. */
export interface StructureTest {
  readonly config: Readonly<Record<string, unknown>>;
  /** How many criteria are in it as a whole. */
  readonly exported: number;
  readonly left: readonly { readonly criterion: string; readonly why: string }[];
}

/** What a real engine can confirm of a rubric. A criterion is exported as a whole or not at all: half of one would prove nothing. */
export function structureTest({ criteria }: Rubric): StructureTest {
  const left: { criterion: string; why: string }[] = [];
  let whole: StructurePart = {};
  let exported = 0;
  for (const criterion of criteria) {
    try {
      whole = partsOf(criterion).reduce(joined, whole);
      exported++;
    } catch (error) {
      if (!(error instanceof NotExportable)) throw error;
      left.push({ criterion: criterion.id, why: error.message });
    }
  }
  return { config: { schemaVersion: "2.0.0", ...whole }, exported, left };
}

function partsOf({ test, id }: Criterion): readonly StructurePart[] {
  const all = (each: Test): StructurePart[] => {
    if ("any" in each) throw new NotExportable("it cannot say that one of several suffices");
    return "all" in each ? each.all.flatMap(all) : [partOf(each.check, each.with, id)];
  };
  return all(test);
}

/* Without what is not asked for: the reader is strict. */
function joined(one: StructurePart, two: StructurePart): StructurePart {
  const metadata = joinedMetadata(one.metadataTest, two.metadataTest);
  return {
    ...list("commandTests", one, two),
    ...list("fileExistenceTests", one, two),
    ...list("fileContentTests", one, two),
    ...(metadata ? { metadataTest: metadata } : {}),
  };
}

const list = (
  key: "commandTests" | "fileExistenceTests" | "fileContentTests",
  one: StructurePart,
  two: StructurePart,
): StructurePart => {
  const both = [...(one[key] ?? []), ...(two[key] ?? [])];
  return both.length === 0 ? {} : { [key]: both };
};

function joinedMetadata(one: Metadata | undefined, two: Metadata | undefined): Metadata | undefined {
  if (!one || !two) return one ?? two;
  if (one.workdir !== undefined && two.workdir !== undefined && one.workdir !== two.workdir)
    throw new NotExportable("it knows one working directory");
  const both: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(two)) {
    const before = both[key];
    both[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  return both;
}
