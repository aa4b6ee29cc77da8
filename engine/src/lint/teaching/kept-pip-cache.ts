import { isInstall, type PackageCall, packageCalls } from "../reading/install.ts";
import { removedBy } from "../reading/removed-by.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** `pip install` that leaves pip's cache in a layer of the image. */
export const keptPipCache: TeachingRule = {
  name: "KeptPipCache",
  summary: "pip install --no-cache-dir",
  why: "pip keeps what it downloads for the next install, but in an image there is no next one: the cache is only weight.",
  good: [
    "FROM python:3.13-slim\nRUN pip install --no-cache-dir -r requirements.txt",
    "FROM python:3.13-slim\nENV PIP_NO_CACHE_DIR=1\nRUN pip install -r requirements.txt",
    "FROM python:3.13-slim\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt",
    "FROM python:3.13-slim\nRUN pip install flask==3.1.3 && rm -rf ~/.cache/pip",
    "FROM python:3.13-slim AS packages\nRUN pip install --prefix=/packages -r requirements.txt\nFROM python:3.13-slim\nCOPY --from=packages /packages /usr/local",
  ],
  bad: [
    "FROM python:3.13-slim\nRUN pip install -r requirements.txt",
    "FROM python:3.13-slim\nRUN set -e; python -m pip install flask==3.1.3",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      if (!step.stage.ships) continue;
      const calls = packageCalls(step.commands).filter(({ manager }) => manager === "pip");
      const call = calls.find((each) => isInstall(each) && !isOff(each));
      if (call === undefined || calls.some(({ verb, words }) => verb === "cache" && words[0] === "purge"))
        continue;
      if (step.mounts.some(({ target }) => /\/\.cache(?:\/pip)?\/?$/.test(target ?? "")) || isOffBefore(step))
        continue;
      if (
        step.commands.some((command) =>
          removedBy(command, step.directory).some((path) => /\/\.cache(?:\/pip)?$/.test(path)),
        )
      )
        continue;
      report(call.command.range, "pip keeps its downloads in this layer: --no-cache-dir is missing");
    }
  },
};

const isTrue = (value: string | undefined): boolean =>
  value !== undefined && !/^(?:|0|no|off|false)$/i.test(value);
const isOff = ({ options, command }: PackageCall): boolean =>
  options.has("--no-cache-dir") || isTrue(command.assigned.get("PIP_NO_CACHE_DIR"));

function isOffBefore(step: Step): boolean {
  const set = step.commands.some(({ name, words, assigned }) =>
    name === "export" || name === ""
      ? words.some((word) => /^PIP_NO_CACHE_DIR=./.test(word)) || isTrue(assigned.get("PIP_NO_CACHE_DIR"))
      : false,
  );
  if (set) return true;
  for (const { instruction } of stepsBefore(step)) {
    if (instruction.kind !== "ENV" && instruction.kind !== "ARG") continue;
    const pair = instruction.pairs.findLast(({ key }) => key === "PIP_NO_CACHE_DIR");
    if (pair) return isTrue(pair.value);
  }
  return (
    step.stage.config?.Env?.some((pair) => /^PIP_NO_CACHE_DIR=(?!0$|no$|off$|false$)./i.test(pair)) === true
  );
}
