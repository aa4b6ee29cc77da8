import { isInstall, type PackageCall, packageCalls, packagesOf } from "../reading/install.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/**
 * A package of pip, npm or gem named on the command line without a version. Those registries keep every version;
 * Debian and Alpine delete old ones, so a pin there breaks the build sooner or later, and is not asked for.
 */
export const unpinnedPackage: TeachingRule = {
  name: "UnpinnedPackage",
  summary: "Say which version to install",
  why: "Without a version the registry gives its newest, so two builds of one Dockerfile can hold different programs.",
  good: [
    "FROM python:3.13-slim\nRUN pip install --no-cache-dir flask==3.1.3",
    "FROM python:3.13-slim\nRUN pip install -r requirements.txt",
    "FROM node:24-slim\nRUN npm install -g @nestjs/cli@11.0.0 && npm ci",
    "FROM python:3.13-slim\nRUN pip install --upgrade pip",
  ],
  bad: [
    "FROM python:3.13-slim\nRUN pip install --no-cache-dir flask",
    "FROM node:24-slim\nRUN npm install --global @nestjs/cli",
    "FROM python:3.13-slim\nRUN python3 -m pip install gunicorn flask==3.1.3",
  ],
  check({ steps }, report) {
    for (const { commands } of steps) {
      for (const call of packageCalls(commands)) {
        const open = isInstall(call) ? openPackages(call) : [];
        if (open.length > 0) report(call.command.range, `No version is named for ${open.join(", ")}`);
      }
    }
  },
};

/** pip's own tools are left out: their newest version is what everybody takes. */
const TOOLS: ReadonlySet<string> = new Set(["pip", "setuptools", "wheel"]);

function openPackages(call: PackageCall): readonly string[] {
  const packages = packagesOf(call);
  switch (call.manager) {
    case "pip":
      if (["-c", "--constraint"].some((option) => call.options.has(option))) return [];
      return packages.filter((name) => !/[=<>~!@]/.test(name) && !TOOLS.has(name));
    case "npm":
    case "yarn":
    case "pnpm":
      return packages.filter((name) => !/.@/.test(name));
    case "gem":
      return ["-v", "--version"].some((option) => call.options.has(option))
        ? []
        : packages.filter((name) => !name.includes(":"));
    default:
      return [];
  }
}
