import { packageCalls } from "../reading/install.ts";
import { stepsBefore } from "../reading/step.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** `npm install` of what package.json lists, where a lock file was copied in. */
export const unlockedInstall: TeachingRule = {
  name: "UnlockedInstall",
  summary: "npm ci where there is a lock file",
  why: "npm install may choose newer versions than the lock file and rewrite it; npm ci installs what the file says or fails.",
  good: [
    "FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci",
    "FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install",
    "FROM node:24-slim\nCOPY package*.json ./\nRUN npm install -g pnpm@10.0.0",
  ],
  bad: [
    "FROM node:24-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm install",
    "FROM node:24-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm i --omit=dev",
  ],
  check({ steps, paths }, report) {
    const isLock = (source: string): boolean =>
      /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json)$/.test(source) ||
      (/(?:^|\/)package\*\.json$/.test(source) &&
        (paths === undefined || paths.some((path) => path.endsWith("package-lock.json"))));
    for (const step of steps) {
      const call = packageCalls(step.commands).find(
        ({ manager, verb, words, options }) =>
          manager === "npm" &&
          /^(?:i|install)$/.test(verb) &&
          words.length === 0 &&
          !options.has("-g") &&
          !options.has("--global"),
      );
      if (call === undefined) continue;
      for (const { instruction } of stepsBefore(step)) {
        if (instruction.kind !== "COPY" || !instruction.sources.some(isLock)) continue;
        report(
          call.command.range,
          `npm ${call.verb} may leave the lock file that line ${instruction.range.start.line} copies: npm ci keeps to it`,
        );
        break;
      }
    }
  },
};
