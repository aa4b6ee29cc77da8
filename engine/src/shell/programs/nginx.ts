import { notSimulated } from "../../core/engine-error.ts";
import { formatTime } from "../time/civil-time.ts";
import { loadConfig } from "../nginx/load-config.ts";
import { notify, WORKERS } from "../nginx/notices.ts";
import { readNginxOptions } from "../nginx/options.ts";
import { running } from "../nginx/running.ts";
import { type Site, siteOf } from "../nginx/site.ts";
import { parseConfig } from "../nginx/parse-config.ts";
import type { Process, Program } from "../process.ts";
import { imageUser } from "../start/image-user.ts";

/** The web server: its configuration is read and checked, requests are answered from the container's files. */
export const nginx: Program = {
  name: "nginx",
  run(process) {
    const options = readNginxOptions(process.argv.slice(1));
    if ("lacking" in options)
      throw notSimulated(`nginx ${options.lacking}`, `run \`${process.argv.join(" ")}\` here`);
    if ("error" in options) {
      process.stderr.write(`nginx: ${options.error}\n`);
      return 1;
    }
    const version = process.env.get("NGINX_VERSION");
    if (version === undefined)
      throw notSimulated("an nginx that is not of the nginx image", `run \`${process.argv.join(" ")}\` here`);
    if (options.version) {
      process.stderr.write(`nginx version: nginx/${version}\n`);
      return 0;
    }
    if (options.signal !== undefined)
      throw notSimulated(`nginx -s ${options.signal}`, "send the signal to the nginx that runs");
    const site = configured(process, options.config, options.globals);
    const said = "error" in site ? site.error : refusedStart(process, site);
    if (said !== undefined) {
      complain(process, said);
      if (options.test) process.stderr.write(`nginx: configuration file ${options.config} test failed\n`);
      return 1;
    }
    if ("error" in site) return 1;
    if (options.test) {
      if (!options.quiet) {
        process.stderr.write(`nginx: the configuration file ${options.config} syntax is ok\n`);
        process.stderr.write(`nginx: configuration file ${options.config} test is successful\n`);
      }
      return 0;
    }
    return start(process, site, version);
  },
};

function configured(process: Process, path: string, globals: string): Site | { readonly error: string } {
  const given = parseConfig(globals, "command line", [], (directive) => [directive]);
  if ("error" in given) return given;
  const written = loadConfig(process.files, path);
  return "error" in written ? written : siteOf([...written, ...given], path);
}

/** What keeps nginx from starting although its configuration is right; undefined where nothing does. */
function refusedStart(process: Process, site: Site): string | undefined {
  const user = site.main.words("user")?.[0];
  if (user !== undefined && process.credentials.uid === 0 && "error" in imageUser(process.files, user))
    return `getpwnam("${user}") failed`;
  // The packaged nginx keeps what it receives under /var/cache/nginx, and makes the folders at its start.
  const cache = "/var/cache/nginx/client_temp";
  const own = site.main.blocks[0]
    ?.find(({ name }) => name === "http")
    ?.block?.find(({ name }) => name === "client_body_temp_path")?.args[0];
  const folder = own ?? cache;
  if (process.files.exists(folder)) return undefined;
  const errno = process.files.mkdir(folder, 0o700);
  if (errno === "EACCES") return `mkdir() "${folder}" failed (13: Permission denied)`;
  return errno === "ENOENT" ? `mkdir() "${folder}" failed (2: No such file or directory)` : undefined;
}

/** Before the error log is open, nginx says it twice: to the log it was built with and to standard error. */
function complain(process: Process, what: string): void {
  const when = formatTime("%Y/%m/%d %H:%M:%S", Math.floor(process.kernel.now() / 1000));
  process.stderr.write(`${when} [emerg] ${process.pid}#${process.pid}: ${what}\n`);
  process.stderr.write(`nginx: [emerg] ${what}\n`);
}

function start(process: Process, site: Site, version: string): number {
  const { argv, env, cwd, umask, credentials, kernel } = process;
  const stays = site.main.words("daemon")?.[0] === "off";
  const pid = stays ? process.pid : kernel.nextPid();
  for (const { listens } of site.servers) {
    for (const { port } of listens) {
      if (!kernel.isTaken(port)) continue;
      complain(process, `bind() to 0.0.0.0:${port} failed (98: Address already in use)`);
      return 1;
    }
  }
  notify(process, site, [
    [pid, 'using the "epoll" event method'],
    [pid, `nginx/${version}`],
    [pid, "start worker processes"],
    ...WORKERS.map((worker) => [pid, `start worker process ${worker}`] as const),
  ]);
  const waiting = running(
    site,
    { argv, env: new Map(env), cwd, umask, credentials, pid, since: kernel.now() },
    version,
  );
  if (stays) return kernel.wait(waiting, "nginx");
  kernel.leave(waiting);
  return 0;
}
