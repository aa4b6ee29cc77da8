import type { CarriedJob } from "./carried-job.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";

/** What a shell that somebody types to keeps from one line to the next. */
export interface Carried {
  /** Brings back its variables and functions when it is run. */
  readonly script: string;
  readonly aliases: ReadonlyMap<string, string>;
  /** `$?` */
  readonly status: number;
  /** What runs in the background, and `$!`. */
  readonly jobs?: readonly CarriedJob[];
  readonly background?: number;
}

/** Variables that every shell makes anew, or that say where it stands. */
const OWN =
  /^(?:IFS|OPTIND|OPTERR|PS[124]|PPID|PWD|OLDPWD|HOSTNAME|SHLVL|BASH\w*|UID|EUID|RANDOM|SECONDS|LINENO|PIPESTATUS|FUNCNAME|DIRSTACK|_)$/;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function declaration(name: string, { value, items, keyed, integer, fold, readonly }: Variable): string {
  const flags = [
    keyed ? "A" : items ? "a" : "",
    integer ? "i" : "",
    fold === "upper" ? "u" : fold === "lower" ? "l" : "",
    readonly ? "r" : "",
  ].join("");
  const start = flags === "" ? name : `declare -${flags} ${name}`;
  if (items)
    return `${start}=(${[...items].map(([key, own]) => `[${quoted(key)}]=${quoted(own)}`).join(" ")})`;
  return value === undefined ? "" : `${start}=${quoted(value)}`;
}

/** What is to be kept of the shell; what it exports is in its environment already. */
export function carried(shell: Shell, status: number, jobs: readonly CarriedJob[] = []): Carried {
  const variables = [...shell.variables].flatMap(([name, variable]) =>
    variable.exported || OWN.test(name) ? [] : [declaration(name, variable)],
  );
  const functions = [...shell.functions.values()].map(({ node, source }) =>
    source.text.slice(node.pos, node.end),
  );
  return {
    script: [...variables, ...functions].filter((line) => line !== "").join("\n"),
    aliases: new Map(shell.aliases),
    status,
    ...(jobs.length > 0 && { jobs }),
    ...(shell.background !== undefined && { background: shell.background }),
  };
}
