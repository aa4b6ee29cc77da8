import { ignores } from "../../context/ignore.ts";
import { basename } from "../../vfs/path.ts";
import { contextSources, copiesWholeContext } from "../reading/whole-context.ts";
import type { TeachingRule } from "../teaching-rule.ts";

/** COPY or ADD of a file that by its name holds a secret, also by `COPY . .` where the ignore file lets it through. */
export const copiedSecret: TeachingRule = {
  name: "CopiedSecret",
  summary: "Mount a secret, never copy it",
  why: "A file in a layer can be read by everybody who has the image, also after a later step deletes it.",
  good: [
    "FROM node:24-slim\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci",
    "FROM alpine:3.24\nCOPY .env.example ca-cert.pem /app/",
    "FROM alpine:3.24\nCOPY . /app",
  ],
  bad: [
    "FROM alpine:3.24\nCOPY .env /app/",
    "FROM alpine:3.24\nADD id_rsa /root/.ssh/",
    "FROM alpine:3.24\nWORKDIR /app\nCOPY . .",
  ],
  beside: {
    good: { ".dockerignore": ".env\n", ".env": "TOKEN=abc", "app.py": "" },
    bad: { ".env": "TOKEN=abc", "app.py": "" },
  },
  check({ steps, paths, ignore }, report) {
    const sent = paths?.filter((path) => isSecret(path) && (ignore === undefined || !ignores(ignore, path)));
    for (const { instruction } of steps) {
      if (instruction.kind !== "COPY" && instruction.kind !== "ADD") continue;
      const named = contextSources(instruction).find(isSecret);
      const carried = copiesWholeContext(instruction) ? sent?.[0] : undefined;
      const file = named ?? carried;
      if (file !== undefined)
        report(instruction.range, `${file} becomes part of the image, for everybody who has it to read`);
    }
  },
};

const EXACT: ReadonlySet<string> = new Set([
  ".env",
  ".netrc",
  ".npmrc",
  ".pypirc",
  ".git-credentials",
  ".htpasswd",
  ".pgpass",
  ".dockercfg",
  "credentials",
  "credentials.json",
  "kubeconfig",
  "secrets.json",
  "secrets.yaml",
  "secrets.yml",
  "secret.key",
  ".ssh",
  ".aws",
  ".gnupg",
  ".kube",
]);

function isSecret(path: string): boolean {
  const name = basename(path.replace(/\/+$/, "")).toLowerCase();
  if (EXACT.has(name) || /^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name)) return true;
  if (name.startsWith(".env.")) return !/example|sample|template|dist/.test(name);
  if (/\.(?:p12|pfx|jks|keystore|kdbx|tfstate)$/.test(name)) return true;
  return /\.(?:pem|key)$/.test(name) && !/ca|cert|chain|pub/.test(name);
}
