import { describe, expect, it, test } from "vitest";
import { bases } from "../../../bases/index.ts";
import { Workstation } from "../../host/workstation.ts";
import { commands } from "../commands/index.ts";
import { examples } from "./examples.ts";
import { dockerCommands, lackingCommands } from "./reference.ts";

test("every command has an example, and nothing else has", () => {
  expect(Object.keys(examples).toSorted()).toEqual(commands.map(({ names }) => names[0] ?? "").toSorted());
});

describe("the example of", () => {
  const on = new Workstation({
    bases,
    seed: "reference",
    files: {
      Dockerfile: 'FROM busybox:1.37\nCOPY . /app\nCMD ["httpd", "-f", "-h", "/app"]\n',
      "index.html": "hello\n",
    },
  });
  for (const line of [
    "docker build -q -t app . && docker tag app old:1 && docker tag app 127.0.0.1:5000/app:1",
    "docker push -q 127.0.0.1:5000/app:1 && docker pull -q busybox:1.37",
    "docker run -d --name web -p 8080:80 app && docker run --name box app sh -c 'echo a | tee /a'",
    "docker volume create data && docker network create front",
    "docker save -o app.tar app && docker export -o box.tar box",
  ])
    if (on.run(line).exitCode !== 0) throw new Error(`${line}: ${on.run(line).stderr}`);
  const before = on.snapshot();

  it.each(Object.entries(examples))("docker %s does what it says", (name, [line]) => {
    on.restore(before);
    const { exitCode, stderr } = on.run(line);
    // Whoever watches a program goes away from it with Ctrl-C.
    expect(exitCode, stderr).toBe(name === "attach" ? 130 : 0);
    expect(stderr).not.toContain("does not simulate");
    expect(line).toMatch(
      new RegExp(
        `docker ${dockerCommands.find(({ names }) => names.includes(name))?.names[0]}|docker ${name}`,
      ),
    );
  });
});

test("the reference tells what a flag is and what is lacking", () => {
  const run = dockerCommands.find(({ names }) => names.includes("run"));
  expect(run?.names).toEqual(["run", "container run"]);
  expect(run?.flags.find(({ usage }) => usage.startsWith("-p,"))).toEqual({
    usage: "-p, --publish list",
    help: "Publish a container's port(s) to the host",
    default: undefined,
    lacking: undefined,
  });
  expect(run?.flags.filter(({ lacking }) => lacking !== undefined).length).toBeGreaterThan(5);
  expect(lackingCommands.map(({ name }) => name)).toContain("swarm");
});
