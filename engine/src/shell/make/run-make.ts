import { notSimulated } from "../../core/engine-error.ts";
import type { Line, Makefile, Recipe, Target } from "./makefile.ts";
import { BUILT_IN } from "./built-in-rules.ts";
import { MakeStop } from "./make-stop.ts";
import type { Variables } from "./variables-make.ts";
import { stemOf } from "./words-make.ts";

/** What making needs of the world. */
export interface MakeWorld {
  spend(steps: number): void;
  /** Seconds since 1970 when a file last changed; undefined where there is none. */
  age(name: string): number | undefined;
  /** Runs a line of a recipe, in words what ended it where a signal did. */
  run(command: string): { readonly status: number; readonly signal?: string | undefined };
  say(stream: "stdout" | "stderr", words: string): void;
}

export interface MakeFlags {
  readonly dryRun: boolean;
  readonly silent: boolean;
  readonly keepGoing: boolean;
  readonly always: boolean;
  readonly ignore: boolean;
  readonly question: boolean;
  readonly builtIn: boolean;
  /** `make`, or `make[1]` in a make that make has started. */
  readonly name: string;
}

/** How a target came out. */
interface Outcome {
  /** Its recipe ran, or it counts as new. */
  readonly remade: boolean;
  readonly failed: boolean;
}

interface Plan {
  readonly prerequisites: readonly string[];
  readonly orderOnly: readonly string[];
  readonly recipe: Recipe | undefined;
  readonly stem: string;
}

/** Brings targets up to date, each once. */
export class Make {
  readonly #makefile: Makefile;
  readonly #phony: ReadonlySet<string>;
  readonly #variables: Variables;
  readonly #world: MakeWorld;
  readonly #flags: MakeFlags;
  readonly #done = new Map<string, Outcome>();
  readonly #open: string[] = [];
  /** Did any recipe run, or would it have? */
  ran = false;

  constructor(
    makefile: Makefile,
    phony: ReadonlySet<string>,
    variables: Variables,
    world: MakeWorld,
    flags: MakeFlags,
  ) {
    this.#makefile = makefile;
    this.#phony = phony;
    this.#variables = variables;
    this.#world = world;
    this.#flags = flags;
  }

  /** @returns whether it came out well @throws {MakeStop} */
  goal(name: string): boolean {
    const before = this.ran;
    this.ran = false;
    const { failed } = this.#make(name, undefined);
    const idle = !this.ran && !failed;
    const { question, silent } = this.#flags;
    if (idle && !question && !silent) {
      const hasRecipe = this.#plan(name)?.recipe?.lines.length ?? 0;
      // A file that is there and needs nothing is up to date, with or without a recipe.
      const isDone = !this.#phony.has(name) && this.#world.age(name) !== undefined;
      this.#say(
        "stdout",
        hasRecipe > 0 || isDone ? `'${name}' is up to date.` : `Nothing to be done for '${name}'.`,
      );
    }
    if (failed) this.#say("stderr", `Target '${name}' not remade because of errors.`);
    this.ran ||= before;
    return !failed;
  }

  #say(stream: "stdout" | "stderr", words: string): void {
    this.#world.say(stream, `${this.#flags.name}: ${words}\n`);
  }

  /** By what rule it is made; undefined where there is none. */
  #plan(name: string): Plan | undefined {
    const explicit = this.#makefile.targets.get(name);
    if (explicit?.recipe && explicit.recipe.lines.length > 0)
      return this.#explicit(explicit, explicit.recipe, explicit.stem ?? "");
    const implicit = this.#phony.has(name) ? undefined : this.#implicit(name);
    if (implicit) {
      const more = explicit?.prerequisites ?? [];
      return {
        ...implicit,
        prerequisites: [...implicit.prerequisites, ...more],
        orderOnly: [...implicit.orderOnly, ...(explicit?.orderOnly ?? [])],
      };
    }
    return explicit && this.#explicit(explicit, undefined, "");
  }

  #explicit({ prerequisites, orderOnly }: Target, recipe: Recipe | undefined, stem: string): Plan {
    return { prerequisites, orderOnly, recipe, stem };
  }

  /** The pattern rule with the shortest stem whose prerequisites are there or are named somewhere. */
  #implicit(name: string): Plan | undefined {
    let best: Plan | undefined;
    const patterns = [...this.#makefile.patterns, ...(this.#flags.builtIn ? BUILT_IN : [])];
    for (const rule of patterns) {
      this.#world.spend(1);
      for (const target of rule.targets) {
        const slash = target.includes("/") ? 0 : name.lastIndexOf("/") + 1;
        const stem = stemOf(name.slice(slash), target);
        if (stem === undefined || stem === "" || rule.recipe.lines.length === 0) continue;
        const folder = name.slice(0, slash);
        const filled = (one: string): string =>
          one.includes("%") ? folder + one.replace("%", () => stem) : one;
        const prerequisites = rule.prerequisites.map(filled);
        const there = prerequisites.every(
          (one) =>
            this.#world.age(one) !== undefined || this.#makefile.targets.has(one) || this.#isNamed(one),
        );
        if (!there || (best && best.stem.length <= stem.length)) continue;
        best = { prerequisites, orderOnly: rule.orderOnly.map(filled), recipe: rule.recipe, stem };
      }
    }
    return best;
  }

  /** Does some rule name it as what it needs? */
  #isNamed(name: string): boolean {
    for (const { prerequisites } of this.#makefile.targets.values())
      if (
        prerequisites.includes(name) &&
        this.#makefile.patterns.some(({ targets }) => targets.some((one) => stemOf(name, one) !== undefined))
      )
        return true;
    return false;
  }

  #make(name: string, neededBy: string | undefined): Outcome {
    const known = this.#done.get(name);
    if (known) return known;
    if (this.#open.length > 100)
      throw notSimulated("targets of make that need one another this deep", "go on");
    this.#world.spend(1);
    const age = this.#world.age(name);
    const plan = this.#plan(name);
    if (!plan) {
      if (age !== undefined && !this.#phony.has(name))
        return this.#remember(name, { remade: false, failed: false });
      if (this.#flags.builtIn) this.#refuseUnknown(name);
      const words = `No rule to make target '${name}'${neededBy === undefined ? "" : `, needed by '${neededBy}'`}`;
      if (!this.#flags.keepGoing) throw new MakeStop(words);
      this.#say("stderr", `*** ${words}.`);
      return this.#remember(name, { remade: false, failed: true });
    }
    this.#open.push(name);
    const outcome = this.#bring(name, plan, age);
    this.#open.pop();
    return this.#remember(name, outcome);
  }

  #remember(name: string, outcome: Outcome): Outcome {
    this.#done.set(name, outcome);
    return outcome;
  }

  #bring(name: string, plan: Plan, age: number | undefined): Outcome {
    let failed = false;
    const newer: string[] = [];
    const seen = new Set<string>();
    const all: string[] = [];
    for (const one of [...plan.prerequisites, ...plan.orderOnly]) {
      if (one === name || this.#open.includes(one)) {
        this.#say("stderr", `Circular ${name} <- ${one} dependency dropped.`);
        continue;
      }
      const outcome = this.#make(one, name);
      failed ||= outcome.failed;
      if (!plan.prerequisites.includes(one)) continue;
      all.push(one);
      const theirs = this.#world.age(one);
      const isNewer = age === undefined || outcome.remade || theirs === undefined || theirs > age;
      if (isNewer && !seen.has(one)) newer.push(one);
      seen.add(one);
    }
    if (failed) return { remade: false, failed: true };
    const isPhony = this.#phony.has(name);
    const changed = all.some((one) => newer.includes(one)) && (age === undefined || newer.length > 0);
    if (age !== undefined && !isPhony && !changed && !this.#flags.always)
      return { remade: false, failed: false };
    if (!plan.recipe || plan.recipe.lines.length === 0) return { remade: true, failed: false };
    const ok = this.#recipe(name, plan, plan.recipe, all, newer);
    return { remade: true, failed: !ok };
  }

  /** @returns whether it came out well @throws {MakeStop} */
  #recipe(
    name: string,
    plan: Plan,
    recipe: Recipe,
    all: readonly string[],
    newer: readonly string[],
  ): boolean {
    const variables = this.#variables;
    const before = new Map(variables.all);
    const automatic: Readonly<Record<string, string>> = {
      "@": name,
      "<": all[0] ?? "",
      "^": [...new Set(all)].join(" "),
      "+": all.join(" "),
      "?": newer.join(" "),
      "*": plan.stem,
      "|": [...new Set(plan.orderOnly)].join(" "),
    };
    for (const [key, text] of Object.entries(automatic)) {
      variables.all.set(key, { text, recursive: false, origin: "automatic" });
      if (key === "+" || key === "|") continue;
      const parts = text.split(" ").filter(Boolean);
      const folders = parts.map((one) => one.slice(0, Math.max(0, one.lastIndexOf("/"))) || ".");
      variables.all.set(`${key}D`, { text: folders.join(" "), recursive: false, origin: "automatic" });
      const files = parts.map((one) => one.slice(one.lastIndexOf("/") + 1));
      variables.all.set(`${key}F`, { text: files.join(" "), recursive: false, origin: "automatic" });
    }
    for (const [key, sign, text, at] of this.#makefile.targets.get(name)?.own ?? []) {
      variables.at = at;
      variables.set(key, sign, text);
    }
    try {
      // All lines are expanded before the first one runs.
      const lines = recipe.lines.flatMap((line) => {
        variables.at = line;
        const expanded = line.text.includes("$") ? variables.expand(line.text) : line.text;
        const parts = /\$[({]\w+[)}]/.test(line.text) ? splitLines(expanded) : [expanded];
        return parts.map((text) => ({ ...line, text, isMake: /\$[({]MAKE[)}]/.test(line.text) }));
      });
      const head = /^[\s@+-]*/.exec(recipe.lines[0]?.text ?? "")?.[0] ?? "";
      return lines.every((line, i) =>
        this.#line(name, line, i > 0 && lines[i - 1]?.line === line.line ? head : ""),
      );
    } finally {
      variables.all.clear();
      for (const [key, value] of before) variables.all.set(key, value);
    }
  }

  #line(name: string, line: Line & { text: string; isMake: boolean }, inherited: string): boolean {
    const [, marks = "", command = ""] = /^([\s@+-]*)([^]*)$/.exec(line.text) ?? [];
    const signs = marks + inherited;
    if (command.trim() === "") return true;
    this.ran = true;
    const { dryRun, silent, ignore, question, keepGoing } = this.#flags;
    if (question) return true;
    const always = signs.includes("+") || line.isMake;
    if (dryRun || (!silent && !signs.includes("@"))) this.#world.say("stdout", `${command}\n`);
    if (dryRun && !always) return true;
    const { status, signal } = this.#world.run(command);
    if (status === 0) return true;
    const words = `[${line.file}:${line.line}: ${name}] ${signal ?? `Error ${status}`}`.replace(
      "[<builtin>:0:",
      "[<builtin>:",
    );
    if (ignore || signs.includes("-")) {
      this.#say("stderr", `${words} (ignored)`);
      return true;
    }
    this.#say("stderr", `*** ${words}`);
    if (keepGoing) return false;
    throw new MakeStop("");
  }

  /** Rules that real make knows of itself and Drydock does not. */
  #refuseUnknown(name: string): void {
    for (const ending of [
      ".cc",
      ".cpp",
      ".C",
      ".p",
      ".f",
      ".F",
      ".m",
      ".r",
      ".s",
      ".S",
      ".mod",
      ".sh",
      ".y",
      ".l",
      ".w",
      ".ch",
      ".texinfo",
      ",v",
      ".tex",
    ])
      if (this.#world.age(name.replace(/\.o$/, "") + ending) !== undefined)
        throw notSimulated(`make's own rule for ${name} from a file ${ending}`, "follow it");
  }
}

/** The lines of a variable that `define` set; what is escaped stays together. */
const splitLines = (text: string): string[] => text.split(/(?<!\\)\n/);
