/** What a learner's map holds under a name: never what every object has from its prototype (`constructor`, `__proto__`). */
export const own = <Value>(
  map: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined => (map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined);
