/** Simulated milliseconds of what a build does besides running programs; roughly what the recordings show. */
export const cost: Readonly<
  Record<
    | "definition"
    | "metadata"
    | "ignore"
    | "context"
    | "base"
    | "container"
    | "copy"
    | "workdir"
    | "inline"
    | "export",
    number
  >
> = {
  definition: 20,
  metadata: 30,
  ignore: 10,
  context: 30,
  base: 10,
  /** Start of a container, before its program runs. */
  container: 180,
  copy: 30,
  workdir: 20,
  inline: 10,
  export: 60,
};
