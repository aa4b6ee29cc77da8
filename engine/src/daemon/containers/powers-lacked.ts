import type { Json } from "../../core/json.ts";
import { capabilitiesOf } from "./capabilities.ts";
import type { Container } from "./container.ts";

const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** Powers that files and programs ask for. */
const ASKED = ["CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "NET_RAW"];

/** What programs of the container have beside their user: groups of `--group-add`, and what root lacks of its powers. */
export function powersLacked({ options }: Container): {
  readonly groups?: readonly string[];
  readonly lacks?: ReadonlySet<string>;
} {
  const { CapAdd, CapDrop, GroupAdd, Privileged } = options.kept;
  const groups = texts(GroupAdd);
  const has = capabilitiesOf({ add: texts(CapAdd), drop: texts(CapDrop) }, Privileged === true);
  const lacks = ASKED.filter((name) => !has.has(name));
  return { ...(groups.length > 0 && { groups }), ...(lacks.length > 0 && { lacks: new Set(lacks) }) };
}
