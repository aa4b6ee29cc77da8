/** Whether a file is one that `docker build` reads. */
export const isDockerfile = (path: string): boolean => {
  const name = path.split("/").at(-1) ?? path;
  return /^(?:Dockerfile|Containerfile)(?:\..+)?$/.test(name) || /\.(?:Dockerfile|dockerfile)$/.test(name);
};

const byExtension: Readonly<Record<string, string>> = {
  py: "python",
  sh: "shell",
  yaml: "yaml",
  yml: "yaml",
  json: "json",
};

/** The editor's name for the language of a file. */
export const languageOf = (path: string): string =>
  isDockerfile(path) ? "dockerfile" : (byExtension[path.split(".").at(-1) ?? ""] ?? "plaintext");
