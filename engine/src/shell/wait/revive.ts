import { isNumber, isText, listOf, mapOf, objectOf, recordOf } from "../../core/shape.ts";
import type { DeclaredAnswer } from "../black-boxes/black-box.ts";
import { type DeclaredServer, declaredServer } from "../black-boxes/declared-server.ts";
import { reviveNginx } from "../nginx/revive-nginx.ts";
import type { FileServer } from "../process.ts";
import { filesBelow } from "../programs/httpd.ts";
import { revivePython } from "./revive-python.ts";
import { type Listening, statelessServer } from "../http/stateless-server.ts";
import type { KeptProgram, Waiting } from "./waiting.ts";

const isListening = objectOf<Listening & { readonly of: unknown }>({
  port: isNumber,
  address: isText,
  since: isNumber,
});

const isDeclaredServer = objectOf<DeclaredServer>({
  name: isText,
  answers: listOf(
    objectOf<DeclaredAnswer>({
      method: isText,
      path: isText,
      status: isNumber,
      headers: recordOf(isText),
      body: isText,
    }),
  ),
  env: mapOf(isText, isText),
});

const fileServer =
  (serverOf: (state: unknown) => FileServer | undefined) =>
  (state: unknown): Waiting | undefined => {
    const server = isListening(state) ? serverOf(state.of) : undefined;
    return server && isListening(state) ? statelessServer(server, state) : undefined;
  };

const revivers: ReadonlyMap<string, (state: unknown) => Waiting | undefined> = new Map([
  ["httpd", fileServer((root) => (isText(root) ? filesBelow(root) : undefined))],
  ["black-box", fileServer((one) => (isDeclaredServer(one) ? declaredServer(one) : undefined))],
  ["nginx", reviveNginx],
  ["python", revivePython],
]);

/** The program that was written down, waiting as it did then; undefined where it is none that this Drydock knows. */
export const revive = ({ program, state }: KeptProgram): Waiting | undefined =>
  revivers.get(program)?.(state);
