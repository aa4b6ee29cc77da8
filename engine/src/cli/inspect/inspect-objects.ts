import type { Call } from "../command.ts";
import { containerView } from "./container-view.ts";
import { healthcheckView } from "./healthcheck-view.ts";
import { noteMaps } from "../template/real-map.ts";
import { compileTemplate } from "../template/template.ts";
import { EMPTY, Embedding, isMap, NIL, Struct, Time, type Value } from "../template/value.ts";

const indented = (value: Value): string => JSON.stringify(value, null, 4);

/** docker image specification's config as the client knows it, with what an unset field is (DockerOCIImageConfig). */
const CONFIG: Readonly<Record<string, Value>> = {
  User: "",
  ExposedPorts: {},
  Env: null,
  Entrypoint: null,
  Cmd: null,
  Volumes: {},
  WorkingDir: "",
  Labels: {},
  StopSignal: "",
  ArgsEscaped: false,
  Healthcheck: NIL,
  OnBuild: null,
  Shell: null,
};

noteMaps(CONFIG);

/** The first so many fields are of the struct that OCI has; Docker's own stand behind them. */
const OWN_OF_OCI = 10;

/** A map whose values say nothing. */
const setOf = (value: Value): Value =>
  isMap(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, EMPTY])) : value;

const timeOf = (value: Value): Value => (typeof value === "string" ? new Time(value) : value);

/** A template sees the client's own struct of an image's config; the plain listing shows what the engine sent. */
function typed(object: Value): Value {
  if (isMap(object) && Object.hasOwn(object, "HostConfig")) return containerView(object);
  if (isMap(object) && Object.hasOwn(object, "IPAM"))
    return { ...object, Created: timeOf(object["Created"]) };
  if (!isMap(object) || !Object.hasOwn(object, "RepoTags")) return object;
  const config = object["Config"];
  if (!isMap(config)) return object;
  const health = healthcheckView(config["Healthcheck"]);
  const sets = Object.fromEntries(
    ["ExposedPorts", "Volumes"].map((name) => [name, setOf(config[name])] as const),
  );
  const { Metadata: metadata } = object;
  const all: Readonly<Record<string, Value>> = {
    ...object,
    Metadata: isMap(metadata) ? { LastTagTime: timeOf(metadata["LastTagTime"]) } : metadata,
    Config: new Embedding(CONFIG, { ...config, ...sets, Healthcheck: health }, OWN_OF_OCI),
    // The client's struct has fields of older engines.
    Container: "",
    ContainerConfig: NIL,
    VirtualSize: 0,
    Variant: object["Variant"] ?? "",
    OsVersion: "",
  };
  return new Struct(all, all, (name) => !Object.hasOwn(object, name));
}

/**
 * Prints what `docker inspect` found: one JSON list, or a template's text for each; what was not found is told at the end
 * (docker/cli cli/command/inspect/inspector.go).
 */
export function inspectObjects(
  call: Call,
  find: (name: string) => Value | { readonly error: string },
): number {
  const format = call.get("format");
  const problems: string[] = [];
  const found: Value[] = [];
  for (const name of call.args) {
    const object = find(name);
    if (isMap(object) && typeof object["error"] === "string" && Object.keys(object).length <= 2)
      problems.push(object["error"]);
    else found.push(object);
  }
  if (format === "" || format === "json") {
    call.out(
      format === "json" ? `${JSON.stringify(found)}\n` : found.length === 0 ? "[]\n" : `${indented(found)}\n`,
    );
  } else {
    const template = compileTemplate(format);
    if ("error" in template) return call.fail(`template parsing error: ${template.error}`, 64);
    let text = "";
    for (const object of found) {
      // What the client's own types cannot say is looked for in what the engine sent.
      const seen = typed(object);
      noteMaps(seen);
      const known = template.render(seen);
      const rendered = known.error === undefined ? known : template.renderRaw(object);
      if (rendered.error === undefined) text += `${rendered.text}\n`;
      else problems.push(`template parsing error: ${rendered.error}`);
    }
    call.out(text === "" ? "\n" : text);
  }
  return problems.length > 0 ? call.fail(problems.join("\n")) : 0;
}
