import type { KnownDifferences } from "../replay/transcript.ts";

/** A Dockerfile and what BuildKit reads in it. */
export interface DockerfileCase {
  readonly id: string;
  readonly dockerfile: string;
  readonly input: DockerfileInput;
  /** BuildKit's own field names; empty ones are left out. */
  readonly expect: Reading;
  readonly known: KnownDifferences;
}

export interface DockerfileInput {
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly target?: string;
  readonly dockerignore?: string;
  readonly platform?: string;
  readonly check?: string;
}

export type Reading = Readonly<Record<string, unknown>>;
