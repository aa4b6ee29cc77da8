/** When Docker starts a container again whose program has ended. */
export interface RestartPolicy {
  readonly name: "no" | "always" | "on-failure" | "unless-stopped";
  /** Most tries of `on-failure`; 0: no limit. */
  readonly retries: number;
}

const NAMES = ["no", "always", "on-failure", "unless-stopped"] as const;

/**
 * `on-failure:3`. `format` is what the client says to it, `error` what the engine does, all after `Error response from daemon: `
 * (docker/cli opts/parse.go, ParseRestartPolicy; moby api/types/container/hostconfig.go, ValidateRestartPolicy).
 */
export function restartPolicy(
  text: string,
): RestartPolicy | { readonly format: string } | { readonly error: string } {
  if (text === "") return { name: "no", retries: 0 };
  const [typed = "", count] = text.split(/:(.*)/s);
  if (typed === "") return { format: "invalid restart policy format: no policy provided before colon" };
  if (count !== undefined && count !== "" && !/^[+-]?\d+$/.test(count))
    return { format: "invalid restart policy format: maximum retry count must be an integer" };
  const retries = Number(count || "0");
  const name = NAMES.find((one) => one === typed);
  const invalid = (why: string): { readonly error: string } => ({ error: `invalid restart policy: ${why}` });
  if (name === undefined)
    return invalid(`unknown policy '${typed}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`);
  if (name !== "on-failure" && retries !== 0)
    return invalid(
      `maximum retry count can only be used with 'on-failure'${retries < 0 ? " and cannot be negative" : ""}`,
    );
  return retries < 0 ? invalid("maximum retry count cannot be negative") : { name, retries };
}
