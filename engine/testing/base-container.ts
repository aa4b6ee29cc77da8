import { bases } from "../bases/index.ts";
import { baseImage } from "../src/daemon/bases/base-image.ts";
import { execute } from "../src/shell/execute.ts";
import { FileSystem } from "../src/vfs/file-system.ts";
import { layerSize } from "../src/vfs/layer-tar.ts";

/** What one command did. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Simulated. */
  readonly seconds: number;
  /** Bytes of the layer that it would make. */
  readonly layer: number;
}

/** A container of a base image in which commands run one after the other, as the RUN steps of a Dockerfile do. */
export class BaseContainer {
  files: FileSystem;
  readonly #env: readonly string[];
  #now: number = Date.UTC(2026, 10, 2, 8);

  constructor(reference: string, env: readonly string[] = []) {
    const data = bases.find(({ references }) => references.includes(reference));
    if (!data) throw new Error(`no base image ${reference}`);
    const image = baseImage(data);
    this.#env = [...(image.config.config.Env ?? []), ...env];
    this.files = new FileSystem(image.tree, () => this.#now / 1000);
  }

  run(command: string, user = ""): Ran {
    const lower = this.files.snapshot();
    const began = this.#now;
    const said = { stdout: "", stderr: "" };
    const { exitCode } = execute({
      argv: ["/bin/sh", "-c", command],
      env: this.#env,
      directory: "/",
      user,
      files: this.files,
      clock: { now: () => this.#now, elapse: (milliseconds) => void (this.#now += milliseconds) },
      onOutput: (stream, text) => void (said[stream] += text),
    });
    return {
      exitCode,
      ...said,
      seconds: (this.#now - began) / 1000,
      layer: layerSize(lower, this.files.snapshot()),
    };
  }
}
