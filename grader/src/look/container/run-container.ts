import {
  type BlackBox,
  type Credentials,
  FileSystem,
  type Image,
  type Life,
  runProgram,
} from "@drydock/engine";
import { MACHINE_START } from "../../image-machine.ts";

/** How a container of the image is started beside what the image says. */
export interface RunOptions {
  /** In place of CMD, behind ENTRYPOINT. */
  readonly args?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly stdin?: string | undefined;
  /** Told what process 1 runs, or the one to which an init hands signals on, and as whom; again when another program takes its place. */
  readonly onFirst?: ((argv: readonly string[], pid: number, as: Credentials) => void) | undefined;
  /** What the lesson declares. */
  readonly blackBoxes?: readonly BlackBox[] | undefined;
}

/** The life of a container, or the words of the runtime why it did not start. @throws {EngineError} NOT_SIMULATED, LIMIT */
export function runContainer(
  image: Image,
  { args, env = {}, stdin, blackBoxes, onFirst }: RunOptions,
): { readonly life: Life } | { readonly startError: string; readonly life?: undefined } {
  const { config } = image.config;
  const argv = [...(config.Entrypoint ?? []), ...(args ?? config.Cmd ?? [])];
  if (argv.length === 0) return { startError: "no command specified" };
  return runProgram(
    {
      argv,
      env: [...(config.Env ?? []), ...Object.entries(env).map(([name, value]) => `${name}=${value}`)],
      directory: config.WorkingDir || "/",
      user: config.User ?? "",
      files: new FileSystem(image.tree, () => MACHINE_START / 1000),
      hostname: "c0ffee000000",
      stdin: stdin ?? "",
      blackBoxes,
      onFirst,
    },
    MACHINE_START,
  );
}

/** All that it wrote to one stream. */
export const written = ({ output }: Life, stream: "stdout" | "stderr"): string =>
  output
    .filter((each) => each.stream === stream)
    .map(({ text }) => text)
    .join("");
