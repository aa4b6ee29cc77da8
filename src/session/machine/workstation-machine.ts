import {
  type BaseImageData,
  type BlackBox,
  bytesMade,
  commandWords,
  compareStates,
  familiarName,
  type FileState,
  heldBytes,
  type HostState,
  isEngineError,
  type LineResult,
  parseReference,
  stateOf,
  type TerminalSize,
  treeOf,
  Workstation,
} from "@drydock/engine";
import { buildFacts } from "../facts/build-facts.ts";
import { FIRST_MOMENT, type Look, type Machine, type OutputPiece } from "./machine.ts";
import { mergeOutput } from "./merge-output.ts";
import { type LoadPart, withParts } from "../engine/with-parts.ts";
import { textOf } from "../facts/text-of.ts";
import { knownPart } from "../engine/known-part.ts";
import { sameFiles } from "../vault/work.ts";

const partsOf = (path: string): readonly string[] => path.split("/").filter((part) => part !== "");

/** Brings the folder from one state to another; what is the same in both keeps its times. */
const lay = (workstation: Workstation, home: string, present: FileState, wanted: FileState): void => {
  const gone = Object.keys(present)
    .filter((path) => !(path in wanted))
    .toSorted()
    .toReversed();
  for (const path of gone)
    if (path.endsWith("/")) workstation.files.rmdir(`${home}/${path}`);
    else workstation.files.unlink(`${home}/${path}`);
  const now = workstation.files.now();
  for (const [path, entry] of Object.entries(wanted)) {
    if (JSON.stringify(present[path]) === JSON.stringify(entry)) continue;
    let made = treeOf({ [path]: entry }, now).children;
    const parts = partsOf(path);
    for (const part of parts.slice(0, -1)) {
      const folder = made.get(part);
      made = folder?.kind === "directory" ? folder.children : new Map();
    }
    parts
      .slice(0, -1)
      .forEach((_, at) => void workstation.files.mkdir(`${home}/${parts.slice(0, at + 1).join("/")}`));
    const last = made.get(parts.at(-1) ?? "");
    if (last) workstation.files.place(`${home}/${parts.join("/")}`, last);
  }
};

/** The folder as a file state. A file whose bytes are not known (copied out of a base image) is left out. */
const folderOf = (workstation: Workstation, home: string): FileState => {
  const folder = workstation.files.stat(home);
  if (typeof folder === "string" || folder.kind !== "directory") return {};
  return stateOf(knownPart(folder));
};

const failed = (words: string): LineResult => ({
  exitCode: 70,
  stdout: "",
  stderr: words,
  output: [{ at: 0, stream: "stderr", text: words }],
  builds: [],
  waits: false,
});
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The line's result. Whatever it throws, the machine is as it was before. */
const attempt = (
  workstation: Workstation,
  line: string,
  typed: readonly string[] | undefined,
): LineResult => {
  const before = workstation.snapshot();
  try {
    return workstation.run(line, typed);
  } catch (error) {
    workstation.restore(before);
    if (isEngineError(error, "NEEDS_PART")) throw error;
    return failed(
      `Drydock failed at this command: ${wordsOf(error)}\nThat is a mistake of Drydock's own. The machine is as it was before; your files are safe.\n`,
    );
  }
};

/** What moves, drawn for one size of a terminal. */
const drawn = (output: LineResult["output"], terminal: TerminalSize): readonly OutputPiece[] =>
  output.map(({ live, ...piece }) =>
    live
      ? {
          ...piece,
          live: {
            frames: terminal.rows === 0 ? [] : live.frames(terminal),
            still: live.still(terminal.columns),
          },
        }
      : piece,
  );

/** Where it is remembered what the line found that led to a moment: the files as they were edited before it. */
const foundAt = (moment: number): number => -moment;

/** Bytes of files that all remembered moments may hold together. */
const MOST_REMEMBERED = 512 * 1024 * 1024;

/** Forgets the older half of the moments until the rest fits: who goes back to one types what led to it again. */
const withinMemory = (moments: Map<number, HostState>): Map<number, HostState> => {
  let all = [...moments];
  while (all.length > 2 && heldBytes(all.map(([, state]) => state)) > MOST_REMEMBERED)
    all = [...all.slice(0, 1), ...all.slice(Math.ceil(all.length / 2))];
  return new Map(all);
};

/** The engine's workstation as a session drives it. */
export const workstationMachine = (
  bases: readonly BaseImageData[],
  seed: string,
  files: FileState,
  load: LoadPart,
  blackBoxes?: readonly BlackBox[],
): Machine => {
  const workstation = new Workstation({ bases, seed, files, blackBoxes });
  const home = workstation.directory;
  let present = files;
  let looked = bytesMade();
  let moments = new Map([[FIRST_MOMENT, workstation.snapshot()]]);
  const promptNow = (): string => `${workstation.directory.replace(/^\/root(?=\/|$)/, "~")} $ `;
  const images = (): readonly string[] =>
    [...workstation.daemon.state.references.keys()].flatMap((name) => {
      const reference = parseReference(name);
      return "error" in reference ? [] : [familiarName(reference)];
    });
  return {
    async run(line, wanted, { typed, terminal, moment }) {
      if (!sameFiles(wanted, present)) lay(workstation, home, present, wanted);
      present = wanted;
      const prompt = promptNow();
      const found = workstation.snapshot();
      const {
        exitCode,
        output,
        builds,
        waits,
        typed: kept,
      } = await withParts(load, () => attempt(workstation, line, typed)).catch((error: unknown) =>
        failed(`${wordsOf(error)}\nNothing was run.\n`),
      );
      const after = folderOf(workstation, home);
      // The same object where nothing changed, so that nobody compares texts again.
      present = sameFiles(after, wanted) ? wanted : after;
      const text = textOf(present, "Dockerfile") ?? "";
      if (moment !== undefined && !waits) {
        moments.set(foundAt(moment), found).set(moment, workstation.snapshot());
        if (bytesMade() - looked > MOST_REMEMBERED / 8) {
          looked = bytesMade();
          moments = withinMemory(moments);
        }
      }
      return {
        line,
        prompt,
        exitCode,
        output: mergeOutput(drawn(output, terminal)),
        builds: builds.map((result) => buildFacts(result, text)),
        files: present,
        ...(kept && kept.length > 0 && { typed: kept }),
        ...(waits && { wants: waits }),
      };
    },
    async look(lines) {
      const looks: Look[] = [];
      for (const line of lines) {
        const before = workstation.snapshot();
        try {
          const { exitCode, stdout, stderr } = await withParts(load, () =>
            attempt(workstation, line, undefined),
          );
          looks.push({ exitCode, stdout, stderr });
        } catch (error) {
          looks.push({ exitCode: 70, stdout: "", stderr: wordsOf(error) });
        } finally {
          workstation.restore(before);
        }
      }
      return looks;
    },
    async turnTo(moment) {
      const state = moments.get(moment);
      if (!state) return false;
      workstation.restore(state);
      present = folderOf(workstation, home);
      return true;
    },
    async changes(moment, since = foundAt(moment)) {
      const [before, after] = [moments.get(since), moments.get(moment)];
      return before && after && compareStates(before, after);
    },
    async save(wanted, beside) {
      moments = new Map([...moments].filter(([moment]) => wanted.includes(Math.abs(moment))));
      return workstation.save({ states: moments, beside });
    },
    async load(text) {
      const loaded = await withParts(load, () => workstation.load(text));
      if ("why" in loaded) return { error: loaded.words };
      for (const [moment, state] of loaded.states) moments.set(moment, state);
      return {
        moments: [...loaded.states.keys()].filter((moment) => moment >= FIRST_MOMENT),
        beside: loaded.beside,
      };
    },
    get standing() {
      return {
        prompt: promptNow(),
        programs: workstation.programs(),
        images: images(),
        containers: workstation.daemon.state.containers.map(({ name }) => name),
        verbs: commandWords,
      };
    },
  };
};
