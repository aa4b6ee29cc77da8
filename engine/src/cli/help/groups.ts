/** What a management command is for, as its own help and the list of all commands say it. */
interface Group {
  readonly summary: string;
  readonly about?: string;
}

const MANIFEST = `The **docker manifest** command has subcommands for managing image manifests and
manifest lists. A manifest list allows you to use one name to refer to the same image
built for multiple architectures.

To see help for a subcommand, use:

    docker manifest CMD --help

For full details on using docker manifest lists, see the registry v2 specification.`;

/** Management commands: what `docker image` and its kind are for. */
export const groups: ReadonlyMap<string, Group> = new Map([
  ["builder", { summary: "Manage builds" }],
  ["buildx", { summary: "Docker Buildx", about: "Extended build capabilities with BuildKit" }],
  ["buildx imagetools", { summary: "Commands to work on images in registry" }],
  ["container", { summary: "Manage containers" }],
  ["context", { summary: "Manage contexts" }],
  ["image", { summary: "Manage images" }],
  ["manifest", { summary: "Manage Docker image manifests and manifest lists", about: MANIFEST }],
  ["network", { summary: "Manage networks" }],
  ["system", { summary: "Manage Docker" }],
  ["volume", { summary: "Manage volumes" }],
]);
