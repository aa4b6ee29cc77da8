/** Leaves the shell: `exit`, `set -e`, an error that ends it. */
export class Exit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** A signal that has no trap ends the shell itself, from whatever depth. */
export class Killed {
  readonly signal: string;
  constructor(signal: string) {
    this.signal = signal;
  }
}

/** A signal ends the shell of that process number in the middle of a command, which nobody waits for any more. */
export class Terminated {
  readonly pid: number;
  readonly status: number;
  constructor(pid: number, status: number) {
    this.pid = pid;
    this.status = status;
  }
}

/** Leaves the function or the sourced file. */
export class Return {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** Leaves, or goes on with, the `levels`-th loop around. */
export class LoopJump {
  readonly kind: "break" | "continue";
  readonly levels: number;
  constructor(kind: "break" | "continue", levels: number) {
    this.kind = kind;
    this.levels = levels;
  }
}

/** A failure whose words are not printed yet. Whether it ends the shell depends on where it happens. */
export class ShellError {
  readonly message: string;
  readonly status: number;
  /** Syntax and expansion errors end the shell, a builtin's own errors only if it is a special builtin. */
  readonly fatal: boolean;
  constructor(message: string, status = 2, fatal = false) {
    this.message = message;
    this.status = status;
    this.fatal = fatal;
  }
}
