import type { ImageSettings } from "./rubric.ts";

const folderOf = (context: string): string => context.replace(/^(?:\.\/)+|^\.$|\/+$/g, "");

/** Folder of the context in the submission, with a slash behind it; empty for the whole submission. */
export const contextFolder = ({ context }: Pick<ImageSettings, "context">): string => {
  const folder = folderOf(context);
  return folder === "" ? "" : `${folder}/`;
};

/** Where the Dockerfile lies in the submission: as `docker build -f FILE CONTEXT` finds it, in the context if none is named. */
export const dockerfilePath = (image: Pick<ImageSettings, "context" | "file">): string =>
  image.file === "Dockerfile" ? `${contextFolder(image)}Dockerfile` : folderOf(image.file);
