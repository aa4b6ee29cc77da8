import { notSimulated } from "../../core/engine-error.ts";
import type { FileServer } from "../process.ts";
import type { DeclaredAnswer } from "./black-box.ts";
import { fillIn } from "./fill-in.ts";

/** All that a program needs to answer as the lesson declares. */
export interface DeclaredServer {
  /** The program's, for words. */
  readonly name: string;
  readonly answers: readonly DeclaredAnswer[];
  readonly env: ReadonlyMap<string, string>;
}

/** A program that serves what the lesson declares; a request without a declared answer is not simulated. */
export const declaredServer = (server: DeclaredServer): FileServer => ({
  kept: { program: "black-box", state: server },
  answer({ method, path }) {
    const [bare = "/"] = path.split("?", 1);
    const found = server.answers.find((it) => it.method === method && (it.path === bare || it.path === "*"));
    if (!found)
      throw notSimulated(
        `${method} ${bare} to ${server.name}: the lesson does not declare an answer`,
        "let the program answer",
      );
    return {
      status: found.status,
      headers: new Map(Object.entries(found.headers)),
      body: fillIn(found.body, server.env),
    };
  },
});
