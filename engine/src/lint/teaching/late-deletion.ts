import { join } from "../../vfs/path.ts";
import { packageCalls, isInstall, packagesOf } from "../reading/install.ts";
import { removedBy } from "../reading/removed-by.ts";
import type { ShellCommand } from "../reading/shell-command.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** A RUN of the image that takes away what an earlier layer of this file brought in: files, apt's lists, packages. */
export const lateDeletion: TeachingRule = {
  name: "LateDeletion",
  summary: "Delete in the step that made it",
  why: "A layer never shrinks: what a later RUN deletes is only hidden, and everybody who pulls the image pulls it too.",
  good: [
    "FROM debian:trixie-slim\nRUN curl -o /tmp/a.tar https://example.com/a.tar && tar -xf /tmp/a.tar -C /opt && rm /tmp/a.tar",
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y gcc && make && apt-get purge -y gcc && rm -rf /var/lib/apt/lists/*",
    "FROM debian:trixie-slim\nCOPY app /app\nRUN rm -rf /tmp/*",
  ],
  bad: [
    "FROM debian:trixie-slim\nCOPY model.tar /opt/\nRUN tar -xf /opt/model.tar -C /opt\nRUN rm /opt/model.tar",
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*",
    "FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y gcc libc6-dev\nCOPY . .\nRUN make && apt-get purge -y gcc",
    "FROM debian:trixie-slim\nWORKDIR /opt\nRUN wget -O a.zip https://example.com/a.zip\nRUN unzip a.zip\nRUN rm a.zip",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships || step.commands.length === 0) continue;
      const own = bringsIn(step);
      for (const command of step.commands) {
        const gone = [...removedBy(command, step.directory), ...packagesTakenOut(step, command)].filter(
          (name) => !own.some((path) => isWithin(path, name)),
        );
        if (gone.length === 0) continue;
        const earlier = whoBroughtIn(step, gone);
        if (earlier === undefined) continue;
        const line = earlier.instruction.range.start.line;
        report(command.range, `This frees nothing: what it takes away stays in the layer of line ${line}`);
        break;
      }
    }
  },
};

const LISTS = "/var/lib/apt/lists";
/** `made` is `path` or lies in it. */
const isWithin = (made: string, path: string): boolean => made === path || made.startsWith(`${path}/`);
const named = (manager: string, word: string): string =>
  `${manager} package ${word.replace(/[=<>~@].*$/, "")}`;

function whoBroughtIn(step: Step, gone: readonly string[]): Step | undefined {
  for (const before of stepsBefore(step)) {
    const brought = bringsIn(before);
    if (gone.some((path) => brought.some((made) => isWithin(made, path) || isBelowCopy(before, made, path))))
      return before;
  }
  return undefined;
}

/** Something in a folder that a COPY of one folder filled: which files that were, only the context knows. */
const isBelowCopy = ({ instruction, directory }: Step, made: string, path: string): boolean =>
  (instruction.kind === "COPY" || instruction.kind === "ADD") &&
  made !== directory &&
  made !== "/" &&
  instruction.sources.length === 1 &&
  isWithin(path, made);

function packagesTakenOut({ commands }: Step, command: ShellCommand): readonly string[] {
  return packageCalls(commands)
    .filter(
      (call) =>
        call.command === command && /^(?:remove|purge|del|uninstall|rm|un|autoremove)$/.test(call.verb),
    )
    .flatMap((call) => packagesOf(call).map((word) => named(call.manager, word)));
}

const known = new WeakMap<Step, readonly string[]>();

/** Absolute paths, and packages as `apt package gcc`, that a step brings in as far as its words say so. */
function bringsIn(step: Step): readonly string[] {
  const before = known.get(step);
  if (before) return before;
  const { instruction, directory, commands } = step;
  const paths: string[] = [];
  if (instruction.kind === "COPY" || instruction.kind === "ADD") {
    const target = join(directory, instruction.destination);
    const folder = /(?:^|\/)\.?$/.test(instruction.destination);
    for (const source of instruction.sources) {
      const name = source.slice(source.lastIndexOf("/") + 1);
      paths.push(folder && name !== "" && name !== "." ? join(target, name) : target);
    }
  }
  for (const command of commands) {
    const at = command.words.findIndex((word) =>
      (command.name === "curl" ? /^-\w*o$|^--output$/ : /^-\w*O$|^--output-document$/).test(word),
    );
    const file = at < 0 ? undefined : command.words[at + 1];
    if ((command.name === "curl" || command.name === "wget") && file !== undefined && file !== "-")
      paths.push(join(directory, file));
    for (const path of command.writes) if (!path.startsWith("/dev/")) paths.push(join(directory, path));
  }
  for (const call of packageCalls(commands)) {
    if (call.manager === "apt" && call.verb === "update") paths.push(LISTS);
    if (isInstall(call)) for (const word of packagesOf(call)) paths.push(named(call.manager, word));
  }
  known.set(step, paths);
  return paths;
}
