import { notSimulated } from "../../core/engine-error.ts";
import { basename } from "../../vfs/path.ts";
import { enterNginx } from "../nginx/enter.ts";
import type { Process, Program } from "../process.ts";

/**
 * `docker-entrypoint.sh` of the official images: each has its own script, and every one ends in running its words.
 *
 * Which image it is, its environment tells. [github.com/nginx/docker-nginx, nodejs/docker-node, redis/docker-library-redis]
 */
export const dockerEntrypoint: Program = {
  name: "docker-entrypoint.sh",
  run(process) {
    const words = process.argv.slice(1);
    if (process.env.has("NGINX_VERSION")) return enterNginx(process, words);
    if (process.env.has("NODE_VERSION")) return enterNode(process, words);
    throw notSimulated(
      `the entry point ${basename(process.argv[0] ?? "")} of this image`,
      `run \`${process.argv.join(" ")}\` here`,
    );
  },
};

/** Words that begin with an option, or are no command, are node's. */
function enterNode(process: Process, words: readonly string[]): number {
  const [first = ""] = words;
  const known = first.includes("/")
    ? process.files.access(first, 1)
    : (process.env.get("PATH") ?? "")
        .split(":")
        .some((folder) => process.files.access(`${folder}/${first}`, 1));
  const isFile = process.files.exists(first.startsWith("/") ? first : `${process.cwd}/${first}`);
  return run(
    process,
    first.startsWith("-") || !known || (isFile && !process.files.access(first, 1))
      ? ["node", ...words]
      : words,
  );
}

/** `exec "$@"`. */
function run(process: Process, words: readonly string[]): number {
  const status = process.start(words, { replace: true });
  if (typeof status === "number") return status;
  const [first = ""] = words;
  process.stderr.write(
    `${process.argv[0]}: ${status.errno === "ENOENT" ? `exec: ${first}: not found` : `exec: ${first}: Permission denied`}\n`,
  );
  return status.errno === "ENOENT" ? 127 : 126;
}
