import type { Container, Life } from "../containers/container.ts";
import { replaceContainer } from "../containers/find-container.ts";
import type { DaemonState } from "../state.ts";
import type { ExecSpec } from "./exec-life.ts";

/** One program of a container whose life is worked out ahead. */
export interface LivingProgram {
  readonly container: Container;
  readonly life: Life;
  /** Undefined: the container's own. */
  readonly key?: number;
  readonly spec?: ExecSpec;
}

/** The programs of a container, its own first. */
export function livesOf(container: Container): readonly LivingProgram[] {
  const { life, execs = [] } = container;
  return life ? [{ container, life }, ...execs.map((exec) => ({ container, ...exec }))] : [];
}

export const programOf = (
  state: DaemonState,
  id: string,
  key: number | undefined,
): LivingProgram | undefined => {
  const container = state.containers.find((one) => one.id === id);
  return container && livesOf(container).find((one) => one.key === key);
};

/** The container with another life of one of its programs. */
export const withLife = (container: Container, key: number | undefined, life: Life): Container =>
  key === undefined
    ? { ...container, life }
    : {
        ...container,
        execs: (container.execs ?? []).map((exec) => (exec.key === key ? { ...exec, life } : exec)),
      };

/** The state with another life of that program; the container may be another one by now. */
export function keepLife(state: DaemonState, { container, key }: LivingProgram, life: Life): DaemonState {
  const now = state.containers.find(({ id }) => id === container.id);
  return now ? replaceContainer(state, withLife(now, key, life)) : state;
}
