import { type BuildResult, type DaemonState, familiarName, parseReference } from "@drydock/engine";
import type { Ran, Replay } from "../replay.ts";

/**
 * What the engine did, in order, as `VERB NAME`: build, pull, tag, untag, create, run, start, stop, rm, push, volume.
 *
 * A build or a push that made nothing new counts too, and so does a container that is gone when its line ends. A build without a name is
 * `build` alone.
 */
export const sessionEvents = ({ log }: Replay): string[] => log.flatMap(eventsOf);

type News = DaemonState["events"];

function eventsOf(ran: Ran): string[] {
  const { before, after } = ran;
  const known = new Set(before.events);
  const news = after.events.filter((event) => !known.has(event));
  const built = after.sent === before.sent ? undefined : after.sent?.result;
  const names = built?.image ? namesOf(built) : [];
  return [
    ...(built?.image && names.length === 0 ? ["build"] : names.map((name) => `build ${name}`)),
    ...references(ran, news, names),
    ...news.flatMap(containerEvents),
    ...pushed(ran),
    ...[...after.volumes.keys()].filter((name) => !before.volumes.has(name)).map((name) => `volume ${name}`),
  ];
}

/** Names that a build gave, as its last vertex tells: the state alone cannot say it of a build that changed nothing. */
const namesOf = ({ vertices }: BuildResult): string[] =>
  (vertices.at(-1)?.log ?? []).flatMap(({ text }) => {
    const [, name] = /^naming to (\S+) done$/.exec(text) ?? [];
    return name === undefined ? [] : familiar(name);
  });

/** Names that point elsewhere than before, or nowhere, beside those that the last build of the line gave. A digest is nobody's name. */
function references({ line, before, after }: Ran, news: News, built: readonly string[]): string[] {
  const did = (action: string): ReadonlySet<string> =>
    new Set(
      news
        .filter((event) => event.type === "image" && event.action === action)
        .map(({ id, attributes }) => familiar(action === "tag" ? (attributes["name"] ?? id) : id)),
    );
  const [tagged, pulled] = [did("tag"), did("pull")];
  const builds = /\bbuild\b/.test(line);
  const verbOf = (name: string): string =>
    tagged.has(name) ? "tag" : pulled.has(name) ? "pull" : builds ? "build" : "tag";
  const changed = [...after.references]
    .filter(([name, image]) => before.references.get(name) !== image)
    .map(([name]) => familiar(name))
    .filter((name) => !built.includes(name) && !name.includes("@"));
  const gone = [...before.references.keys()]
    .filter((name) => !after.references.has(name) && !name.includes("@"))
    .map(familiar);
  return [...changed.map((name) => `${verbOf(name)} ${name}`), ...gone.map((name) => `untag ${name}`)];
}

const VERBS: Readonly<Record<string, readonly string[]>> = {
  create: ["create"],
  start: ["run", "start"],
  die: ["stop"],
  destroy: ["rm"],
};

const containerEvents = ({ type, action, attributes }: News[number]): string[] =>
  type === "container" && Object.hasOwn(VERBS, action)
    ? (VERBS[action] ?? []).map((verb) => `${verb} ${attributes["name"] ?? ""}`)
    : [];

/** What a registry took, and what it was given again: of that only the client's own words tell. */
function pushed({ stdout, before, after }: Ran): string[] {
  const out: string[] = [];
  const [, again = "", words = ""] = /^The push refers to repository \[(\S+)\]$([^]*)/m.exec(stdout) ?? [];
  const tags = [...words.matchAll(/^(\S+): digest: (sha256:[0-9a-f]{64}) /gm)];
  for (const [host, registry] of after.registries) {
    for (const [path, repository] of registry.repositories) {
      for (const [tag, digest] of repository.tags) {
        const taken = before.registries.get(host)?.repositories.get(path)?.tags.get(tag) !== digest;
        const given =
          `${host}/${path}` === again && tags.some(([, name, told]) => name === tag && told === digest);
        if (taken || given) out.push(`push ${familiar(`${host}/${path}:${tag}`)}`);
      }
    }
  }
  return out;
}

function familiar(name: string): string {
  const reference = parseReference(name);
  if ("error" in reference) return name;
  const named = reference.tag !== undefined || reference.digest !== undefined;
  return familiarName(named ? reference : { ...reference, tag: "latest" });
}
