import { notSimulated } from "../../../core/engine-error.ts";
import { writePipByteCode } from "./byte-code.ts";
import { downloadWheels } from "./download.ts";
import { install } from "./install.ts";
import { cacheFolder } from "./pip-cache.ts";
import { readPipOptions } from "./pip-options.ts";
import { check, freeze, list, remove, show } from "./query.ts";
import { config } from "./config.ts";
import { indexVersions } from "./index-versions.ts";
import { noticeNewPip } from "./version-check.ts";
import { installedIn } from "../python/installed.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { PythonHome } from "../python/python-home.ts";
import type { Process } from "../../process.ts";

const COMMANDS =
  "install download uninstall freeze inspect list show check config search cache index wheel hash completion debug help lock";

/** One run of pip for one Python, from Drydock's catalogue. `args` is what follows the program's name. */
export function runPip(process: Process, python: PythonHome, args: readonly string[]): number {
  const own = installedIn(process.files, python.path).find(({ key }) => key === "pip");
  const compiled = writePipByteCode(process, python);
  process.kernel.elapse(pipCost.start + (compiled ? pipCost.compileItself : 0));
  const options = readPipOptions(process, args);
  if ("error" in options) {
    process.stderr.write(
      `\nUsage:   \n  pip ${options.command || "<command>"} [options]\n\n${options.error}\n`,
    );
    return 2;
  }
  const version = own?.version ?? "";
  if (options.has("version") && options.command === "") {
    process.stdout.write(`pip ${version} from ${own?.site}/pip (python ${python.version})\n`);
    return 0;
  }
  if (options.has("help") || options.command === "help" || options.command === "")
    throw notSimulated("pip's help", "print it");
  switch (options.command) {
    case "install": {
      const status = install(process, python, options);
      const now =
        installedIn(process.files, python.path).find(({ key }) => key === "pip")?.version ?? version;
      if (version !== "") noticeNewPip(process, options, now);
      return status;
    }
    case "uninstall":
      return remove(process, python, options);
    case "freeze":
      return freeze(process, python, options);
    case "list":
      return list(process, python, options);
    case "show":
      return show(process, python, options);
    case "check":
      return check(process, python);
    case "download":
    case "wheel":
      return downloadWheels(process, python, options);
    case "index":
      return indexVersions(process, options);
    case "config":
      return config(process, options);
    case "cache": {
      const folder = cacheFolder(process, options);
      if (options.operands[0] === "dir" && folder !== undefined) {
        process.stdout.write(`${folder}\n`);
        return 0;
      }
      if (options.operands[0] !== "purge" || folder === undefined)
        throw notSimulated(`pip cache ${options.operands.join(" ")}`, "look into pip's cache");
      return process.spawn(["rm", "-rf", `${folder}/http`, `${folder}/http-v2`, `${folder}/wheels`]);
    }
    default:
      if (!COMMANDS.split(" ").includes(options.command)) {
        process.stderr.write(`ERROR: unknown command "${options.command}"${suggestion(options.command)}\n`);
        return 1;
      }
      throw notSimulated(`pip ${options.command}`, "run that command");
  }
}

/** pip names a command that looks alike (difflib's closest): the one that starts with the same three letters. */
const suggestion = (name: string): string => {
  const near = COMMANDS.split(" ").find((one) => name.length > 2 && one.startsWith(name.slice(0, 3)));
  return near ? ` - maybe you meant "${near}"` : "";
};
