import type * as z from "zod/mini";

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
}

/** Keys that a schema knows at a path; a union's alternatives are put together. */
export function knownKeys(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  const definition = schema._zod.def as Definition;
  if (definition.innerType) return knownKeys(definition.innerType, path);
  if (definition.options)
    return [...new Set(definition.options.flatMap((option) => knownKeys(option, path)))];
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(definition.shape ?? {});
  const next = definition.element ?? definition.valueType ?? definition.shape?.[String(first)];
  return next ? knownKeys(next, rest) : [];
}
