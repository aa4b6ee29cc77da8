import { isInstall, packageCalls, packagesOf, type PackageCall } from "../reading/install.ts";
import { type Step, stepsBefore } from "../reading/step.ts";
import { copiesWholeContext } from "../reading/whole-context.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** An install in a step behind a COPY of everything. Installing the code itself (`pip install .`) needs the code. */
export const sourceBeforeInstall: TeachingRule = {
  name: "SourceBeforeInstall",
  summary: "Copy the list of packages, install, then copy the code",
  why: "Every edit of any file changes what COPY . . brings in, and all steps behind it run again, the install too.",
  good: [
    "FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .",
    "FROM python:3.13-slim\nCOPY . /src\nRUN pip install --no-deps /src",
    "FROM golang:1.26 AS build\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -o /app",
  ],
  bad: [
    "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir -r requirements.txt",
    "FROM node:24-slim AS base\nWORKDIR /app\nCOPY ./ ./\nFROM base\nRUN npm ci && npm run build",
    "FROM debian:trixie-slim\nADD . /app\nRUN apt-get update && apt-get install -y curl",
  ],
  check({ steps }, report) {
    for (const step of steps) {
      const install = packageCalls(step.commands).find(takesPackages)?.command ?? step.commands.find(isFetch);
      if (install === undefined) continue;
      const copy = wholeCopyBefore(step);
      if (copy === undefined) continue;
      const line = copy.instruction.range.start.line;
      report(install.range, `This runs again after every edit: line ${line} copies all files before it`);
    }
  },
};

function takesPackages(call: PackageCall): boolean {
  if (!isInstall(call)) return false;
  const listed = ["-r", "--requirement"].some((option) => call.options.has(option));
  // `npm ci` and their like name no package: they read the list.
  const reads = /^(?:npm|yarn|pnpm)$/.test(call.manager) && call.words.length === 0;
  return listed || reads || packagesOf(call).length > 0;
}

const FETCHES = [
  /^go mod download/,
  /^bundle (?:install|--)/,
  /^composer install/,
  /^mvn .*dependency:/,
  /^cargo fetch/,
  /^dotnet restore/,
  /^poetry install/,
  /^uv sync/,
];
const isFetch = ({ name, words }: Step["commands"][number]): boolean => {
  if (!/^(?:go|bundle|composer|mvn|cargo|dotnet|poetry|uv)$/.test(name)) return false;
  const line = `${name} ${words.join(" ").slice(0, 200)}`;
  return FETCHES.some((pattern) => pattern.test(line));
};

function wholeCopyBefore(step: Step): Step | undefined {
  for (const before of stepsBefore(step)) if (copiesWholeContext(before.instruction)) return before;
  return undefined;
}
