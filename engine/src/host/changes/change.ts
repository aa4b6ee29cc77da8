/** Something of a machine that is not as it was. */
export interface MachineChange {
  readonly what: "image" | "container" | "volume" | "network" | "file" | "registry" | "build cache" | "shell";
  readonly how: "added" | "removed" | "changed";
  /** What people call it: `app:latest`, `web`, `/root/app/Dockerfile`. */
  readonly name: string;
  /** What it is, or what of it changed: `123MB`, `running, now exited (0)`. */
  readonly detail?: string;
}
