import * as z from "zod/mini";
import type { Check } from "../check.ts";

/** One parameter of a check, as its page in the reference lists it. */
export interface CheckParameter {
  readonly name: string;
  readonly required: boolean;
  /** What kind of value: `number`, `` `tcp` or `udp` ``, `list of string`. `text`, `edit` and `files` are kinds of their own. */
  readonly kind: string;
  /** What it is for, with code between backquotes. */
  readonly about: string;
}

/** The parts of a JSON Schema that parameters are written with. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
}

const either = (words: readonly string[]): string => {
  const each = [...new Set(words)];
  return [each.slice(0, -1).join(", "), ...each.slice(-1)].filter(Boolean).join(" or ");
};

function kindOf(schema: Schema): string {
  const { title, type, items } = schema;
  if (title !== undefined) return title;
  if (schema.enum) return either(schema.enum.map((word) => `\`${word}\``));
  if (schema.anyOf) return either(schema.anyOf.map(kindOf));
  if (typeof type === "object") return either(type);
  if (schema.prefixItems) return `[${schema.prefixItems.map(kindOf).join(", ")}]`;
  if (type === "array") return `list of ${items ? kindOf(items) : "anything"}`;
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  if (type === "object") return "map of names to strings";
  return type ?? "anything";
}

/** What a check takes, read from its schema. */
export function checkParameters({ parameters }: Check): readonly CheckParameter[] {
  const schema = z.toJSONSchema(parameters, { io: "input", unrepresentable: "any" }) as Schema;
  return Object.entries(schema.properties ?? {}).map(([name, each]) => ({
    name,
    required: schema.required?.includes(name) ?? false,
    kind: kindOf(each),
    about: `${each.description ?? ""}${each.default === undefined ? "" : `; ${JSON.stringify(each.default)} unless it says otherwise`}`,
  }));
}
