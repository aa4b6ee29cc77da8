import type { Expression, Statement } from "../source/tree.ts";

/** Attributes that a file sets on names which it defines as functions: `count` of `def f(): …` and `f.count = 0`. */
export function attributesOnFunctions(body: readonly Statement[]): ReadonlySet<string> {
  const functions = new Set<string>();
  const set: { readonly owner: string; readonly name: string }[] = [];
  const target = (one: Expression): void => {
    if (one.type === "Attribute" && one.value.type === "Name")
      set.push({ owner: one.value.name, name: one.name });
    else if (one.type === "Tuple" || one.type === "List") one.items.forEach(target);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    // Only the kinds below are looked into by name; whatever else there is, is walked through.
    const one = value as Statement | Expression;
    if (one.type === "Function") functions.add(one.name);
    else if (one.type === "Assign") {
      one.targets.forEach(target);
      if (one.value.type === "Lambda")
        for (const to of one.targets) if (to.type === "Name") functions.add(to.name);
    } else if (one.type === "Augment" || one.type === "Annotate") target(one.target);
    else if (one.type === "Call" && one.value.type === "Name" && one.value.name === "setattr") {
      const [owner, name] = one.args.map(({ value: inner }) => inner);
      if (owner?.type === "Name" && name?.type === "String")
        set.push({ owner: owner.name, name: name.value });
    }
    Object.values(value).forEach(walk);
  };
  walk(body);
  return new Set(set.filter(({ owner }) => functions.has(owner)).map(({ name }) => name));
}
