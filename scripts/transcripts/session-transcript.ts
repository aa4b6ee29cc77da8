import { filled, historyOf } from "../../engine/testing/replay/compare-image.ts";
import { sha256 } from "../../engine/testing/replay/layer-members.ts";
import type {
  Command,
  ExpectedImage,
  ExpectedLayer,
  ImageFacts,
  LayerMember,
  PlacedFile,
  Step,
  Transcript,
} from "../../engine/testing/replay/transcript.ts";
import {
  Ids,
  marked,
  runsPip,
  tellsOfTheMachine,
  writesByChance,
} from "../../engine/testing/replay/volatile.ts";
import type {
  RecordedEntry,
  RecordedFile,
  RecordedImage,
  RecordedLayer,
  RecordedStep,
  Recording,
} from "./recording.ts";

/** Turns a recorded session into a transcript. `rowsOf` says how many history rows a base image has. */
export function sessionTranscript(recording: Recording, rowsOf: (base: string) => number): Transcript {
  const { title, note, files, pre, steps, images = {} } = recording;
  const ids = new Ids();
  const fresh = withFreshRegistry(steps);
  const everything = JSON.stringify([files, steps.map((step) => (step.op === "write" ? step.content : ""))]);
  return {
    title: note === null || note === undefined ? title : `${title} (${note})`,
    steps: [
      ...Object.entries(files).map(([path, file]): Step => ({
        kind: "place",
        path: path.replace(/\/$/, ""),
        file: placed(path, file),
      })),
      ...[pre ?? []].flat().map((line): Step => ({ kind: "run", line })),
      ...steps.map((step) => stepOf(step, (text) => marked(fresh(text), ids))),
      ...Object.entries(images).map(([reference, image]): ImageFacts => {
        const known = new Map();
        return image.missing
          ? { kind: "image", reference, known }
          : { kind: "image", reference, expected: expected(image, everything, rowsOf), known };
      }),
    ],
  };
}

/** The recording's registry remembered other sessions; a fresh one is given what that one could mount. */
function withFreshRegistry(steps: readonly RecordedStep[]): (text: string) => string {
  const typed = steps.map((step) => (step.op === undefined ? step.cmd : "")).join("\n");
  return (text) =>
    text.replaceAll(/Mounted from (\S+)/g, (line, repository: string) =>
      typed.includes(repository) || repository.startsWith("library/") ? line : "Pushed",
    );
}

function placed(path: string, file: RecordedFile): PlacedFile {
  const own = file.mode === undefined ? {} : { mode: file.mode };
  if (path.endsWith("/")) return { kind: "folder", ...own };
  if (file.link !== undefined) return { kind: "link", target: file.link };
  if (file.base64 !== undefined) return { kind: "base64", base64: file.base64, ...own };
  if (file.content !== undefined) return { kind: "text", text: file.content, ...own };
  return {
    kind: "tar",
    members: Object.entries(file.tar ?? {}),
    uid: file.uid ?? 0,
    gid: file.gid ?? 0,
    gzip: file.gz ?? false,
  };
}

function stepOf(step: RecordedStep, mark: (text: string) => string): Step {
  switch (step.op) {
    case undefined: {
      const said: Omit<Command, "kind" | "known"> = {
        line: step.cmd,
        stdout: mark(step.stdout),
        stderr: mark(step.stderr),
        exitCode: step.exit,
      };
      return tellsOfTheMachine(step.cmd)
        ? { kind: "run", line: step.cmd }
        : { kind: "command", ...said, known: new Map() };
    }
    case "write":
      return { kind: "write", path: step.path, file: { kind: "text", text: step.content } };
    case "touch":
    case "rm":
      return { kind: step.op, path: step.path };
    case "chmod":
      return { kind: "chmod", path: step.path, mode: step.mode };
    case "mv":
      return { kind: "mv", path: step.path, to: step.to };
    case "sleep":
      return { kind: "sleep", seconds: step.s };
  }
}

function expected(
  { base, config_blob: blob, layers = [] }: RecordedImage,
  everything: string,
  rowsOf: (base: string) => number,
): ExpectedImage {
  return {
    ...(base === null ? {} : { base }),
    ...(blob.author === undefined ? {} : { author: blob.author }),
    config: filled(blob.config),
    history: historyOf({ ...blob, rootfs: { diff_ids: [] } }).slice(base === null ? 0 : rowsOf(base)),
    layers: layers
      .filter((layer) => !layer.from_base)
      .map((layer) => (runsPip(everything) ? undefined : layerOf(layer, writesByChance(everything)))),
  };
}

/** A tar in which everything is as old as the context is the same at any time, so its digest can be told. */
function layerOf({ diff_id: digest, entries }: RecordedLayer, varies: boolean): ExpectedLayer {
  if (entries === undefined) return undefined;
  const members = Object.entries(entries).map(([path, entry]) => member(path, entry, varies));
  return members.every(({ old }) => old) ? { digest, members } : { members };
}

/** Content is told as text where it is short and was recorded whole, else by its digest. */
function member(
  path: string,
  { type, mode, uid, gid, size, link, text, mtime, sha256: digest = "" }: RecordedEntry,
  varies: boolean,
): LayerMember {
  const own = {
    path: path.replace(/\/$/, ""),
    type,
    mode,
    uid,
    gid,
    old: mtime === "EPOCH",
    ...(link === undefined || link === "" ? {} : { link }),
  };
  if (type !== "file" || varies) return own;
  const whole = text !== undefined && text.length <= 100 && sha256(text) === digest;
  return { ...own, content: whole ? { text } : { size, sha256: digest } };
}
