import { Content } from "../../vfs/content.ts";
import { dirname, join } from "../../vfs/path.ts";
import type { Process, Program } from "../process.ts";
import { readText } from "../streams/open-file.ts";

const NAME = "20-envsubst-on-templates.sh";
const SUFFIX = ".template";

/** What the nginx image does before its start: templates become configuration, their `${NAME}` the environment's values. */
export const envsubstOnTemplates: Program = {
  name: NAME,
  run(process) {
    const from = process.env.get("NGINX_ENVSUBST_TEMPLATE_DIR") ?? "/etc/nginx/templates";
    const to = process.env.get("NGINX_ENVSUBST_OUTPUT_DIR") ?? "/etc/nginx/conf.d";
    const suffix = process.env.get("NGINX_ENVSUBST_TEMPLATE_SUFFIX") ?? SUFFIX;
    for (const path of templates(process, from, suffix)) {
      const target = join(to, path.slice(from.length + 1, -suffix.length));
      if (!process.files.access(to, 2)) {
        process.stdout.write(`${NAME}: ERROR: ${from} exists, but ${to} is not writable\n`);
        return 0;
      }
      if (!process.env.get("NGINX_ENTRYPOINT_QUIET_LOGS"))
        process.stdout.write(`${NAME}: Running envsubst on ${path} to ${target}\n`);
      const read = readText(process, path);
      if (typeof read === "string") continue;
      makeFolder(process, dirname(target));
      process.files.write(target, Content.of(filled(read.text, process.env)));
    }
    return 0;
  },
};

function templates(process: Process, folder: string, suffix: string): readonly string[] {
  const names = process.files.list(folder);
  if (typeof names === "string") return [];
  return names.toSorted().flatMap((name) => {
    const path = join(folder, name);
    process.kernel.spend(1);
    const entry = process.files.lstat(path);
    if (typeof entry === "string") return [];
    if (entry.kind === "directory") return templates(process, path, suffix);
    return name.endsWith(suffix) ? [path] : [];
  });
}

function makeFolder(process: Process, path: string): void {
  if (path === "/" || process.files.exists(path)) return;
  makeFolder(process, dirname(path));
  process.files.mkdir(path);
}

/** Only variables that are set are replaced: nginx's own, `$host` and its kind, stay. */
const filled = (text: string, env: ReadonlyMap<string, string>): string =>
  text.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced: string | undefined, bare: string | undefined) => env.get(braced ?? bare ?? "") ?? whole,
  );
