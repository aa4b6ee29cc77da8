import { UsageError } from "../exit-status.ts";
import type { Handed } from "../handed/handed.ts";
import { readCsv } from "../words/read-csv.ts";
import { readText } from "../words/read-text.ts";

/** Who is in the class, and every name that a platform may know them by. */
export interface Roster {
  /** In order of the file. */
  readonly ids: readonly string[];
  /** Lower-case login, address or number, to the id. */
  readonly names: ReadonlyMap<string, string>;
  /** The cells of a person's row under the headings of the file in lower case, by id: an import wants them back as they were. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/* Moodle's worksheet names a participant in words, and what was handed in by the number alone. */
const PARTICIPANT = /^participant (\d+)$/i;
const ID = /^(?:id|identifier|student[ _]?id|sis user id|sid)$/i;

/**
 * Reads a roster: a CSV with a heading. The column `id` (or `identifier`, `student id`, `SIS User ID`), else the first one, is what reports
 * call a person; every other cell of the row is a further name of theirs (login, address, number on the platform). Canvas' export of the
 * gradebook and Moodle's grading worksheet are rosters as they are.
 */
export function readRoster(file: string): Roster {
  const [head, ...rows] = readCsv(readText(file, "roster"));
  if (!head)
    throw new UsageError(`the roster ${file} is empty; expected a heading and a row for each learner`);
  const column = Math.max(
    0,
    head.findIndex((title) => ID.test(title.trim())),
  );
  const names = new Map<string, string>();
  const shared = new Set<string>();
  const people = new Map<string, Readonly<Record<string, string>>>();
  const titles = head.map((title) => title.trim().toLowerCase());
  for (const row of rows) {
    const cell = (row[column] ?? "").trim();
    const id = PARTICIPANT.exec(cell)?.[1] ?? cell;
    if (id === "") continue;
    if (people.has(id)) throw new UsageError(`the roster has two rows of the id ${JSON.stringify(id)}`);
    people.set(id, Object.fromEntries(titles.map((title, i) => [title, row[i] ?? ""])));
    for (const cell of row) {
      const name = cell.trim().toLowerCase();
      if (name === "") continue;
      /* A section or a first name is many people's: it names nobody. */
      if ((names.get(name) ?? id) !== id) shared.add(name);
      names.set(name, id);
    }
  }
  for (const name of shared) names.delete(name);
  const ids = [...people.keys()];
  for (const id of ids) names.set(id.toLowerCase(), id);
  return { ids, names, rows: people };
}

/** The attempts under the ids of the roster, the ids that it does not know, and those on it who handed in nothing. */
export function enrolled(
  handed: readonly Handed[],
  { ids, names }: Roster,
): {
  readonly handed: readonly Handed[];
  readonly strangers: readonly string[];
  readonly missing: readonly string[];
} {
  const strangers = new Set<string>();
  const seen = new Set<string>();
  const renamed = handed.map((each) => {
    const id = names.get(each.id.toLowerCase());
    if (id === undefined) {
      strangers.add(each.id);
      return each;
    }
    seen.add(id);
    return { ...each, id };
  });
  return { handed: renamed, strangers: [...strangers], missing: ids.filter((id) => !seen.has(id)) };
}
