import { join } from "node:path";

const ROOT: string = join(import.meta.dirname, "../..");
export const TRANSCRIPTS: string = join(ROOT, "engine/transcripts");
export const BASES: string = join(ROOT, "engine/testing/bases");
export const CASES: string = join(ROOT, "engine/testing/testdata");
export const FIDELITY: string = join(ROOT, "docs/fidelity.md");
