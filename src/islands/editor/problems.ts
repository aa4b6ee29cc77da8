import { parseDockerfile, type Range } from "@drydock/engine";

/** Every problem of a Dockerfile's text, with its place. */
export const problemsOf = (text: string): readonly { readonly message: string; readonly range: Range }[] =>
  parseDockerfile(text).problems;
