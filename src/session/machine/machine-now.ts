import type { Session } from "../session.ts";

/** A row of one of docker's lists, by docker's own names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** What is on the machine just now, as docker's own lists have it. */
export interface MachineNow {
  readonly images: readonly Row[];
  readonly containers: readonly Row[];
  readonly volumes: readonly Row[];
  readonly networks: readonly Row[];
  /** Images, containers, volumes and the build cache, with their sizes. */
  readonly space: readonly Row[];
}

/** In the order of the fields above. */
const lists = ["image ls", "ps -a", "volume ls", "network ls --filter type=custom", "system df"];

/** Rows that `--format json` printed, one a line. */
const rowsOf = (stdout: string): readonly Row[] =>
  stdout.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    const row = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return [Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]))];
  });

/** Asks the machine for its lists; undefined where there is none to ask. */
export const machineNow = async (session: Pick<Session, "look">): Promise<MachineNow | undefined> => {
  const looks = await session.look(lists.map((list) => `docker ${list} --format json`));
  const [images, containers, volumes, networks, space] = looks.map(({ stdout }) => rowsOf(stdout));
  return images && containers && volumes && networks && space
    ? { images, containers, volumes, networks, space }
    : undefined;
};

/** Ports of the machine itself behind which a container listens, lowest first. */
export const publishedPorts = ({ containers }: Pick<MachineNow, "containers">): readonly number[] =>
  [
    ...new Set(
      containers.flatMap(({ Ports = "" }) =>
        [...Ports.matchAll(/:(\d+)->\d+\/tcp/g)].map(([, port]) => Number(port)),
      ),
    ),
  ].toSorted((a, b) => a - b);
