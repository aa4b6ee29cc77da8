import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "../run/install.mjs";

/** Workspaces by the names that they are imported under. */
const doors = { "@drydock/engine": "engine/src/index.ts" };

/** What one file declares, brings in and passes on, each by name. */
function read(file) {
  const { outputText } = ts.transpileDeclaration(readFileSync(join(root, file), "utf8"), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  const source = ts.createSourceFile(file, outputText, ts.ScriptTarget.ESNext, true);
  const [declared, imported, passedOn] = [new Map(), new Map(), new Map()];
  const from = ({ text }) => (text.startsWith(".") ? join(dirname(file), text) : doors[text]);
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      for (const { name, propertyName } of (bindings && ts.isNamedImports(bindings) && bindings.elements) ||
        [])
        imported.set(name.text, { file: from(statement.moduleSpecifier), name: (propertyName ?? name).text });
    } else if (ts.isExportDeclaration(statement)) {
      const there = statement.moduleSpecifier ? from(statement.moduleSpecifier) : file;
      for (const { name, propertyName } of statement.exportClause?.elements ?? [])
        passedOn.set(name.text, { file: there, name: (propertyName ?? name).text });
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) declared.set(name.text, statement);
    } else if (statement.name) declared.set(statement.name.text, statement);
  }
  return { declared, imported, passedOn };
}

/** The types of a door as one file: what it exports, and whatever those declarations name, from whichever file. */
export function declarations(door) {
  const files = new Map();
  const written = new Map();
  const aliases = [];
  const at = (file) => {
    if (!files.has(file)) files.set(file, read(file));
    return files.get(file);
  };
  const want = (file, name) => {
    const { declared, imported, passedOn } = at(file);
    const elsewhere = imported.get(name) ?? passedOn.get(name);
    if (elsewhere && !declared.has(name)) {
      if (!elsewhere.file) throw new Error(`${file} names ${name}, whose types are of another package`);
      return want(elsewhere.file, elsewhere.name);
    }
    const statement = declared.get(name);
    if (!statement) return undefined;
    const other = written.get(name);
    if (other) {
      if (other.file !== file) throw new Error(`${name} is declared in ${other.file} and in ${file}`);
      return name;
    }
    written.set(name, { file, text: exported(statement) });
    const visit = (node) => {
      if (ts.isIdentifier(node) && (declared.has(node.text) || imported.has(node.text)))
        want(file, node.text);
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(statement, visit);
    return name;
  };
  const { declared, passedOn } = at(door);
  for (const name of [...declared.keys(), ...passedOn.keys()]) {
    const known = want(door, name);
    if (known !== name) aliases.push(`export { ${known} as ${name} };`);
  }
  return `${[...[...written.values()].map(({ text }) => text), ...aliases].join("\n")}\n`;
}

/** A declaration with its comment, exported whether it was or not: what a type names may be named by who uses it. */
function exported(statement) {
  const text = statement.getFullText().trim();
  const start =
    statement.getStart() -
    statement.getFullStart() -
    (statement.getFullText().length - statement.getFullText().trimStart().length);
  const [comment, words] = [text.slice(0, start), text.slice(start)];
  return words.startsWith("export ") ? text : `${comment}export ${words}`;
}
