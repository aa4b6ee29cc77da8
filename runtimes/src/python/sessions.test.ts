import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";
import {
  type ProgramSession,
  programSessions,
  settled,
  withoutMarksBeyond,
} from "../../testing/program-session.ts";

const folder = new URL("programs/sessions/", import.meta.url);
const host = new LibraryHost();

interface Seen {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** What each command of a session comes to here. */
function played({ packages, files, commands }: ProgramSession): Seen[] {
  host.run("docker rm -f web; rm -rf *");
  host.station.write(".dockerignore", "Dockerfile\n.dockerignore\n");
  host.build(files, packages);
  const seen: Seen[] = [];
  let server: number | undefined;
  for (const [i, { line, serves }] of commands.entries()) {
    const command = serves
      ? `docker run -d --name web -p 5000:5000 -p 8000:8000 -p 8080:8080 t sh -c ${quoted(`exec ${line}`)}`
      : server === undefined
        ? `docker run --rm t sh -c ${quoted(line)}`
        : line;
    if (serves) server = i;
    const { stdout, stderr, exitCode } = host.run(command);
    seen.push({ stdout: serves ? "" : stdout, stderr, exitCode: String(exitCode) });
  }
  if (server === undefined) return seen;
  host.run("docker stop web");
  const { stdout, stderr } = host.run("docker logs web");
  const exitCode = host.run("docker inspect -f {{.State.ExitCode}} web").stdout.trim();
  seen[server] = { stdout, stderr, exitCode };
  return seen;
}

// Recorded from CPython 3.12.1 with Flask 3.1.3 and gunicorn 26.2.0.
describe.each(readdirSync(folder).sort())("%s", (file) => {
  it.each(programSessions(readFileSync(new URL(file, folder), "utf8")))("$title", (session) => {
    const seen = played(session);
    for (const [i, want] of session.commands.entries()) {
      const got = seen[i] ?? { stdout: "", stderr: "", exitCode: "" };
      const stderr = settled(got.stderr);
      expect({ line: want.line, stdout: settled(got.stdout), stderr, exitCode: got.exitCode }).toEqual({
        line: want.line,
        stdout: settled(want.stdout),
        stderr: withoutMarksBeyond(settled(want.stderr), stderr),
        exitCode: want.exitCode,
      });
    }
  });
});
