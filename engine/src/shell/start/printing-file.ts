import { Content } from "../../vfs/content.ts";
import type { Program } from "../process.ts";

const MARK = "prints ";

/**
 * A program of a base image of which the image's data says all that it does: it prints a text, whatever its arguments are.
 * `bytes` is the size of the file, `identity` what tells it from others (`Content.declared`).
 */
export const printingFile = (bytes: number, identity: string, text: string): Content =>
  Content.declared(bytes, identity, `${MARK}${text}`);

/** The program that such a file is; undefined for every other file. */
export function readPrintingFile({ program: mark }: Content, name: string): Program | undefined {
  if (!mark?.startsWith(MARK)) return undefined;
  return {
    name,
    run(process) {
      process.stdout.write(mark.slice(MARK.length));
      return 0;
    },
  };
}
