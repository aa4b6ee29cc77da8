/** A command that Docker has and Drydock lacks. */
export interface LackingCommand {
  /** Docker's own words, for the lists of `--help`. */
  readonly summary: string;
  /** What the real one would do. */
  readonly real: string;
  /** It is not listed, as long as the engine is no part of a swarm. */
  readonly hidden?: boolean;
  /** It has commands of its own. */
  readonly group?: boolean;
}

/** Commands of Docker 28 that Drydock lacks. A group stands for all of its commands. */
export const lacking: ReadonlyMap<string, LackingCommand> = new Map([
  ["bake", { summary: "Build from a file", real: "build several targets from a file" }],
  ["checkpoint", { summary: "Manage checkpoints", real: "freeze a running container to disk" }],
  ["config", { summary: "Manage Swarm configs", real: "manage a swarm's configuration files" }],
  ["context create", { summary: "Create a context", real: "describe another Docker engine" }],
  [
    "context export",
    {
      summary: "Export a context to a tar archive FILE or a tar stream on STDOUT.",
      real: "write a context to a file",
    },
  ],
  [
    "context import",
    { summary: "Import a context from a tar or zip file", real: "read a context from a file" },
  ],
  ["context rm", { summary: "Remove one or more contexts", real: "forget a Docker engine" }],
  ["context update", { summary: "Update a context", real: "describe another Docker engine anew" }],
  [
    "manifest annotate",
    {
      summary: "Add additional information to a local image manifest",
      real: "add information to a local list of platforms",
    },
  ],
  [
    "manifest create",
    {
      summary: "Create a local manifest list for annotating and pushing to a registry",
      real: "make a local list of an image's platforms",
    },
  ],
  ["manifest push", { summary: "Push a manifest list to a repository", real: "push a list of platforms" }],
  [
    "manifest rm",
    {
      summary: "Delete one or more manifest lists from local storage",
      real: "delete a local list of platforms",
    },
  ],
  ["node", { summary: "Manage Swarm nodes", real: "manage the machines of a swarm" }],
  ["plugin", { summary: "Manage plugins", real: "manage plugins of the engine" }],
  ["secret", { summary: "Manage Swarm secrets", real: "manage a swarm's secrets" }],
  ["service", { summary: "Manage Swarm services", real: "manage a swarm's services" }],
  ["stack", { summary: "Manage Swarm stacks", real: "manage a swarm's stacks" }],
  ["swarm", { summary: "Manage Swarm", real: "join machines into a cluster" }],
  ["trust", { summary: "Manage trust on Docker images", real: "sign images" }],
  ["buildx bake", { summary: "Build from a file", real: "build several targets from a file" }],
  ["buildx create", { summary: "Create a new builder instance", real: "make a new builder" }],
  [
    "buildx history",
    { summary: "Commands to work on build records", real: "list earlier builds", group: true },
  ],
  ["buildx rm", { summary: "Remove one or more builder instances", real: "remove a builder" }],
  ["buildx stop", { summary: "Stop builder instance", real: "stop a builder" }],
  ["buildx use", { summary: "Set the current builder instance", real: "choose a builder" }],
  [
    "volume update",
    { summary: "Update a volume (cluster volumes only)", real: "change a volume of a swarm", hidden: true },
  ],
  [
    "buildx imagetools create",
    {
      summary: "Create a new image based on source images",
      real: "make a new image out of images in a registry",
    },
  ],
  [
    "buildx dial-stdio",
    { summary: "Proxy current stdio streams to builder instance", real: "connect the terminal to a builder" },
  ],
]);
