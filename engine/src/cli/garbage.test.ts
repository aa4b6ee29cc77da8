import fc from "fast-check";
import { expect, test } from "vitest";
import { smallImage } from "../../testing/small-image.ts";
import { Workstation } from "../host/workstation.ts";
import { commands } from "./commands/index.ts";

const small = smallImage();
const machine = (): Workstation => {
  const station = new Workstation({
    bases: [],
    seed: "garbage",
    files: { Dockerfile: "FROM small\n", note: "one\n" },
    daemon: { local: [{ references: ["small:latest"], image: small }] },
  });
  station.run(
    "docker network create n1; docker volume create v1; docker run -d --name aa -v v1:/d small sleep 1000",
  );
  return station;
};

/** Words that mean something somewhere, and some that mean nothing anywhere. */
const word = fc.oneof(
  fc.constantFrom(
    ..."aa small small:latest n1 v1 . - -- / ./x a=b =b a= :: 80:80 1m -1 0 x=y,z {{.ID}} {{json}} {{ 2020-01-01 10m nosuch :/a aa:/x @sha256:0 KEY label=a true -v:/x".split(
      " ",
    ),
    "",
    " ",
    "'",
    "ü\u{1F433}",
    "a b",
  ),
  fc.string({ maxLength: 6 }),
);
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`).replaceAll(/[\0\n\r]/g, "")}'`;

const line = fc.constantFrom(...commands).chain(({ names: [name = ""], flags }) => {
  const known = flags.filter(({ lacking, name: flag }) => lacking === undefined && flag !== "follow");
  const flag = fc
    .constantFrom(
      "--nope",
      "-Z",
      "--",
      "--no=x",
      ...known.map((one) => `--${one.name}`),
      ...known.flatMap(({ short }) => (short ? [`-${short}`] : [])),
    )
    .chain((text) =>
      fc.oneof(
        fc.constant(text),
        word.map((value) => `${text}=${value}`),
      ),
    );
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: word }, { weight: 1, arbitrary: flag }), { maxLength: 6 })
    .map((words) => ({ name, line: `docker ${name} ${words.map(quoted).join(" ")}` }));
});

test("whatever is typed behind a command, it answers as Docker does and never breaks", () => {
  const station = machine();
  const kept = station.snapshot();
  fc.assert(
    fc.property(line, ({ name, line: typed }) => {
      station.restore(kept);
      const { exitCode, stderr } = station.run(typed);
      expect(exitCode, typed).toBeLessThan(256);
      if (
        /^unknown (?:flag|shorthand flag): |^flag needs an argument: |^bad flag syntax: |^invalid argument .* flag: /s.test(
          stderr,
        )
      ) {
        expect(exitCode, typed).toBe(125);
        expect(stderr, typed).toContain(`\n\nUsage:  docker ${name === "build" ? "buildx build" : name}`);
      }
      if (stderr.includes("' requires ") || stderr.includes("' accepts ")) expect(exitCode, typed).toBe(1);
      expect(stderr, typed).not.toMatch(/undefined|\[object |NaN|TypeError/);
    }),
    { numRuns: 400 },
  );
}, 600_000);
