/** Whether a value that came from outside has the form of a T. A function that answers for good: values never change. */
export type Shape<T> = (value: unknown) => value is T;

export const isText: Shape<string> = (value) => typeof value === "string";
export const isNumber: Shape<number> = (value): value is number =>
  typeof value === "number" && Number.isFinite(value);
export const isFlag: Shape<boolean> = (value) => typeof value === "boolean";

export const maybe =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || shape(value);

export const oneOf =
  <const T extends string>(...words: readonly T[]): Shape<T> =>
  (value): value is T =>
    words.some((word) => word === value);

/** What is shared in many places is looked at once. */
const once = <T>(looks: (value: object) => boolean): Shape<T> => {
  const good = new WeakSet();
  return (value): value is T => {
    if (typeof value !== "object" || value === null) return false;
    if (good.has(value)) return true;
    if (!looks(value)) return false;
    good.add(value);
    return true;
  };
};

export const listOf = <T>(shape: Shape<T>): Shape<readonly T[]> =>
  once((value) => Array.isArray(value) && value.every(shape));

export const mapOf = <K, V>(key: Shape<K>, shape: Shape<V>): Shape<ReadonlyMap<K, V>> =>
  once((value) => {
    if (!(value instanceof Map)) return false;
    for (const [name, one] of value as ReadonlyMap<unknown, unknown>)
      if (!key(name) || !shape(one)) return false;
    return true;
  });

/** A plain object with values of one form by any name. */
export const recordOf = <V>(shape: Shape<V>): Shape<Readonly<Record<string, V>>> =>
  once((value) => !Array.isArray(value) && Object.values(value).every(shape));

/** What is worked out when somebody asks for it is code of ours: no text that is read makes such a field. */
const isWorkedOut = (value: object, name: string): boolean =>
  Object.getOwnPropertyDescriptor(value, name)?.get !== undefined;

/** An object in which these fields have these forms; of others nothing is asked. */
export const objectOf = <T extends object>(fields: {
  readonly [K in keyof T]?: Shape<T[K]> | Shape<T[K] | undefined>;
}): Shape<T> => {
  const all = Object.entries<Shape<unknown> | undefined>(fields);
  return once((value) =>
    all.every(
      ([name, shape]) =>
        isWorkedOut(value, name) || (shape?.((value as Readonly<Record<string, unknown>>)[name]) ?? true),
    ),
  );
};
