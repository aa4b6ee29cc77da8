import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { textOf } from "../src/shell/text/bytes-text.ts";
import type { Answer } from "./shell.ts";

/** Another one may be named: Debian builds it without the programs that change accounts. */
const { DRYDOCK_BUSYBOX: BUSYBOX = "/usr/bin/busybox" } = process.env;
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
let applets: string | undefined;

/** A folder with a link for each applet, so that PATH finds busybox alone. */
function appletFolder(): string {
  if (applets !== undefined) return applets;
  applets = mkdtempSync(join(tmpdir(), "applets-"));
  for (const name of spawnSync(BUSYBOX, ["--list"]).stdout.toString().split("\n").filter(Boolean))
    symlinkSync(BUSYBOX, join(applets, name));
  return applets;
}

function factsOf(top: string): Map<string, Answer["changed"][string]> {
  const facts = new Map<string, Answer["changed"][string]>();
  const walk = (folder: string, prefix: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const mode = (stat.mode & 0o7777).toString(8);
      if (stat.isSymbolicLink()) facts.set(prefix + name, { link: readlinkSync(path) });
      else if (stat.isDirectory()) {
        facts.set(prefix + name, { directory: true, mode });
        walk(path, `${prefix + name}/`);
      } else if (stat.isFile())
        facts.set(prefix + name, { mode, content: readFileSync(path, "utf8").replaceAll(top, "/w") });
    }
  };
  walk(top, "");
  return facts;
}

/** How a program is started: its file, `argv[0]` and the rest. */
export type Enter = (program: string, argv0: string, args: readonly string[]) => readonly string[];
const directly: Enter = (program, argv0, args) => [program, argv0, ...args];

type Run = (input: { script: string; files: Readonly<Record<string, string>> }) => Answer;

/** The real dash, busybox ash or bash of this machine, in a folder of its own; undefined where it is not installed. */
export function realShell(dialect: "dash" | "ash" | "bash", enter: Enter = directly): Run | undefined {
  const program = dialect === "ash" ? BUSYBOX : `/usr/bin/${dialect}`;
  if (!existsSync(program)) return undefined;
  return ({ script, files }) => {
    const outer = mkdtempSync(join(tmpdir(), "shell-"));
    const root = join(outer, "w");
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(root, dirname(path)), { recursive: true });
        writeFileSync(join(root, path), text, { mode: 0o644 });
      }
      // Whoever a script becomes may look in.
      chmodSync(outer, 0o755);
      const before = factsOf(root);
      const folder = dialect === "ash" ? appletFolder() : "";
      const path = dialect === "ash" ? folder : PATH;
      const name = { dash: "/bin/sh", ash: "sh", bash: "/bin/bash" }[dialect];
      const [file = "", argv0 = "", ...args] = enter(program, name, ["-c", script]);
      const done = spawnSync(file, args, {
        argv0,
        cwd: root,
        env: { PATH: path, HOME: "/root", HOSTNAME: "buildkitsandbox" },
        input: "",
        timeout: 2000,
      });
      const after = factsOf(root);
      const plain = (text: string): string =>
        folder === ""
          ? text.replaceAll(root, "/w")
          : text.replaceAll(root, "/w").replaceAll(`${folder}/`, "/bin/");
      return {
        exitCode: done.status ?? -1,
        stdout: plain(textOf(done.stdout)),
        stderr: plain(textOf(done.stderr)),
        changed: Object.fromEntries(
          [...after].filter(([name, fact]) => JSON.stringify(before.get(name)) !== JSON.stringify(fact)),
        ),
        gone: [...before.keys()].filter((name) => !after.has(name)),
      };
    } finally {
      rmSync(outer, { recursive: true, force: true });
    }
  };
}
