import type { FileState } from "@drydock/engine";
import type { Lesson, Session, Submission } from "../../src/lesson.ts";
import type { Dice } from "./dice.ts";
import { randomCommand } from "./random-command.ts";
import { bytes, garbage, mutated } from "./random-text.ts";

/** Something that was handed in: a mutant of the solution or of the start, bytes of any kind, or a list of commands. */
export function randomSubmission(dice: Dice, lesson: Lesson, id: string): Submission {
  const files = dice.one([lesson.solution, lesson.start]);
  switch (dice.below(6)) {
    case 0:
      return { id, files: mutant(dice, files) };
    case 1:
      return { id, files: anything(dice, files), session: session(dice, files) };
    case 2:
      return { id, files, session: session(dice, files) };
    case 3:
      return {
        id,
        files: { ...mutant(dice, files), ".dockerignore": ignoreLines(dice, Object.keys(files)) },
      };
    case 4:
      return { id, files, session: { ...coherent(dice), answers: answersTo(dice, lesson) } };
    default:
      return { id, files: mutant(dice, files), session: session(dice, files) };
  }
}

function mutant(dice: Dice, files: FileState): FileState {
  const names = Object.keys(files);
  const name = dice.below(3) === 0 && names.length > 0 ? dice.one(names) : "Dockerfile";
  const text = files[name];
  return { ...files, [name]: mutated(dice, typeof text === "string" ? text : "FROM busybox\n") };
}

/** Lines of an ignore file that are about the files which are there, and lines of every odd kind. */
function ignoreLines(dice: Dice, names: readonly string[]): string {
  const name = (): string => dice.one([...names, "*", "**", ".git", "a/b", "[a-", "\\", "é", "."]);
  const line = dice.one<() => string>([
    name,
    () => `!${name()}`,
    () => `/${name()}/`,
    () => `**/${name()}`,
    () => `${name()}/**/*.?`,
    () => `# ${name()}`,
    () => ` ${name()} `,
    () => `../${name()}`,
    () => garbage(dice, 12),
  ]);
  return dice.some(8, line).join(dice.one(["\n", "\r\n", "\n\n"]));
}

/** A session that hangs together: names are built, run, tagged, pushed and taken away again, now and then in the wrong order. */
function coherent(dice: Dice): Session {
  const name = (): string => dice.one(["web", "web:1.0", "learner/web:1.0", "old", "127.0.0.1:5000/web"]);
  const line = (): string =>
    dice.one<() => string>([
      () => `docker build -t ${name()} .`,
      () => `docker run -d --name ${dice.one(["web", "old", "db"])} -p 8080:80 ${name()}`,
      () => `docker run --rm ${name()} echo hi`,
      () => `docker tag ${name()} ${name()}`,
      () => `docker push ${name()}`,
      () => `docker pull ${dice.one(["busybox", "alpine:3.20", "nobody/nothing"])}`,
      () =>
        `docker ${dice.one(["stop", "rm -f", "start", "logs", "inspect"])} ${dice.one(["web", "old", "db"])}`,
      () => `docker rmi ${dice.one(["", "-f "])}${name()}`,
      () => `docker volume ${dice.one(["create", "rm"])} data`,
      () => `docker ${dice.one(["system", "image", "container", "volume", "builder"])} prune -f`,
      () => "echo s3cret | docker login -u learner --password-stdin",
      () => dice.one(["dokcer ps", "vim Dockerfile", "docker swarm init", "docker ps | grep web && true"]),
    ])();
  return { format: 1, commands: dice.some(12, () => ({ line: line() })) };
}

/** Answers to what the lesson asks, right, nearly right and of every other kind. */
const answersTo = (dice: Dice, { rubric }: Lesson): Record<string, unknown> =>
  Object.fromEntries(
    rubric.questions.map(({ id }) => [
      id,
      dice.one<unknown>([
        0,
        1,
        4,
        "4",
        " 4 ",
        "2/4",
        ["2/4", "3/4"],
        ["3/4", "2/4", "2/4"],
        [],
        "",
        true,
        { a: 1 },
      ]),
    ]),
  );

const NAMES = [
  "Dockerfile",
  ".dockerignore",
  "app.py",
  "a/b/c",
  "é",
  "a b",
  "-",
  "__proto__",
  "constructor",
  "requirements.txt",
  "*",
];

function anything(dice: Dice, files: FileState): FileState {
  const out: Record<string, FileState[string]> = { ...files };
  for (let i = dice.below(4); i >= 0; i--) {
    const name = i === 0 ? "Dockerfile" : dice.one(NAMES);
    const value = dice.one<() => FileState[string]>([
      () => ({ base64: bytes(dice, 400) }),
      () => garbage(dice, 40),
      () => ({ link: dice.one(["/etc/passwd", "..", "a", "Dockerfile", name]) }),
      () => ({ text: garbage(dice, 10), mode: dice.one(["0755", "0000", "0644"]) }),
    ])();
    Object.defineProperty(out, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return out;
}

function session(dice: Dice, files: FileState): Session {
  const snapshots = { a: mutant(dice, files), b: files };
  const states = ["a", "b", "c", "__proto__"];
  return {
    format: 1,
    snapshots,
    commands: dice.some(6, () => ({
      line: randomCommand(dice),
      ...(dice.below(3) === 0 ? { files: dice.one(states) } : {}),
      ...(dice.below(4) === 0 ? { typed: dice.some(3, () => `${randomCommand(dice)}\n`) } : {}),
    })),
    answers: Object.fromEntries(
      dice.some(3, () => [dice.one(NAMES), dice.one([1, "2/4", [], null, {}, ["a"], -1e99])]),
    ),
    hints: { [dice.one(NAMES)]: dice.one([1, -1, 1e99]) },
  };
}
