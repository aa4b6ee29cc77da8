import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallImage } from "../../testing/small-image.ts";
import { isUp } from "../daemon/containers/container.ts";
import type { DaemonState } from "../daemon/state.ts";
import { usesOf } from "../daemon/cache/uses-of.ts";
import { beginHistory, done, MOST_STEPS } from "../host/history.ts";
import { Workstation } from "../host/workstation.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** Bytes that are in use, once what nobody can reach is gone. */
function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const OPEN = "127.0.0.1:5000";
const small = smallImage();
const machine = (): Workstation =>
  new Workstation({
    bases: [],
    seed: "model",
    files: { Dockerfile: "FROM small\nCOPY note /\n", note: "one\n" },
    daemon: { local: [{ references: ["small:latest"], image: small }] },
  });

const name = fc.constantFrom("aa", "bb", "cc");
const image = fc.constantFrom("small", "app", "app:2", `${OPEN}/app`);
const port = fc.constantFrom("8080", "8081", "8080-8081");
const network = fc.constantFrom("bridge", "n1", "n2");
const volume = fc.constantFrom("v1", "v2");
/** What a learner types, right or wrong at the time. */
const command = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, port, image, network)
      .map(([n, p, i, w]) => `docker run -d --name ${n} -p ${p}:80 --network ${w} ${i} sleep 1000`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, image, volume)
      .map(([n, i, v]) => `docker run -d --name ${n} -v ${v}:/data ${i} sleep 2`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(name, port, image)
      .map(([n, p, i]) => `docker create --name ${n} -p ${p}:80 ${i} sleep 1000`),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "start",
          "stop -t 0",
          "restart -t 0",
          "kill",
          "pause",
          "unpause",
          "rm",
          "rm -f",
          "rm -fv",
        ),
        name,
      )
      .map(([verb, n]) => `docker ${verb} ${n}`),
  },
  { weight: 2, arbitrary: fc.tuple(name, name).map(([a, b]) => `docker rename ${a} ${b}`) },
  { weight: 2, arbitrary: fc.tuple(name, image).map(([n, i]) => `docker commit ${n} ${i}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("push -q", "pull -q", "rmi", "rmi -f"), image)
      .map(([verb, i]) => `docker ${verb} ${i}`),
  },
  { weight: 2, arbitrary: fc.tuple(image, image).map(([a, b]) => `docker tag ${a} ${b}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("", "DOCKER_BUILDKIT=0 "), image, fc.nat(2))
      .map(([before, i, n]) => `echo ${n} > note; ${before}docker build -q -t ${i} .`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "docker container prune -f",
      "docker image prune -f",
      "docker image prune -af",
      "docker volume prune -af",
      "docker network prune -f",
      "docker system prune -af --volumes",
      "docker builder prune -af",
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("create", "rm"), fc.constantFrom("n1", "n2"))
      .map(([verb, n]) => `docker network ${verb} ${n}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("connect", "disconnect"), network, name)
      .map(([verb, w, n]) => `docker network ${verb} ${w} ${n}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("create", "rm"), volume)
      .map(([verb, v]) => `docker volume ${verb} ${v}`),
  },
  { weight: 1, arbitrary: fc.constant("sleep 3") },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "exec",
          "exec -d",
          "exec -u 5 -w /",
          "logs -t",
          "top",
          "diff",
          "port",
          "inspect -s",
          "stats --no-stream",
        ),
        name,
      )
      .map(([verb, n]) => `docker ${verb} ${n}${verb.startsWith("exec") ? " sh -c 'echo 1 > /f'" : ""}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        name,
        fc.constantFrom("note N:/data/", "N:/data got", "note N:/", "- N:/data < note", "N:/note -"),
      )
      .map(([n, words]) => `docker cp ${words.replace("N", n)}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        name,
        name,
        image,
        fc.constantFrom("--restart always", "--restart on-failure:2", "--rm", "--link"),
      )
      .map(
        ([n, other, i, flag]) =>
          `docker run -d --name ${n} ${flag === "--link" ? `--link ${other}` : flag} ${i} sh -c 'exit 3'`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(name, name, image)
      .map(([n, other, i]) => `docker run -d --name ${n} --network container:${other} ${i} sleep 50`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("--restart no", "-m 64m --memory-swap 128m", "--cpus 1"), name)
      .map(([flags, n]) => `docker update ${flags} ${n}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "echo s3cret | docker login -u learner --password-stdin",
      "docker logout",
      "docker ps -as; docker system df -v",
      "docker wait aa",
    ),
  },
);

const twice = (list: readonly string[]): string[] => list.filter((one, i) => list.indexOf(one) !== i);

/** What holds of every engine at every time. @returns what does not */
function broken(state: DaemonState, before: DaemonState): string[] {
  const up = state.containers.filter((one) => isUp(one, state.time));
  const ports = up.flatMap(({ published }) => published.map(({ host, protocol }) => `${host}/${protocol}`));
  const networks = new Set(state.networks.map((one) => one.name));
  const used = state.containers.flatMap(({ options }) =>
    options.mounts.flatMap(({ kind, source }) => (kind === "volume" ? [source] : [])),
  );
  return [
    ...twice(ports).map((one) => `two containers hold the port ${one}`),
    ...twice(state.containers.map((one) => one.name)).map((one) => `two containers are called ${one}`),
    ...twice(state.containers.map((one) => one.id)).map((one) => `two containers have the id ${one}`),
    ...twice(state.images.map((one) => one.id)).map((one) => `two images have the id ${one}`),
    // By force, the image of a container that is not up may go; it can be started nevertheless.
    ...up
      .filter((one) => !state.images.includes(one.image) && before.images.includes(one.image))
      .filter(({ id }) => before.containers.some((each) => each.id === id && isUp(each, before.time)))
      .map((one) => `${one.name} has lost its image while it runs`),
    ...[...state.references]
      .filter(([, one]) => !state.images.includes(one))
      .map(([ref]) => `${ref} names nothing`),
    ...[...state.parents].flatMap(([child, parent]) =>
      [child, parent]
        .filter((one) => !state.images.includes(one))
        .map(({ id }) => `${id} is no image, but a relative of one`),
    ),
    ...used
      .filter((one) => !state.volumes.has(one))
      .map((one) => `the volume ${one} is gone while it is mounted`),
    ...up.flatMap((one) =>
      one.endpoints
        .filter(({ network: id }) => !networks.has(id))
        .map(() => `${one.name} is in a network that is gone`),
    ),
    ...twice(
      up.flatMap((one) =>
        one.endpoints.flatMap(({ network: id, address }) => (address ? [`${id} ${address}`] : [])),
      ),
    ).map((one) => `two containers have the address ${one}`),
  ];
}

/** What the model knows of a container: how the last command that worked left it. */
type Model = Map<string, "up" | "created" | "unknown">;

/** What a command that ended well has done, by its words alone. */
function learn(model: Model, line: string): void {
  const words = line.split(" ");
  const [, verb = "", ...rest] = words;
  const last = rest.at(-1) ?? "";
  const named = words[words.indexOf("--name") + 1] ?? "";
  // What removes itself is there no longer than its program runs.
  if (verb === "run" && words.includes("--rm")) model.delete(named);
  else if (verb === "run") model.set(named, line.endsWith("sleep 1000") ? "up" : "unknown");
  else if (verb === "create") model.set(named, "created");
  else if (verb === "start" || verb === "restart") model.set(last, "unknown");
  else if (verb === "rm") model.delete(last);
  else if (verb === "rename") {
    const state = model.get(rest[0] ?? "");
    model.delete(rest[0] ?? "");
    if (state !== undefined) model.set(last, state);
  } else if (line.includes("prune")) for (const [one, state] of model) if (state !== "up") model.delete(one);
  if (["stop", "kill"].includes(verb)) model.set(last, "unknown");
  // Time goes on: what does not run for long may be over.
  if (verb === "wait" || line.startsWith("sleep"))
    for (const [one, state] of model) if (state === "up") model.set(one, "unknown");
}

describe("an engine that somebody works with", () => {
  test("keeps its invariants, and has the containers that its answers promise", () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 5, maxLength: 25 }), (lines) => {
        const station = machine();
        const model: Model = new Map();
        for (const line of lines) {
          const before = station.daemon.state;
          const { exitCode } = station.run(line);
          expect(broken(station.daemon.state, before), line).toEqual([]);
          if (exitCode === 0) learn(model, line);
          const there = station.daemon.state.containers;
          for (const [one, state] of model) {
            const container = there.find((each) => each.name === one);
            if (state === "up" || !line.includes("prune"))
              expect(container?.name ?? (state === "unknown" ? one : ""), `${line}: ${one}`).toBe(one);
            if (state === "up" && container)
              expect(isUp(container, station.daemon.state.time), `${line}: ${one}`).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  test("has one place in a network that was made after the container that wanted it", () => {
    const station = machine();
    station.run("docker run -d --name cc --network n1 small sleep 1000; docker network create n1");
    const before = station.daemon.state;
    expect(station.run("docker network connect n1 cc && docker start cc").exitCode).toBe(0);
    expect(broken(station.daemon.state, before)).toEqual([]);
  });

  test("takes nothing away that a running container needs, whatever is pruned", () => {
    const prune = fc.constantFrom(
      "system prune -af --volumes",
      "image prune -af",
      "volume prune -af",
      "network prune -f",
      "builder prune -af",
    );
    fc.assert(
      fc.property(fc.array(prune, { minLength: 1, maxLength: 4 }), fc.boolean(), (prunes, rebuilt) => {
        const station = machine();
        station.run("docker network create n1; docker build -q -t app .");
        station.run(
          "docker run -d --name keeper --network n1 -v v1:/data app sh -c 'echo kept > /data/f; sleep 1000'",
        );
        // Its tag moves on: what it runs has no name any more.
        if (rebuilt) station.run("echo two > note; docker build -q -t app .");
        const before = station.daemon.state;
        for (const one of prunes) expect(station.run(`docker ${one}`).exitCode).toBe(0);
        expect(broken(station.daemon.state, before)).toEqual([]);
        expect(station.run("docker exec keeper cat /note /data/f").stdout).toBe("one\nkept\n");
        expect(station.run("docker restart -t 0 keeper && docker exec keeper cat /note").stdout).toBe(
          "keeper\none\n",
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test("gives back by pull what was pushed", () => {
    const file = fc.record({ path: fc.constantFrom("a", "b", "d/e"), text: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), fc.boolean(), (files, elsewhere) => {
        const station = machine();
        for (const { path, text } of files) station.write(`ctx/${path}`, text);
        station.write("ctx/Dockerfile", "FROM scratch\nCOPY . /\nENV A=1\n");
        station.run(`docker build -q -t ${OPEN}/x ctx`);
        const look = (on: Workstation): string =>
          on.run(
            `docker inspect -f '{{.Id}} {{.RootFS}} {{.Size}} {{json .Config}} {{.RepoDigests}}' ${OPEN}/x; docker history --no-trunc ${OPEN}/x`,
          ).stdout;
        expect(station.run(`docker push -q ${OPEN}/x`).exitCode).toBe(0);
        const before = look(station);
        station.run(`docker rmi -f ${OPEN}/x; docker builder prune -af`);
        const { registries } = station.daemon.state;
        const other = new Workstation({ bases: [], seed: "other", daemon: { registries } });
        const on = elsewhere ? other : station;
        expect(on.run(`docker pull -q ${OPEN}/x`).exitCode).toBe(0);
        expect(look(on).replaceAll(/ (?:Less than a|\d+) \w+ ago +/g, " ")).toBe(
          before.replaceAll(/ (?:Less than a|\d+) \w+ ago +/g, " "),
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test("does not grow with ten thousand commands that leave nothing behind", () => {
    const station = machine();
    const round = [
      "docker run --rm small true",
      "docker run -d --name aa -p 8080:80 -v v1:/d small sleep 1000",
      "docker rm -fv aa",
      "docker volume rm v1",
      "docker tag small app",
      "docker rmi app",
      "docker ps -a",
      "docker images",
      "docker network create n1",
      "docker network rm n1",
    ];
    const weigh = (): Record<string, number> => {
      const { state } = station.daemon;
      return {
        images: state.images.length,
        references: state.references.size,
        tagged: state.taggedAt.size,
        parents: state.parents.size,
        containers: state.containers.length,
        volumes: state.volumes.size,
        networks: state.networks.length,
        pushed: state.pushed.length,
        exported: state.exported.size,
        uses: usesOf(state).size,
        events: state.events.length,
      };
    };
    // As a page keeps it: each command can be undone.
    let history = beginHistory(station.snapshot());
    const rounds = (count: number): void => {
      for (let i = 0; i < count; i++)
        for (const line of round) {
          station.run(line);
          history = done(history, station.snapshot());
        }
    };
    rounds(100);
    const early = weigh();
    const heap = heapUsed();
    rounds(900);
    expect(weigh()).toEqual(early);
    expect(history.past.length).toBe(MOST_STEPS);
    // Half of what nine thousand states would take if each kept a kilobyte for good; what is remembered of texts is less.
    expect(heapUsed() - heap).toBeLessThan(9000 * 500);
  }, 120_000);
});
