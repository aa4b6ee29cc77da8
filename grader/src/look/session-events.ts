import { type DaemonState, familiarName, parseReference, statusOf } from "@drydock/engine";
import type { Replay } from "../replay.ts";

const familiar = (name: string): string => {
  const reference = parseReference(name);
  return "error" in reference ? name : familiarName(reference);
};

/** What the engine did, in order, as `VERB NAME`: build, tag, untag, create, start, stop, rm, push, volume. */
export const sessionEvents = ({ log }: Replay): string[] =>
  log.flatMap(({ line, before, after }) => differences(before, after, /\bbuild\b/.test(line)));

function differences(before: DaemonState, after: DaemonState, builds: boolean): string[] {
  const out: string[] = [];
  for (const [name, image] of after.references)
    if (before.references.get(name) !== image) out.push(`${builds ? "build" : "tag"} ${familiar(name)}`);
  for (const name of before.references.keys())
    if (!after.references.has(name)) out.push(`untag ${familiar(name)}`);
  for (const container of after.containers) {
    const old = before.containers.find(({ id }) => id === container.id);
    if (!old) out.push(`create ${container.name}`);
    const was = old && statusOf(old, before.time);
    const is = statusOf(container, after.time);
    if (container.life && container.life !== old?.life)
      out.push(`run ${container.name}`, `start ${container.name}`);
    if (was === "running" && is === "exited") out.push(`stop ${container.name}`);
  }
  for (const container of before.containers)
    if (!after.containers.some(({ id }) => id === container.id)) out.push(`rm ${container.name}`);
  for (const [host, registry] of after.registries) {
    for (const [path, repository] of registry.repositories) {
      for (const [tag, digest] of repository.tags) {
        if (before.registries.get(host)?.repositories.get(path)?.tags.get(tag) !== digest)
          out.push(`push ${familiar(`${host}/${path}:${tag}`)}`);
      }
    }
  }
  for (const name of after.volumes.keys()) if (!before.volumes.has(name)) out.push(`volume ${name}`);
  return out;
}
