import { expect, test } from "vitest";
import type { Flag } from "./flag.ts";
import { readFlags } from "./read-flags.ts";

const flags: readonly Flag[] = [
  { name: "detach", short: "d", kind: "bool", help: "" },
  { name: "interactive", short: "i", kind: "bool", help: "" },
  { name: "env", short: "e", kind: "list", help: "" },
  { name: "last", short: "n", kind: "int", help: "" },
  { name: "name", kind: "string", help: "" },
];
const read = (line: string, interspersed = true): string => {
  const words = readFlags(line.split(" ").filter(Boolean), flags, interspersed);
  if ("error" in words) return words.error;
  return `${[...words.values].map(([name, values]) => `${name}=${values.join(",")}`).join(" ")} | ${words.args.join(" ")}`;
};

test.each([
  ["-di -e A=1 --env=B --name web busybox", "detach=true interactive=true env=A=1,B name=web | busybox"],
  ["-n5 a --detach=false", "last=5 detach=false | a"],
  ["a -- --name x", " | a --name x"],
  ["-", " | -"],
  ["--nope", "unknown flag: --nope"],
  ["-dx", "unknown shorthand flag: 'x' in -x"],
  ["--name", "flag needs an argument: --name"],
  ["-de", "flag needs an argument: 'e' in -e"],
  ["-n x", 'invalid argument "x" for "-n, --last" flag: strconv.ParseInt: parsing "x": invalid syntax'],
])("%s", (line, expected) => expect(read(line)).toBe(expected));

test("without interspersion the first word ends the flags", () => {
  expect(read("-d image -i --name y", false)).toBe("detach=true | image -i --name y");
});
