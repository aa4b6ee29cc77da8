/**
 * A test runner for Stryker that loads the tests once and runs them again for each mutant in the same process, some
 * twenty times as fast as a new Vitest for each. A mutant that is at work while a module loads is not tested (Stryker's
 * `ignoreStatic`); a loop without end is ended by Stryker's count of hits, else by its clock and a new process.
 */
import { globSync } from "node:fs";
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { INSTRUMENTER_CONSTANTS, type MutantCoverage, type StrykerOptions } from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { type ForgetfulMaps, forgetfulMaps } from "./forgetful-maps.ts";
import type { registered as Registered } from "./registered.ts";

/** What instrumented code reads and writes; see `@stryker-mutator/instrumenter`. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

interface InProcessOptions {
  /** Patterns of test files. */
  readonly tests: readonly string[];
  /** A regular expression: tests that are left out, since they would take most of the time. */
  readonly without: string;
  /** A regular expression: the modules that are mutated. */
  readonly mutated: string;
}

class InProcess implements TestRunner {
  readonly #options: InProcessOptions;
  readonly #instrumented: Instrumented;
  #maps: ForgetfulMaps | undefined;
  #registered: typeof Registered = new Map();
  #milliseconds = new Map<string, number>();

  constructor(options: StrykerOptions) {
    this.#options = options["inProcess"] as InProcessOptions;
    const place = globalThis as Record<string, Instrumented>;
    this.#instrumented = place[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const vitest = pathToFileURL(resolve("scripts/mutants/in-process/registered.ts")).href;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === "vitest" ? { url: vitest, shortCircuit: true } : next(specifier, context),
    });
    this.#maps = forgetfulMaps(new RegExp(this.#options.mutated));
    for (const file of this.#options.tests.flatMap((pattern) => globSync(pattern))) {
      await import(pathToFileURL(resolve(file)).href);
    }
    this.#registered = ((await import(vitest)) as { registered: typeof Registered }).registered;
    const without = new RegExp(this.#options.without);
    const leftOut = [...this.#registered.keys()].filter((name) => without.test(name));
    for (const id of leftOut) this.#registered.delete(id);
    this.#maps.settle();
  }

  async dryRun(): Promise<DryRunResult> {
    this.#instrumented.activeMutant = undefined;
    const ids = [...this.#registered.keys()];
    const tests: TestResult[] = [];
    for (const id of ids) {
      this.#maps?.forget();
      tests.push(await this.#run(id));
    }
    this.#instrumented.currentTestId = undefined;
    this.#milliseconds = new Map(tests.map((each) => [each.id, each.timeSpentMs]));
    const mutantCoverage = this.#instrumented.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    Object.assign(this.#instrumented, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    this.#maps?.forget();
    const spent = (id: string): number => this.#milliseconds.get(id) ?? 0;
    const ids = [...(testFilter ?? this.#registered.keys())].toSorted((a, b) => spent(a) - spent(b));
    for (const [index, id] of ids.entries()) {
      const result = await this.#run(id);
      if (hitLimit !== undefined && (this.#instrumented.hitCount ?? 0) > hitLimit) {
        return { status: MutantRunStatus.Timeout, reason: "more hits than the limit" };
      }
      if (result.status === TestStatus.Failed) {
        const { failureMessage } = result;
        if (!(await this.#passesUnbroken(id))) {
          return {
            status: MutantRunStatus.Error,
            errorMessage: `a mutant before this one left its mark: ${id}`,
          };
        }
        return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: index + 1 };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ids.length };
  }

  /** Whether the test that found a mutant passes without it, in this very process. */
  async #passesUnbroken(id: string): Promise<boolean> {
    this.#instrumented.activeMutant = undefined;
    this.#maps?.forget();
    return (await this.#run(id)).status === TestStatus.Success;
  }

  async #run(id: string): Promise<TestResult> {
    this.#instrumented.currentTestId = id;
    const start = performance.now();
    const test = { id, name: id };
    try {
      await this.#registered.get(id)?.();
      return { ...test, status: TestStatus.Success, timeSpentMs: performance.now() - start };
    } catch (error) {
      const failureMessage = error instanceof Error ? error.message : String(error);
      return { ...test, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start };
    }
  }
}

const create = (options: StrykerOptions): TestRunner => new InProcess(options);
create.inject = tokens(commonTokens.options);

export const strykerPlugins: readonly object[] = [
  declareFactoryPlugin(PluginKind.TestRunner, "in-process", create),
];
