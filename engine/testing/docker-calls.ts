import * as fc from "fast-check";
import type { Command } from "../src/cli/command.ts";
import type { Flag } from "../src/cli/words/flag.ts";

const containers = ["web", "db", "nobody"];
const images = ["busybox:1.37", "app", "app:2", "learner/app", "127.0.0.1:5000/app", "nosuch"];
const script = `sh -c 'echo $RANDOM > /r; sleep 3'`;

/** What may stand for a word of a command's usage, by the word. */
const ARGUMENTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^CONTAINER|^NEW_NAME/, containers],
  [/^NAME\|ID/, [...containers, ...images, "data", "front"]],
  [/IMAGE|^NAME|^REPOSITORY|MANIFEST/, images],
  [/^NETWORK/, ["front", "back", "bridge"]],
  [/^VOLUME/, ["data", "other"]],
  [/^COMMAND/, [script, "true", "cat /etc/hostname"]],
  [/^PATH/, [".", "- < Dockerfile", "nosuch"]],
  [/^file/, ["tree.tar", "- < tree.tar"]],
  [/^SERVER/, ["", "127.0.0.1:5000"]],
  [/^PRIVATE_PORT/, ["80", "80/udp"]],
];
/** Values of flags, by the flag's name. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "add-host": ["there:10.0.0.1"],
  env: ["A=1", "HOME"],
  file: ["Dockerfile", "nosuch"],
  filter: ["dangling=true", "name=web", "status=running", "label=a", "driver=bridge"],
  format: ["json", "'{{json .}}'", "'{{.ID}}'"],
  input: ["saved.tar"],
  label: ["a=b"],
  mount: ["type=volume,src=data,dst=/m", "type=bind,src=/root/app,dst=/m,ro"],
  name: containers,
  network: ["front", "host", "none", "container:web"],
  output: ["saved.tar", "type=local,dest=out"],
  password: ["s3cret"],
  publish: ["8080:80", "8081-8082:80-81", "80"],
  restart: ["no", "always", "on-failure:2"],
  signal: ["TERM", "KILL", "HUP"],
  since: ["24h", "1m"],
  tag: ["app", "app:2", "127.0.0.1:5000/app"],
  until: ["0s"],
  user: ["5", "nobody"],
  username: ["learner"],
  volume: ["data:/d", "/root/app:/w:ro", "/v"],
  workdir: ["/tmp"],
};

const word = (usage: string): fc.Arbitrary<string> =>
  fc.constantFrom(...(ARGUMENTS.find(([is]) => is.test(usage))?.[1] ?? ["x"]));

const flagWords = ({ name, kind }: Flag): fc.Arbitrary<string> => {
  if (kind === "bool") return fc.constant(`--${name}`);
  const usual = { int: ["2", "0"], duration: ["2s"], optional: ["x"], string: ["x"], list: ["x"] }[kind];
  return fc.constantFrom(...(VALUES[name] ?? usual)).map((value) => `--${name}=${value}`);
};

/** A call of the command by any of its names, with any of its flags that Drydock has, right or wrong at the time. */
export function dockerCall(command: Command): fc.Arbitrary<string> {
  const { names, flags, usage } = command;
  const had = flags.filter(({ lacking, only }) => lacking === undefined && only === undefined);
  const wanted = names.includes("cp")
    ? [fc.constantFrom("note.txt web:/tmp/", "web:/etc/hostname got", "- web:/ < tree.tar", "db:/r -")]
    : usage
        .replace("[OPTIONS]", "")
        .replaceAll(/\[ps OPTIONS\]|\[ARG\.\.\.\]|\[\w+\.\.\.\]|\| ?URL ?\| ?-/g, "")
        .split(" ")
        .filter(Boolean)
        .map((one) => {
          const text = word(one.replace(/^\[/, ""));
          return one.startsWith("[") ? fc.oneof(fc.constant(""), text) : text;
        });
  return fc
    .tuple(
      fc.constantFrom(...names),
      fc
        .subarray(had, { maxLength: Math.min(3, had.length) })
        .chain((some) => fc.tuple(...some.map(flagWords))),
      fc.tuple(...wanted),
    )
    .map(([name, options, words]) =>
      ["docker", name, ...options, ...words].filter((one) => one !== "").join(" "),
    );
}
