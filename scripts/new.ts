/** `npm run new -- lesson|check|rule|command NAME`: lays down one unit with its fixture, and its line in the list. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "./new/register.ts";
import { type Scaffold, scaffolds } from "./new/scaffolds.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Of a name: a path of it has to fit into what systems allow. */
const LONGEST = 80;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function lay(scaffold: Scaffold, name: string): void {
  for (const [path, text] of Object.entries(scaffold.files(name))) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
    console.log(`new   ${path}`);
  }
  if (!scaffold.list) return;
  const list = join(root, scaffold.list);
  writeFileSync(list, register(readFileSync(list, "utf8"), name));
  console.log(`line  ${scaffold.list}`);
}

const usage = `npm run new -- KIND NAME, where KIND is one of ${Object.keys(scaffolds).join(", ")}.`;

/** Ends with wrong usage. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const [kind = "", name = "", ...more] = process.argv.slice(2);
if (kind === "--help" || kind === "-h") {
  console.log(usage);
  for (const [each, { nameIs }] of Object.entries(scaffolds)) console.log(`  ${each.padEnd(8)} ${nameIs}`);
  process.exit(0);
}
const scaffold = scaffolds[kind];
if (!scaffold) refuse(usage);
if (more.length > 0)
  refuse(`${usage} A name is one word, without spaces: ${JSON.stringify(more.join(" "))} is too much.`);
if (!scaffold.name.test(name) || name.length > LONGEST)
  refuse(
    `${name === "" ? "There is no name" : `${JSON.stringify(shortened(name))} is no name for a ${kind}`}: it wants ${scaffold.nameIs}, at most ${LONGEST} letters.`,
  );
const clash = scaffold.clash?.(name, (folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [],
);
if (clash !== undefined) refuse(`${clash} Nothing was changed.`);
const taken = Object.keys(scaffold.files(name)).find((path) => existsSync(join(root, path)));
if (taken) {
  console.error(`${taken} is there already. Nothing was changed.`);
  process.exit(1);
}
lay(scaffold, name);
console.log(`next  ${scaffold.next(name)}`);
