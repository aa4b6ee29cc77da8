import type { FileState } from "../context/file-state.ts";
import { parseDockerfile } from "../dockerfile/parse.ts";
import { type Advice, advise } from "./advise.ts";
import type { Surroundings } from "./surroundings.ts";

/** Where `docker build -f DOCKERFILE FOLDER` looks, among files. */
export interface BuildPlace {
  readonly dockerfile: string;
  /** Of the context: "" for all files, else with a slash behind it. */
  readonly folder: string;
}

/** Advice on a Dockerfile among the files of its context; none where it is not there, or no text. */
export function adviseOn(
  files: FileState,
  { dockerfile, folder }: BuildPlace,
  config?: Surroundings["config"],
): Advice[] {
  const source = textOf(files, dockerfile);
  if (source === undefined) return [];
  const paths = Object.keys(files).filter((path) => path.startsWith(folder) && !path.endsWith("/"));
  const ignore = textOf(files, `${dockerfile}.dockerignore`) ?? textOf(files, `${folder}.dockerignore`);
  const context = { paths: paths.map((path) => path.slice(folder.length)), ignore };
  return advise(parseDockerfile(source), config === undefined ? { context } : { context, config });
}

function textOf(files: FileState, path: string): string | undefined {
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  if (typeof entry === "string") return entry;
  return typeof entry === "object" && "text" in entry ? entry.text : undefined;
}
