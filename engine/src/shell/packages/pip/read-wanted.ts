import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import type { PythonHome } from "../python/python-home.ts";
import {
  canonicalName,
  markerHolds,
  type MarkerNames,
  parseRequirement,
  type Requirement,
} from "../python/requirement.ts";
import type { RequirementLine } from "../python/requirements-file.ts";
import type { Wanted } from "../python/resolve.ts";
import { withoutHashes } from "./hash-mode.ts";
import { projectWheel } from "./project-wheel.ts";
import { wheelInFile } from "./wheel-folder.ts";

/** What requirements may ask of the Python that runs. */
export const markerNames = ({ version }: PythonHome): MarkerNames => ({
  python_version: version,
  python_full_version: `${version}.0`,
  implementation_name: "cpython",
  platform_python_implementation: "CPython",
  platform_system: "Linux",
  platform_machine: "x86_64",
  sys_platform: "linux",
  os_name: "posix",
  extra: "",
});

/** A project's folder, with the extras that are asked of it. */
const FOLDER = /^(\.{0,2}\/[^[\s]*|\.{1,2})(?:\[([\w., -]+)\])?$/;

/** One requirement as pip reads it: a name, a wheel of the catalogue that lies in a folder, or a project's folder. */
export function readWanted(
  process: Process,
  { text, from }: RequirementLine,
  names: MarkerNames,
  python: PythonHome,
): Wanted | "skipped" | { error: readonly string[] } {
  const editable = /^(?:-e|--editable)(?:=|\s)\s*(\S.*)$/.exec(text)?.[1];
  const path = (editable ?? text).replace(/^file:\/\//, "");
  const folder = path.endsWith(".whl") ? null : FOLDER.exec(path);
  if (editable !== undefined && !folder && !/:\/\/|^(git|hg|svn|bzr)\+/.test(editable))
    return {
      error: [
        `ERROR: ${editable} is not a valid editable requirement. It should either be a path to a local project or a VCS URL (beginning with bzr+http, bzr+https, bzr+ssh, bzr+sftp, bzr+ftp, bzr+lp, bzr+file, git+http, git+https, git+ssh, git+git, git+file, hg+file, hg+http, hg+https, hg+ssh, hg+static-http, svn+ssh, svn+http, svn+https, svn+svn, svn+file).`,
      ],
    };
  if (folder || text.endsWith(".whl")) {
    const local = folder
      ? projectWheel(process, folder[1] ?? "", python, editable !== undefined)
      : wheelInFile(process, join(process.cwd, text), python);
    if ("error" in local) return { error: [local.error] };
    const { name } = local;
    const requirement: Requirement = {
      name,
      key: canonicalName(name),
      extras: (folder?.[2] ?? "").split(",").flatMap((one) => one.trim() || []),
      clauses: [],
      marker: "",
      text: `${name}==${local.version}`,
    };
    return { requirement, from, asked: true, local };
  }
  if (/^(-e\b|--editable)|^\.{0,2}\/|^\.{1,2}$|:\/\/| @ /.test(text)) {
    throw notSimulated(`pip install ${text}`, "build the project and install it");
  }
  const bare = withoutHashes(text);
  const requirement = parseRequirement(bare);
  if (!requirement) {
    const hint = /^[A-Za-z0-9_.-]+\s*=\s*[^=]/.test(bare)
      ? ["Hint: = is not a valid operator. Did you mean == ?"]
      : [];
    return {
      error: [
        `ERROR: Invalid requirement: '${bare}'${from ? ` (from line ${/line (\d+)/.exec(from)?.[1]} of ${/-r (.*) \(/.exec(from)?.[1]})` : ""}`,
        ...hint,
      ],
    };
  }
  if (!markerHolds(requirement.marker, names)) return "skipped";
  return { requirement, from, asked: true };
}
