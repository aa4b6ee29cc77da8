import type { Digest } from "../../core/digest.ts";
import type { Repository } from "../git/repository.ts";

/**
 * A program that a lesson ships because Drydock cannot compile or interpret it: what its sources are, how it is made, and what
 * it does; or a repository that nobody here can reach. All of it is declared by the lesson's author (behaviour.yaml); an edited source makes it inconclusive.
 */
export interface BlackBox {
  /** Unique in the lesson: `server`. */
  readonly name: string;
  /** Digests of all files that decide what it does, by path below the folder in which it is built, or run. */
  readonly sources: Readonly<Record<string, Digest>>;
  /** How a compiler makes it; absent: an interpreter runs the sources in place. */
  readonly build?: DeclaredBuild | undefined;
  /** `{ program: node, file: server.js }` */
  readonly interpreter?: { readonly program: string; readonly file: string } | undefined;
  /** It is no program but a repository of another host, which git clones. */
  readonly repository?: Repository | undefined;
  /** What it does, by its arguments; the first that fits. */
  readonly runs: readonly DeclaredRun[];
}

/** What one run of a compiler or a build tool does. */
export interface DeclaredBuild {
  /** `go`, `gcc`, `javac`, `mvn`, `gradle`, `cargo` */
  readonly tool: string;
  /** What is built: a Go package (`.`, `./cmd/server`), a goal (`package`). */
  readonly target: string;
  /** Where the result lies if nobody says, below the folder: `target/app.jar`. Go and gcc know it themselves. */
  readonly output?: string | undefined;
  /** Bytes of the result. */
  readonly size: number;
  /** Bytes without symbols: `-ldflags="-s -w"`, `gcc -s`. */
  readonly strippedSize?: number | undefined;
  /** Simulated seconds. */
  readonly seconds: number;
  readonly stdout?: string | undefined;
  readonly stderr?: string | undefined;
  /** Uses C libraries: linked dynamically wherever a C compiler takes part. */
  readonly usesC: boolean;
  /** What it is linked with where it is dynamic, in the order that ldd tells. */
  readonly libraries: readonly string[];
  /** The newest symbols of glibc that it asks for: `2.34`. */
  readonly glibc?: string | undefined;
  readonly modules: readonly DeclaredModule[];
}

/** A dependency that the build tool downloads. */
export interface DeclaredModule {
  /** `github.com/go-chi/chi/v5` */
  readonly name: string;
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
}

/** What the program does when it is started with these arguments. Text knows `${NAME}`, a variable of its environment. */
interface DeclaredRun {
  /** The whole of its arguments; absent: any. */
  readonly args?: readonly string[] | undefined;
  readonly needs: readonly Need[];
  readonly writes: readonly DeclaredWrite[];
  readonly stdout?: string | undefined;
  readonly stderr?: string | undefined;
  /** It serves HTTP until it is stopped; absent: it ends by itself. */
  readonly listens?: Listening | undefined;
  readonly answers: readonly DeclaredAnswer[];
  /** Exit status of a program that ends by itself. */
  readonly exit: number;
  /** How it ends on a signal, by its name (`TERM`); a signal without an entry finds no handler. */
  readonly stop: Readonly<Record<string, Ending>>;
}

export interface Ending {
  readonly stdout?: string | undefined;
  readonly stderr?: string | undefined;
  readonly seconds?: number | undefined;
  readonly exit: number;
}

/** A file that must be readable or a variable that must be set; without it the program ends like this. */
interface Need extends Ending {
  readonly file?: string | undefined;
  readonly env?: string | undefined;
}

/** A file that it writes when it starts; where it cannot, it ends like that, and `${errno}` is the reason. */
interface DeclaredWrite {
  readonly file: string;
  readonly text: string;
  readonly denied: Ending;
}

interface Listening {
  readonly port: number;
  /** `127.0.0.1`: only the container itself reaches it; `0.0.0.0` where nothing is said. */
  readonly address?: string | undefined;
  /** The variable that has the port instead, where it is set. */
  readonly portFrom?: string | undefined;
}

export interface DeclaredAnswer {
  readonly method: string;
  /** Without the query; `*` is every path. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
