import { fromBase64, toBase64 } from "../../core/base64.ts";
import { decode, encode } from "../../core/bytes.ts";
import { Content } from "../../vfs/content.ts";
import { makeFolders } from "../../daemon/containers/container-files.ts";
import type { Credentials } from "../../registry/access.ts";
import type { Station } from "../command.ts";

const HUB = "https://index.docker.io/v1/";

/** The key of a registry in the client's file. */
export const loginKey = (registry: string): string =>
  registry === "docker.io" || registry === "" ? HUB : registry;

const pathOf = (station: Station): string =>
  `${station.env.get("DOCKER_CONFIG") ?? `${station.env.get("HOME") ?? "/root"}/.docker`}/config.json`;

function readConfig(station: Station): { auths?: Record<string, { auth?: string }> } {
  const content = station.files.read(pathOf(station));
  try {
    return typeof content === "string"
      ? {}
      : (JSON.parse(content.text ?? "{}") as { auths?: Record<string, { auth?: string }> });
  } catch {
    return {};
  }
}

/** What was stored by `docker login`. */
export function storedLogin(station: Station, registry: string): Credentials | undefined {
  const auth = readConfig(station).auths?.[loginKey(registry)]?.auth;
  const bytes = auth === undefined ? undefined : fromBase64(auth);
  if (bytes === undefined) return undefined;
  const [username = "", password = ""] = decode(bytes).split(/:(.*)/s);
  return { username, password };
}

/** Writes or, without `login`, removes the entry of a registry, as the client does without a credential helper. */
export function storeLogin(station: Station, registry: string, login: Credentials | undefined): void {
  const config = readConfig(station);
  const auths = { ...config.auths };
  if (login) auths[loginKey(registry)] = { auth: toBase64(encode(`${login.username}:${login.password}`)) };
  else delete auths[loginKey(registry)];
  const path = pathOf(station);
  makeFolders(station.files, path.slice(0, path.lastIndexOf("/")));
  station.files.write(path, Content.of(JSON.stringify({ ...config, auths }, null, "\t")), 0o600);
}

export const configPath: (station: Station) => string = pathOf;
