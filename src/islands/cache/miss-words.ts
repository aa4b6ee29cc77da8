import type { MissReason } from "@drydock/engine";

const changes = {
  added: "is new",
  removed: "is gone",
  content: "has other bytes",
  mode: "has another mode",
  type: "is of another kind",
} as const;
const settings = {
  user: "the user",
  workdir: "the working directory",
  shell: "the shell",
} as const;
const value = (text: string | undefined): string =>
  text === undefined ? "not set" : text === "" ? "empty" : `\`${text}\``;

/** Why a step was not CACHED, as a fact and never as a cure; code stands between backquotes. */
export const missWords = (miss: MissReason): string => {
  switch (miss.kind) {
    case "first-build":
      return "The cache holds no earlier run of this line.";
    case "no-cache":
      return "This build was told to use no cache.";
    case "failed":
      return "It failed when it ran last, and a failure is not kept.";
    case "instruction":
      return `The line is another one. Before: \`${miss.before}\``;
    case "parent":
      return `See \`${miss.step.replace(/^\[[^\]]*\] /, "")}\`: what this step stands on is another result than last time.`;
    case "file":
      return `\`${miss.path}\` ${changes[miss.change]}.`;
    case "variable":
      return `\`${miss.name}\` was ${value(miss.before)} and is ${value(miss.after)}.`;
    case "base":
      return `The base was \`${miss.before}\` and is \`${miss.after}\`.`;
    case "setting":
      return `${settings[miss.name].replace(/^./, (first) => first.toUpperCase())} was ${value(miss.before)} and is ${value(miss.after)}.`;
  }
};
