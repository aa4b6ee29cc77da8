import * as z from "zod/mini";
import { checks } from "../checks/index.ts";
import { criterionSchema, questionSchema, rubricSchema, testSchema } from "../rubric/schema.ts";

type Json = Record<string, unknown>;

const json = (schema: z.ZodMiniType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
  }) as Json;
  return rest;
};

/** Which check needs which parameters, one alternative a check. */
const alternatives = (names?: readonly string[]): Json[] =>
  checks
    .filter(({ name }) => names === undefined || names.includes(name))
    .map(({ name, summary, parameters }) => ({
      if: { properties: { check: { const: name } }, required: ["check"] },
      then: { description: summary, properties: { with: json(parameters) } },
    }));

const withTests = (schema: Json): Json => {
  const properties = schema.properties as Json;
  const nested = { type: "array", minItems: 1, items: { $ref: "#/$defs/test" } };
  return {
    ...schema,
    properties: { ...properties, check: { enum: checks.map(({ name }) => name) }, any: nested, all: nested },
    oneOf: [{ required: ["check"] }, { required: ["any"] }, { required: ["all"] }],
    allOf: alternatives(),
  };
};

/** JSON Schema (2020-12) of rubric.yaml, for editors: from the same source as the reader's own checks. */
export function rubricJsonSchema(): Json {
  const frame = json(rubricSchema);
  const properties = frame.properties as Json;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Drydock rubric",
    ...frame,
    properties: {
      ...properties,
      criteria: { type: "array", items: { $ref: "#/$defs/criterion" } },
      questions: {
        type: "array",
        items: { ...json(questionSchema), allOf: alternatives(["answered", "predicted"]) },
      },
    },
    $defs: { test: withTests(json(testSchema)), criterion: withTests(json(criterionSchema)) },
  };
}
