import { parseMode } from "../look/files/mode.ts";
import type { Text } from "../rubric/text.ts";
import { NotExportable, type StructurePart } from "./part.ts";
import { patternOf, valueOf } from "./pattern-of.ts";

/** Parameters have passed the check's own schema; a method's type lets each exporter name those of its check. */
type Exporter = { part(given: object, name: string): StructurePart }["part"];

/** What container-structure-test can say of a check. @throws {NotExportable} with the reason. */
export function partOf(check: string, given: Readonly<Record<string, unknown>>, name: string): StructurePart {
  const make = exporters[check];
  if (!make) throw new NotExportable(reasons[check] ?? "there is nothing like it");
  return make(given, name);
}

/** A word of a command or a path: `$NAME` would be taken from the image's variables, and there is no way to quote it. */
function word(text: string): string {
  if (text.includes("$")) throw new NotExportable("a $ there is always a variable of the image");
  return text;
}

const command = (
  name: string,
  argv: readonly string[],
  expected: Partial<NonNullable<StructurePart["commandTests"]>[number]> = {},
): StructurePart => {
  const [program = "", ...args] = argv.map(word);
  return { commandTests: [{ name, command: program, args, ...expected }] };
};

const plainPath = (path: string): string => {
  if (/[*?[]/.test(path)) throw new NotExportable("a path there is one path and no pattern");
  return word(path);
};

const exporters: Readonly<Record<string, Exporter>> = {
  runsAs: ({ user }: { user: string | number }, name) =>
    user === "not-root"
      ? command(name, ["id", "-u"], { excludedOutput: ["(?m)^0$"] })
      : typeof user === "number" || /^\d+$/.test(user)
        ? command(name, ["id", "-u"], { expectedOutput: [`(?m)^${user}$`] })
        : command(name, ["id", "-un"], { expectedOutput: [`(?m)^${user}$`] }),
  worksIn: ({ directory }: { directory: string }) => ({ metadataTest: { workdir: directory } }),
  sets: ({ env, value }: { env: string; value?: Text | number }) => ({
    metadataTest: { envVars: [{ key: env, ...valueOf(value) }] },
  }),
  lacksEnv: ({ env }: { env: string }) => ({ metadataTest: { unboundEnvVars: [{ key: env }] } }),
  labels: ({ label, value }: { label: string; value?: Text | number }) => ({
    metadataTest: { labels: [{ key: label, ...valueOf(value) }] },
  }),
  exposes: ({ port, protocol }: { port: string | number; protocol?: string }) => {
    const [number = "", kind = protocol ?? "tcp"] = String(port).split("/");
    if (kind !== "tcp") throw new NotExportable("it drops the protocol and would take tcp too");
    return { metadataTest: { exposedPorts: [number] } };
  },
  declaresVolume: ({ path }: { path: string }) => ({ metadataTest: { volumes: [path] } }),
  hasFile: hasFile,
  lacksFile: ({ path }: { path: string }, name) => ({
    fileExistenceTests: [{ name, path: plainPath(path), shouldExist: false }],
  }),
  hasProgram: ({ name: program }: { name: string }, name) =>
    command(name, ["sh", "-c", `command -v ${program}`], { exitCode: 0 }),
  lacksProgram: ({ name: program }: { name: string }, name) =>
    command(name, ["sh", "-c", `! command -v ${program}`], { exitCode: 0 }),
  installs: installs,
  lacksPackage: ({ manager, package: of }: { manager: Manager; package: string }, name) =>
    command(name, ["sh", "-c", `! ${listing(manager, of).join(" ")}`], { exitCode: 0 }),
};

interface FileAsked {
  readonly path: string;
  readonly type?: string;
  readonly mode?: string | number;
  readonly owner?: string | number;
  readonly content?: Text;
  readonly executable?: boolean;
}

function hasFile(given: FileAsked, name: string): StructurePart {
  const path = plainPath(given.path);
  const { mode, owner, content, executable, type } = given;
  if (owner !== undefined && !/^\d+$/.test(String(owner)))
    throw new NotExportable("it knows owners by number only");
  if (executable === false) throw new NotExportable("it cannot say that nobody may execute a file");
  return {
    fileExistenceTests: [
      {
        name,
        path,
        shouldExist: true,
        ...(mode === undefined ? {} : { permissions: permissions(mode, type) }),
        ...(owner === undefined ? {} : { uid: Number(owner) }),
        ...(executable === true ? { isExecutableBy: "any" as const } : {}),
      },
    ],
    ...(content === undefined
      ? {}
      : { fileContentTests: [{ name, path, expectedContents: [patternOf(content, "contains")] }] }),
  };
}

/** `0755` as `ls -l` shows it. */
function permissions(mode: string | number, type = "file"): string {
  const bits = parseMode(mode);
  if (bits > 0o777) throw new NotExportable("set-user bits are shown in another way there");
  const letters = [...(bits & 0o777).toString(2).padStart(9, "0")];
  return `${type === "directory" ? "d" : type === "symlink" ? "L" : "-"}${letters.map((bit, i) => (bit === "1" ? "rwx"[i % 3] : "-")).join("")}`;
}

type Manager = "apt" | "apk" | "pip" | "npm";

const listing = (manager: Manager, name: string): readonly string[] =>
  ({
    apt: ["dpkg", "-s", name],
    apk: ["apk", "info", "-e", "-v", name],
    pip: ["pip", "show", name],
    npm: ["npm", "ls", "-g", name],
  })[manager];

function installs(
  given: { manager: Manager; package: string; version?: Text; pinned?: boolean },
  name: string,
): StructurePart {
  const { manager, package: of, version, pinned } = given;
  if (pinned === true) throw new NotExportable("it sees the image, not what the Dockerfile names");
  if (manager === "npm") throw new NotExportable("npm tells of one folder at a time");
  if (version === undefined) return command(name, listing(manager, of), { exitCode: 0 });
  if (typeof version !== "string" || manager === "apk")
    throw new NotExportable("a version there is a line of output, compared as text");
  const line = `(?m)^Version: ${patternOf(version, "contains")}$`;
  return command(name, listing(manager, of), { expectedOutput: [line], exitCode: 0 });
}

const build = "it sees a finished image, not how it is built";
const layer = "it sees the files as they are together, not layer by layer";
const machine = "it looks at one image, not at a machine after a session";
const started = "its commands replace what the image itself starts";

/** Why not, where the reason is known. */
const reasons: Readonly<Record<string, string>> = {
  answered: "a question is answered by a person",
  predicted: "a question is answered by a person",
  builds: build,
  buildFails: build,
  staysCached: build,
  reruns: build,
  cachesDownloads: build,
  contextHolds: build,
  contextLacks: build,
  lintClean: build,
  startsFrom: build,
  stages: build,
  pinsDependencies: build,
  golf: build,
  imageSmallerThan: "it does not know sizes",
  layers: layer,
  noLayerHolds: layer,
  noSecret: layer,
  starts: "it compares ENTRYPOINT and CMD one by one, and several of both start the same",
  stopSignal: "it does not know STOPSIGNAL",
  checksHealth: "it does not know HEALTHCHECK",
  becomesHealthy: "it does not know HEALTHCHECK",
  becomesUnhealthy: "it does not know HEALTHCHECK",
  runs: started,
  serves: started,
  refuses: started,
  stopsWithin: started,
  writesOnly: started,
  document: "it looks at the image, not at what is written about it",
  hasImage: machine,
  lacksImage: machine,
  sameImage: machine,
  hasContainer: machine,
  lacksContainer: machine,
  hasVolume: machine,
  noDangling: machine,
  registryHolds: machine,
  loggedIn: machine,
  happened: machine,
  kept: machine,
};
