import { Workstation } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import type { Session } from "./lesson.ts";
import { replay } from "./replay.ts";
import { sessionOf } from "./submission/tidy.ts";

const replayed = (session: Session): readonly (readonly [exitCode: number, said: string])[] =>
  replay(new Workstation({ bases, seed: "x", files: {} }), session, {}).log.map(
    ({ exitCode, stdout, stderr }) => [exitCode, stdout + stderr],
  );

test("what was typed while a line ran is typed again", () => {
  const commands = [
    { line: "docker run -it --name box busybox:1.37", typed: ["echo kept > /kept\n", "exit 3\n"] },
    { line: "docker cp box:/kept - | tar -xO" },
    { line: "docker login -u learner", typed: ["s3cret\n"] },
  ];
  const [session, kept, login] = replayed(sessionOf({ format: 1, commands }));
  expect(session?.[0]).toBe(3);
  expect(kept).toEqual([0, "kept\n"]);
  expect(login?.[1]).toContain("Login Succeeded");
});

test("where nothing was typed, nobody is there", () => {
  const [asked] = replayed({ format: 1, commands: [{ line: "read name; echo hello $name" }] });
  expect(asked).toEqual([0, "hello\n"]);
});

const uncertain = (...lines: string[]): string | undefined =>
  replay(
    new Workstation({ bases, seed: "x", files: {} }),
    { format: 1, commands: lines.map((line) => ({ line })) },
    {},
  ).unknown?.line;

test.each(["docker swarm init", "docker compose up", "sudo docker ps", "git clone https://example.org/x"])(
  "what a real machine would have done leaves the rest uncertain: %s",
  (line) => expect(uncertain("docker ps", line, "docker ps")).toBe(line),
);

test.each(["dokcer ps", "vim Dockerfile", "docker bild .", "docker run --nope busybox", "docker rm nobody"])(
  "what a real machine would refuse too is certain: %s",
  (line) => expect(uncertain(line)).toBeUndefined(),
);
