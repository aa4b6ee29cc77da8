import type { Range } from "../core/position.ts";

/** `--name=value` before an instruction's arguments; a bare `--name` has value undefined. */
export interface Flag {
  readonly name: string;
  readonly value: string | undefined;
  readonly range: Range;
}

/** `<<EOF` and the lines up to its end. `content` is as written, before tabs are stripped for `<<-`. */
export interface Heredoc {
  readonly name: string;
  readonly content: string;
  /** Variables are expanded: the word was not quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs go. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
  readonly range: Range;
}

interface Common {
  /** From the keyword to the last line, heredocs and continuations included. */
  readonly range: Range;
  /** The keyword as written: `run`, `Run`, `RUN`. */
  readonly keyword: string;
  /** One line: continuations joined, comments inside dropped (BuildKit's `Original`). */
  readonly original: string;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** Comment lines above, without `#`; an empty comment line starts anew, a blank line does not. */
  readonly comments: readonly string[];
}

/** `CMD ["a", "b"]` is exec form, anything that is not valid JSON is shell form with one argument (none if empty). */
export interface Arguments {
  readonly form: "shell" | "exec";
  readonly args: readonly string[];
}

export interface Pair {
  readonly key: string;
  /** Undefined for `ARG NAME`. */
  readonly value: string | undefined;
  /** `ENV A b`, without `=`. */
  readonly legacy: boolean;
}

/** A file whose text stands in the Dockerfile itself. */
export interface InlineFile {
  readonly path: string;
  readonly data: string;
  readonly expand: boolean;
}

export interface Mount {
  readonly type: "bind" | "cache" | "tmpfs" | "secret" | "ssh";
  readonly from: string | undefined;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly readOnly: boolean;
  readonly id: string | undefined;
  readonly sharing: "shared" | "private" | "locked" | undefined;
  readonly required: boolean;
  readonly size: number | undefined;
  readonly mode: number | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly env: string | undefined;
}

/** `RUN --device`. */
export interface Device {
  readonly name: string;
  readonly required: boolean;
}

export interface From extends Common {
  readonly kind: "FROM";
  /** As written, not expanded. */
  readonly image: string;
  /** Lower-cased, as BuildKit keeps it; "" for none. */
  readonly name: string;
  readonly nameAsWritten: string;
  /** The keyword `AS` as written. */
  readonly as: string | undefined;
  readonly platform: string | undefined;
}
export interface Run extends Common, Arguments {
  readonly kind: "RUN";
  /** The heredocs with their tabs gone: files to the command, or the script itself where one stands alone. */
  readonly files: readonly InlineFile[];
  /** Raw `--mount` values; variables in them are not expanded yet. */
  readonly mounts: readonly string[];
  readonly network: string | undefined;
  /** Read, but refused when the build is planned. */
  readonly devices: readonly Device[];
}
export interface Copy extends Common {
  readonly kind: "COPY" | "ADD";
  readonly sources: readonly string[];
  readonly contents: readonly InlineFile[];
  readonly destination: string;
  readonly from: string | undefined;
  readonly chown: string | undefined;
  readonly chmod: string | undefined;
  readonly link: boolean;
  readonly exclude: readonly string[];
  readonly keepGitDir: boolean;
  readonly checksum: string | undefined;
  readonly unpack: boolean | undefined;
}
export interface Pairs extends Common {
  readonly kind: "ENV" | "LABEL" | "ARG";
  readonly pairs: readonly Pair[];
}
export interface Start extends Common, Arguments {
  readonly kind: "CMD" | "ENTRYPOINT";
}
/** Instructions whose arguments are one text. */
export interface Text extends Common {
  readonly kind: "WORKDIR" | "USER" | "STOPSIGNAL" | "MAINTAINER";
  readonly value: string;
}
/** Instructions whose arguments are a list of words. */
export interface Words extends Common {
  readonly kind: "EXPOSE" | "VOLUME" | "SHELL";
  /** As written; EXPOSE's are sorted. */
  readonly words: readonly string[];
}
export interface Healthcheck extends Common {
  readonly kind: "HEALTHCHECK";
  /** `["NONE"]`, `["CMD", …]` or `["CMD-SHELL", text]`. */
  readonly test: readonly string[];
  /** Nanoseconds; 0 where not given. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}
interface Onbuild extends Common {
  readonly kind: "ONBUILD";
  readonly expression: string;
}

/** One line of a Dockerfile that does something. A union on `kind`. */
export type Instruction = From | Run | Copy | Pairs | Start | Text | Words | Healthcheck | Onbuild;
