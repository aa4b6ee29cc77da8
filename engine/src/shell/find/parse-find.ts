import { notSimulated } from "../../core/engine-error.ts";
import type { Entry } from "../../vfs/entry.ts";
import { strerror } from "../../vfs/errno.ts";
import { matchesPattern } from "../expand/pattern.ts";
import { FindProblem, unknownPredicate } from "./find-problem.ts";
import { linksOf } from "./links-of.ts";
import { formatVisit, type Visit } from "./format-visit.ts";
import { gnuQuote } from "../text/gnu-quote.ts";
import { changeMode } from "../tree/mode.ts";
import { complain } from "../options/options.ts";
import { accounts, groupName, groups, userName } from "../accounts/owner.ts";
import type { Flavour, Process } from "../process.ts";
import { regex } from "../regex/regex.ts";
import { at, isEntry, lastPart, sizeOf, statOf } from "../tree/tree.ts";
import { nested } from "../nested.ts";

export interface FindPlan {
  readonly test: (visit: Visit) => boolean;
  readonly depthFirst: boolean;
  /** Links stand for what they lead to. */
  readonly follow: boolean;
  readonly minDepth: number;
  readonly maxDepth: number;
  /** Runs what `-exec … +` gathered. */
  readonly finish: () => void;
  readonly failed: () => boolean;
}

type Test = (visit: Visit) => boolean;

const KINDS: Readonly<Record<string, Entry["kind"]>> = {
  f: "file",
  d: "directory",
  l: "symlink",
  c: "device",
};

function compare(word: string, read: (text: string) => number): (value: number) => boolean {
  const wanted = read(word.replace(/^[-+]/, ""));
  if (word.startsWith("+")) return (value) => value > wanted;
  return word.startsWith("-") ? (value) => value < wanted : (value) => value === wanted;
}

const SIZE: Readonly<Record<string, number>> = {
  "": 512,
  b: 512,
  c: 1,
  w: 2,
  k: 1024,
  M: 1 << 20,
  G: 1 << 30,
};

const nothingBefore = (word: string): FindProblem =>
  new FindProblem(`invalid expression; you have used a binary operator '${word}' with nothing before it.`);

/** Reads find's expression (POSIX `find`, with GNU's additions that Dockerfiles use). @throws {FindProblem} */
export function parseFind(process: Process, flavour: Flavour, words: readonly string[]): FindPlan {
  let i = 0;
  let acts = false;
  let failed = false;
  const plan = { depthFirst: false, follow: false, minDepth: 0, maxDepth: Infinity };
  const gathered: { argv: string[]; names: string[] }[] = [];
  const argument = (option: string): string => {
    const word = words[i++];
    if (word === undefined)
      throw new FindProblem(
        flavour === "gnu"
          ? `missing argument to \`${option}'`
          : `missing argument to '${option}'`.replace("missing argument to", "option requires an argument:"),
      );
    return word;
  };
  const depth = (option: string): number => {
    const word = argument(option);
    if (/^\d+$/.test(word)) return Number(word);
    throw new FindProblem(
      flavour === "gnu"
        ? `Expected a positive decimal integer argument to ${option}, but got ${gnuQuote(word)}`
        : `invalid number '${word}'`,
    );
  };
  const days = (word: string, unit: number): Test => {
    const test = compare(word, Number);
    return ({ entry }) => test(Math.floor((process.kernel.now() / 1000 - entry.mtime) / unit));
  };
  const start = (argv: readonly string[]): boolean => {
    const status = process.start(argv);
    if (typeof status === "number") return status === 0;
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? `‘${argv[0]}’: ${strerror[status.errno === "ENOEXEC" ? "EACCES" : status.errno]}`
        : `${argv[0]}: ${strerror[status.errno === "ENOEXEC" ? "EACCES" : status.errno]}`,
    );
    return false;
  };
  const exec = (option: string): Test => {
    const argv: string[] = [];
    for (; words[i] !== ";" && !(words[i] === "+" && argv.at(-1) === "{}"); i++) {
      const word = words[i];
      if (word === undefined)
        throw new FindProblem(
          flavour === "gnu"
            ? `missing argument to \`${option}'`
            : "no terminator for -exec".replace("no terminator for -exec", `${option}: missing ;`),
        );
      argv.push(word);
    }
    acts = true;
    if (words[i++] === "+") {
      const group = { argv: argv.slice(0, -1), names: [] as string[] };
      gathered.push(group);
      return ({ name }) => group.names.push(name) > 0;
    }
    return ({ name }) => start(argv.map((word) => word.replaceAll("{}", name)));
  };
  const remove: Test = ({ name, entry }) => {
    if (name === ".") return true;
    const path = at(process, name);
    const errno = entry.kind === "directory" ? process.files.rmdir(path) : process.files.unlink(path);
    if (!errno) return true;
    failed = true;
    complain(
      process,
      flavour,
      flavour === "gnu"
        ? `cannot delete ${gnuQuote(name).replace(/^'(.*)'$/, "‘$1’")}: ${strerror[errno]}`
        : `can't remove '${name}': ${strerror[errno]}`,
    );
    return false;
  };
  const printf =
    (format: string): Test =>
    (visit) => {
      process.stdout.write(formatVisit(process, visit, format));
      return true;
    };
  const print = (end: string): Test => {
    acts = true;
    return ({ name }) => (process.stdout.write(name + end), true);
  };
  let extended = false;
  const primary = nested("parts of an expression inside one another", (): Test => {
    const word = words[i++] ?? "";
    switch (word) {
      case "(": {
        const inner = either();
        if (words[i++] !== ")")
          throw new FindProblem(
            "invalid expression; I was expecting to find a ')' somewhere but did not see one.",
          );
        return inner;
      }
      case "!":
      case "-not": {
        const inner = primary();
        return (visit) => !inner(visit);
      }
      case "-name":
      case "-iname":
      case "-path":
      case "-ipath":
      case "-wholename": {
        const pattern = argument(word);
        const fold = word.startsWith("-i");
        const whole = /path|whole/.test(word);
        return ({ name }) => {
          const text = whole ? name : lastPart(name) || name;
          return matchesPattern(fold ? pattern.toLowerCase() : pattern, fold ? text.toLowerCase() : text);
        };
      }
      case "-regextype":
        if (flavour === "busybox") return unknownPredicate(word, flavour);
        extended = /^(?:posix-)?(?:extended|egrep|awk)$/.test(argument(word));
        return () => true;
      case "-regex":
      case "-iregex": {
        if (flavour === "busybox" && word === "-iregex") return unknownPredicate(word, flavour);
        const compiled = regex(argument(word), { extended, ignoreCase: word === "-iregex" });
        return ({ name }) =>
          compiled.exec(name)?.[0]?.[1] === name.length && compiled.exec(name)?.[0]?.[0] === 0;
      }
      case "-type":
      case "-xtype": {
        const letters = argument(word);
        for (const letter of letters.split(","))
          if (!KINDS[letter] && !"bpsD".includes(letter))
            throw new FindProblem(
              flavour === "gnu"
                ? `Unknown argument to -type: ${letter}`
                : `invalid argument '${letter}' to '${word}'`,
            );
        const kinds = letters.split(",").map((letter) => KINDS[letter]);
        return ({ entry }) => kinds.includes(entry.kind);
      }
      case "-empty":
        return ({ entry }) =>
          entry.kind === "file"
            ? entry.content.size === 0
            : entry.kind === "directory" && entry.children.size === 0 && !entry.bulk;
      case "-size": {
        const size = argument(word);
        const unit = SIZE[/[a-zA-Z]$/.exec(size)?.[0] ?? ""] ?? 512;
        const number = size.replace(/[a-zA-Z]$/, "");
        // GNU's counts units that are begun, busybox's compares bytes.
        if (flavour !== "gnu") {
          const ofBytes = compare(number, (text) => Number(text) * unit);
          return ({ entry }) => ofBytes(sizeOf(entry));
        }
        const test = compare(number, Number);
        return ({ entry }) => test(Math.ceil(sizeOf(entry) / unit));
      }
      case "-mtime":
      case "-ctime":
      case "-atime":
        return days(argument(word), 86_400);
      case "-mmin":
      case "-cmin":
      case "-amin":
        return days(argument(word), 60);
      case "-newer": {
        const name = argument(word);
        const reference = statOf(process, name);
        if (isEntry(reference)) return ({ entry }) => entry.mtime > reference.mtime;
        const shown = flavour === "gnu" ? `‘${name}’` : `can't stat '${name}'`;
        throw new FindProblem(`${shown}: ${strerror[reference]}`);
      }
      case "-user": {
        const name = argument(word);
        const uid =
          accounts(process).find((account) => account.name === name)?.uid ??
          (/^\d+$/.test(name) ? Number(name) : undefined);
        if (uid === undefined)
          throw new FindProblem(
            flavour === "gnu" ? `‘${name}’ is not the name of a known user` : `unknown user ${name}`,
          );
        return ({ entry }) => entry.uid === uid;
      }
      case "-group": {
        const name = argument(word);
        const gid =
          groups(process).find((group) => group.name === name)?.gid ??
          (/^\d+$/.test(name) ? Number(name) : undefined);
        if (gid === undefined)
          throw new FindProblem(
            flavour === "gnu" ? `‘${name}’ is not the name of an existing group` : `unknown group ${name}`,
          );
        return ({ entry }) => entry.gid === gid;
      }
      case "-nouser":
        return ({ entry }) => userName(process, entry.uid) === undefined;
      case "-nogroup":
        return ({ entry }) => groupName(process, entry.gid) === undefined;
      case "-uid": {
        const test = compare(argument(word), Number);
        return ({ entry }) => test(entry.uid);
      }
      case "-gid": {
        const test = compare(argument(word), Number);
        return ({ entry }) => test(entry.gid);
      }
      case "-links": {
        const test = compare(argument(word), Number);
        return ({ entry }) => test(linksOf(entry));
      }
      case "-perm": {
        const mode = argument(word);
        const wanted = changeMode(mode.replace(/^[-/+]/, ""), 0, false, 0);
        if (wanted === undefined)
          throw new FindProblem(flavour === "gnu" ? `invalid mode ‘${mode}’` : `invalid mode '${mode}'`);
        if (mode.startsWith("-")) return ({ entry }) => (entry.mode & wanted) === wanted;
        return mode.startsWith("/") || mode.startsWith("+")
          ? ({ entry }) => wanted === 0 || (entry.mode & wanted) !== 0
          : ({ entry }) => entry.mode === wanted;
      }
      case "-executable":
        return ({ name }) => process.files.access(at(process, name), 1);
      case "-readable":
        return ({ name }) => process.files.access(at(process, name), 4);
      case "-writable":
        return ({ name }) => process.files.access(at(process, name), 2);
      case "-true":
        return () => true;
      case "-false":
        return () => false;
      case "-maxdepth":
        plan.maxDepth = depth(word);
        return () => true;
      case "-mindepth":
        plan.minDepth = depth(word);
        return () => true;
      case "-depth":
      case "-d":
        plan.depthFirst = true;
        return () => true;
      case "-follow":
        plan.follow = true;
        return () => true;
      case "-xdev":
      case "-mount":
      case "-noleaf":
      case "-ignore_readdir_race":
        return () => true;
      case "-prune":
        return (visit) => (visit.prune = true);
      case "-print":
        return print("\n");
      case "-print0":
        return print("\0");
      case "-printf":
        if (flavour === "busybox") throw new FindProblem(`unrecognized: ${word}`, true);
        acts = true;
        return printf(argument(word));
      case "-ls":
        throw notSimulated("find -ls", "it would list the files it finds");
      case "-delete":
        acts = true;
        plan.depthFirst = true;
        return remove;
      case "-exec":
      case "-execdir":
        return exec(word);
      case "-quit":
        acts = true;
        return (visit) => (visit.quit = true);
      case "-a":
      case "-and":
        if (flavour === "busybox") return primary();
        throw nothingBefore(word);
      case "-o":
      case "-or":
        if (flavour !== "busybox") throw nothingBefore(word);
        i--;
        return () => true;
      case ",":
        throw nothingBefore(word);
      case "-ok":
        argument(word);
        throw notSimulated("find -ok", "it would ask before it runs the command");
      default:
        if (!word.startsWith("-"))
          throw new FindProblem(
            flavour === "gnu" ? `paths must precede expression: \`${word}'` : `unrecognized: ${word}`,
            flavour === "busybox",
          );
        return unknownPredicate(word, flavour);
    }
  });
  const both = (): Test => {
    const tests = [primary()];
    while (i < words.length && ![")", "-o", "-or", ","].includes(words[i] ?? "")) {
      if (words[i] === "-a" || words[i] === "-and") i++;
      tests.push(primary());
    }
    return (visit) => tests.every((test) => test(visit));
  };
  const either = (): Test => {
    const tests = [both()];
    while (words[i] === "-o" || words[i] === "-or") {
      i++;
      tests.push(both());
    }
    return (visit) => tests.some((test) => test(visit));
  };
  const expression: Test = words.length === 0 ? () => true : either();
  if (i < words.length)
    throw new FindProblem(
      flavour === "gnu" ? `invalid expression; you have too many ')'` : `unrecognized: ${words[i]}`,
    );
  const shown = print("\n");
  if (flavour === "gnu" && words.includes("-delete") && words.includes("-prune") && !words.includes("-depth"))
    throw new FindProblem(
      "The -delete action automatically turns on -depth, but -prune does nothing when -depth is in effect.  If you want to carry on anyway, just explicitly use the -depth option.",
    );
  const acting = gatheredOrActs();
  return {
    ...plan,
    test: acting ? expression : (visit) => expression(visit) && shown(visit),
    finish: () => {
      for (const { argv, names } of gathered)
        if (names.length > 0 && !start([...argv, ...names])) failed = true;
    },
    failed: () => failed,
  };

  function gatheredOrActs(): boolean {
    // `print` marks that something acts, so ask what was there before the default one was made.
    return words.some((word) => /^-(print0?|printf|delete|exec|execdir|ls|quit)$/.test(word)) && acts;
  }
}
