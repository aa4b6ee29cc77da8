/** `npm run new -- lesson|check|rule|command NAME`: lays down one unit with its fixture, and its line in the list. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "./new/register.ts";
import { type Scaffold, scaffolds } from "./new/scaffolds.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

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

const [kind = "", name = ""] = process.argv.slice(2);
const scaffold = scaffolds[kind];
if (!scaffold) {
  console.error(`npm run new -- KIND NAME, where KIND is one of ${Object.keys(scaffolds).join(", ")}.`);
  process.exit(2);
}
if (!scaffold.name.test(name)) {
  console.error(`npm run new -- ${kind} NAME: ${scaffold.nameIs}.`);
  process.exit(2);
}
const taken = Object.keys(scaffold.files(name)).find((path) => existsSync(join(root, path)));
if (taken) {
  console.error(`${taken} is there already. Nothing was changed.`);
  process.exit(1);
}
lay(scaffold, name);
console.log(`next  ${scaffold.next(name)}`);
