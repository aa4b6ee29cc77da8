import type { Json } from "../../core/json.ts";
import type { Container } from "../../daemon/containers/container.ts";

const asMap = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};

/** Where the container's output goes. */
export function logDriver({ options }: Container): string {
  const type = asMap(options.kept["LogConfig"])["Type"];
  return typeof type === "string" ? type : "json-file";
}

/** Labels and variables that `--log-opt` puts beside each line: `com=x,E=1` (moby daemon/logger/loginfo.go, ExtraAttributes). */
export function logDetails({ options, config }: Container): string {
  const asked = asMap(asMap(options.kept["LogConfig"])["Config"]);
  const names = (key: string): readonly string[] => {
    const text = asked[key];
    return typeof text === "string" && text !== "" ? text.split(",") : [];
  };
  const pattern = (key: string): ((name: string) => boolean) => {
    const text = asked[key];
    if (typeof text !== "string") return () => false;
    try {
      const expression = new RegExp(text);
      return (name) => expression.test(name);
    } catch {
      return () => false;
    }
  };
  const labels = Object.entries(config.Labels ?? {});
  const variables = (config.Env ?? []).map((pair) => pair.split(/=(.*)/s));
  const pick = (
    list: readonly (readonly (string | undefined)[])[],
    wanted: readonly string[],
    matches: (name: string) => boolean,
  ): readonly string[] =>
    list.flatMap(([name = "", value = ""]) =>
      wanted.includes(name) || matches(name) ? [`${name}=${value}`] : [],
    );
  return [
    ...pick(labels, names("labels"), pattern("labels-regex")),
    ...pick(variables, names("env"), pattern("env-regex")),
  ]
    .toSorted()
    .join(",");
}
