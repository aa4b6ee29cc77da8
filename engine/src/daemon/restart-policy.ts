/** When Docker starts a container again whose program has ended. */
export interface RestartPolicy {
  readonly name: "no" | "always" | "on-failure" | "unless-stopped";
  /** Most tries of `on-failure`; 0: no limit. */
  readonly retries: number;
}

const NAMES = ["no", "always", "on-failure", "unless-stopped"] as const;

/** `on-failure:3`; `error` is all after `Error response from daemon: ` (moby daemon/container.go, validateRestartPolicy). */
export function restartPolicy(text: string): RestartPolicy | { readonly error: string } {
  const [typed = "no", retries = "0"] = text.split(":");
  const name = NAMES.find((one) => one === (typed || "no"));
  if (name === undefined)
    return {
      error: `invalid restart policy: unknown policy '${typed}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    };
  if (text.includes(":") && name !== "on-failure")
    return {
      error: "invalid restart policy: maximum retry count can only be used with 'on-failure'",
    };
  return { name, retries: Number(retries) };
}
