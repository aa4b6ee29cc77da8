import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { PythonHome } from "../python/python-home.ts";
import { userBase } from "../python/user-base.ts";
import type { PipOptions } from "./pip-options.ts";

/** Where this run of pip installs. */
export interface Scheme {
  readonly site: string;
  readonly bin: string;
  /** The interpreter that scripts name. */
  readonly python: string;
  /** What lies in Python's own folders does not count: `--target`, `--prefix`, `--root`. */
  readonly fresh: boolean;
  readonly user: boolean;
  /** pip chose the user's folder by itself. */
  readonly defaulted: boolean;
}

/** Picks the folders as pip's decide_user_install and its locations do. */
export function chooseScheme(process: Process, python: PythonHome, options: PipOptions): Scheme {
  const { files } = process;
  const interpreter = `${python.prefix}/bin/python${python.venv ? "3" : python.version}`;
  const library = `lib/python${python.version}/site-packages`;
  const target = options.value("target");
  if (target !== undefined) {
    const site = join(process.cwd, target);
    return { site, bin: `${site}/bin`, python: interpreter, fresh: true, user: false, defaulted: false };
  }
  const prefix = options.value("prefix") ?? options.value("root");
  if (prefix !== undefined) {
    const root = join(process.cwd, prefix);
    const base = options.value("prefix") === undefined ? `${root}${python.prefix}` : root;
    return {
      site: `${base}/${library}`,
      bin: `${base}/bin`,
      python: interpreter,
      fresh: true,
      user: false,
      defaulted: false,
    };
  }
  const own = userBase(process);
  const user: Scheme = {
    site: `${own}/${library}`,
    bin: `${own}/bin`,
    python: interpreter,
    fresh: false,
    user: true,
    defaulted: false,
  };
  if (options.has("user")) return user;
  const writable = files.exists(python.site) ? files.access(python.site, 2) : process.credentials.uid === 0;
  if (!writable && !python.venv) return { ...user, defaulted: true };
  const bin = python.prefix === "/usr" ? "/usr/local/bin" : `${python.prefix}/bin`;
  return { site: python.site, bin, python: interpreter, fresh: false, user: false, defaulted: false };
}
