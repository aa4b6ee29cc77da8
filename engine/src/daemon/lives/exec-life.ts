import type { Life } from "../containers/container.ts";

export interface ExecSpec {
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly user: string | undefined;
  readonly directory: string | undefined;
  /** With all of root's powers. */
  readonly privileged?: boolean;
  /** It has a terminal. */
  readonly tty?: boolean;
}

/** A program that `docker exec` has started in a container. */
export interface ExecLife {
  /** Tells it from others of its container. */
  readonly key: number;
  readonly spec: ExecSpec;
  readonly life: Life;
}
