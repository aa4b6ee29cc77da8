/** Management commands: what `docker image` and its kind are for, and the commands that Docker lists and Drydock lacks. */
export const groups: ReadonlyMap<
  string,
  { readonly summary: string; readonly more: Readonly<Record<string, string>> }
> = new Map([
  ["builder", { summary: "Manage builds", more: {} }],
  ["buildx", { summary: "Docker Buildx", more: {} }],
  ["buildx imagetools", { summary: "Commands to work on images in registry", more: {} }],
  ["container", { summary: "Manage containers", more: {} }],
  ["context", { summary: "Manage contexts", more: {} }],
  ["image", { summary: "Manage images", more: {} }],
  ["manifest", { summary: "Manage Docker image manifests and manifest lists", more: {} }],
  ["network", { summary: "Manage networks", more: {} }],
  ["system", { summary: "Manage Docker", more: {} }],
  ["volume", { summary: "Manage volumes", more: {} }],
]);
