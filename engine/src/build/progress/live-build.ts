import type { BuildResult, Vertex } from "../result.ts";
import { LogWindow } from "./log-window.ts";
import { type Status, type Update, endOf } from "./updates.ts";
import { warningLine } from "./warning-line.ts";

/** One line of the live view. */
export interface Job {
  readonly name: string;
  /** What was moved, at the right of the name. */
  readonly size: string;
  readonly milliseconds: number;
  readonly over: boolean;
  readonly how: "run" | "error" | "cancel";
  /** Output of the step while it runs. */
  readonly window: LogWindow | undefined;
}

const NAME: Readonly<Record<Vertex["status"], string>> = {
  DONE: "",
  CACHED: "CACHED ",
  ERROR: "ERROR ",
  CANCELED: "CANCELED ",
};
const HOW: Readonly<Record<Vertex["status"], Job["how"]>> = {
  DONE: "run",
  CACHED: "run",
  ERROR: "error",
  CANCELED: "cancel",
};

interface Live {
  readonly vertex: Vertex;
  over: boolean;
  warned: boolean;
  readonly statuses: Status[];
  readonly window: LogWindow;
}

/** What a client of the builder knows of a running build. */
export class LiveBuild {
  readonly #result: BuildResult;
  readonly #columns: number;
  readonly #begun = new Map<Vertex, Live>();
  known = 0;
  completed = 0;

  constructor(result: BuildResult, columns: number) {
    this.#result = result;
    this.#columns = columns;
  }

  take(update: Update): void {
    if (update.kind === "known") {
      this.known = update.count;
      return;
    }
    const { vertex } = update;
    if (update.kind === "begin") {
      const window = new LogWindow(this.#columns - 10);
      this.#begun.set(vertex, { vertex, over: false, warned: false, statuses: [], window });
      return;
    }
    const live = this.#begun.get(vertex);
    if (!live) return;
    if (update.kind === "status") live.statuses.push(update.status);
    else if (update.kind === "log") live.window.write(update.text);
    else if (update.kind === "warning") live.warned = true;
    else {
      live.over = true;
      this.completed++;
    }
  }

  /** In the order in which they began. */
  jobs(now: number): Job[] {
    return [...this.#begun.values()].flatMap((live) => this.#jobsOf(live, now));
  }

  #jobsOf({ vertex, over, warned, statuses, window }: Live, now: number): Job[] {
    const { begin = 0, status, name } = vertex;
    const milliseconds = (over ? endOf(vertex) : now) - begin;
    const shown = clean(over ? NAME[status] + name : name);
    const line = (own: Partial<Job> & Pick<Job, "name">): Job => ({
      size: "",
      milliseconds: 0,
      over: true,
      how: "run",
      window: undefined,
      ...own,
    });
    return [
      line({ name: shown, milliseconds, over, how: HOW[status], window: over ? undefined : window }),
      ...statuses.map((each) =>
        line({
          name: clean(`=> ${each.name}`),
          size: each.size,
          over: over || now >= each.end,
          milliseconds: Math.min(now, each.end) - each.begin,
        }),
      ),
      ...(warned ? this.#result.warnings.slice(0, 1) : []).map((warning) =>
        line({ name: clean(`WARN: ${warningLine(warning)}`), over: false, milliseconds, how: "cancel" }),
      ),
    ];
  }
}

/** A tab is a space here; nothing else of a learner's text moves the cursor. */
const clean = (text: string): string => text.replaceAll(/[\u0000-\u001F\u007F]/g, " ");
