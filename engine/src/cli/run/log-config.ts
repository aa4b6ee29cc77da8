import { notSimulated } from "../../core/engine-error.ts";
import type { Json } from "../../core/json.ts";
import type { Call } from "../command.ts";

/** What json-file takes (moby daemon/logger/jsonfilelog, ValidateLogOpt). */
const OPTIONS = /^(?:max-file|max-size|compress|labels|labels-regex|env|env-regex|tag|mode|max-buffer-size)$/;
/** Drivers that are part of the engine. */
const OTHERS = /^(?:local|journald|syslog|fluentd|gelf|awslogs|splunk|gcplogs|etwlogs)$/;

/** LogConfig of `--log-driver` and `--log-opt`; `error` is all after `docker: `. */
export function logConfig(call: Call): { readonly LogConfig?: Json } | { readonly error: string } {
  const driver = call.get("log-driver") || "json-file";
  const options = call.all("log-opt");
  if (call.get("log-driver") === "" && options.length === 0) return {};
  const config = Object.fromEntries(
    options.map((text) => text.split(/=(.*)/s)).map(([key = "", value = ""]) => [key, value]),
  );
  const refuse = (why: string): { readonly error: string } => ({
    error: `Error response from daemon: ${why}`,
  });
  if (driver === "none" && options.length > 0) return { error: `invalid logging opts for driver ${driver}` };
  if (OTHERS.test(driver))
    throw notSimulated(
      `the log driver ${driver}`,
      "send what the program says there, or keep it in its own files",
    );
  if (driver !== "json-file" && driver !== "none")
    return refuse(`error looking up logging plugin ${driver}: plugin ${JSON.stringify(driver)} not found`);
  const unknown = Object.keys(config).find((key) => !OPTIONS.test(key));
  if (unknown !== undefined) return refuse(`unknown log opt '${unknown}' for json-file log driver`);
  return { LogConfig: { Type: driver, Config: config } };
}
