import { sourceEntries } from "../copy/source-entries.ts";
import type { SourceTree } from "../solve/step-sources.ts";

/**
 * Does the client send a folder of the context? It sends what the steps of the build name, and the folders above that
 * [measured on Docker 28.5.2: `COPY logs/*.log /` fails where nothing of `logs` is wanted].
 *
 * @param folder relative to the context
 */
export const isSent = (folder: string, context: SourceTree["tree"], paths: readonly string[]): boolean =>
  folder === "" ||
  paths.some((path) =>
    sourceEntries(context, [path])?.some(
      ({ path: at }) =>
        at === "" || at === folder || `${folder}/`.startsWith(`${at}/`) || at.startsWith(`${folder}/`),
    ),
  );
