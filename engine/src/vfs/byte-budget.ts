import { EngineError } from "../core/engine-error.ts";

let made = 0;
let most = Number.POSITIVE_INFINITY;

/** Bytes of file contents that were made since the engine began, kept or not. */
export const bytesMade = (): number => made;

/** New bytes of a file. @throws {EngineError} LIMIT where whoever is at work may make no more */
export const countBytes = (bytes: number): void => {
  made += bytes;
  if (made > most) {
    const limit = most;
    // Once: whoever tells of it may have to make a few bytes himself.
    most = Number.POSITIVE_INFINITY;
    throw new EngineError("LIMIT", { what: "bytes of files", limit: Math.round(limit - began) });
  }
};

let began = 0;

/** Runs `body`, which may make so many bytes of files, kept or not: a browser's memory ends without a warning. */
export const withinBytes = <T>(allowed: number, body: () => T): T => {
  const outer = { most, began };
  began = made;
  most = Math.min(outer.most, made + allowed);
  try {
    return body();
  } finally {
    ({ most, began } = outer);
  }
};
