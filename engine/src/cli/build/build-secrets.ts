import { readCsvRecord } from "../../dockerfile/csv.ts";
import { goQuote } from "../../dockerfile/go-quote.ts";
import { join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";

/** `before`: the flag itself cannot be read. */
type Failure = { readonly error: string; readonly before?: true };

/** One `--secret`: where its value comes from. */
interface SecretSource {
  readonly id: string;
  readonly file: string;
  readonly env: string;
}

/** More than a secret may hold (moby/buildkit, session/secrets/secretsprovider). */
const MAX_BYTES = 500 * 1024;

/**
 * The values of `--secret`, by id, in buildx's and BuildKit's words where one cannot be had (docker/buildx,
 * util/buildflags/secrets.go; moby/buildkit, session/secrets/secretsprovider/store.go).
 */
export function readSecrets(call: Call): { readonly secrets: Readonly<Record<string, string>> } | Failure {
  const secrets: Record<string, string> = {};
  for (const text of call.all("secret")) {
    if (text === "") continue;
    const source = parseSecret(text);
    if ("error" in source) return { ...source, before: true };
    const value = valueOf(call, source);
    if (typeof value !== "string") return value;
    secrets[source.id] = value;
  }
  return { secrets };
}

function parseSecret(text: string): SecretSource | Failure {
  const fields = readCsvRecord(text);
  if ("error" in fields) return { error: `failed to parse csv secret: ${fields.error}` };
  const secret = { id: "", file: "", env: "" };
  let type = "";
  for (const field of fields) {
    const at = field.indexOf("=");
    if (at < 0) return { error: `invalid field '${field}' must be a key=value pair` };
    const key = field.slice(0, at).toLowerCase();
    const value = field.slice(at + 1);
    if (key === "type") {
      if (value !== "file" && value !== "env") return { error: `unsupported secret type ${goQuote(value)}` };
      type = value;
    } else if (key === "id") secret.id = value;
    else if (key === "src" || key === "source") secret.file = value;
    else if (key === "env") secret.env = value;
    else return { error: `unexpected key '${key}' in '${field}'` };
  }
  if (type === "env" && secret.env === "") return { id: secret.id, file: "", env: secret.file };
  return secret;
}

/** Without a source it is the variable of its name, else the file. A variable that is not set is empty. */
function valueOf({ env, files, directory }: Call, { id, file, env: name }: SecretSource): string | Failure {
  if (id === "") return { error: "secret missing ID" };
  const variable = name === "" && file === "" && env.has(id) ? id : name;
  const path = file === "" && variable === "" ? id : file;
  if (path !== "") {
    const content = files.read(join(directory, path));
    if (content === "EISDIR") return { error: `failed to read ${path}: is a directory` };
    if (typeof content === "string" || content.text === undefined)
      return { error: `failed to stat ${path}: stat ${path}: no such file or directory` };
    if (content.size > MAX_BYTES) return { error: `secret ${id} too big. max size 500KB` };
    if (variable === "") return content.text;
  }
  return env.get(variable) ?? "";
}
