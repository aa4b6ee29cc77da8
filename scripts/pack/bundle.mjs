import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root } from "../run/install.mjs";

/** The command line, the threads that it starts by their file's name, and the door for programs. */
const entries = {
  main: "grader/src/cli/main.ts",
  worker: "grader/src/cli/batch/worker.ts",
  "single-worker": "grader/src/cli/single/single-worker.ts",
  "watch-worker": "grader/src/cli/watch/watch-worker.ts",
  index: "grader/src/cli/library.ts",
};
const WASM = "@micropython/micropython-webassembly-pyscript/micropython.wasm";

/** What is found on disk beside the code is found beside the bundle; a worker's file ends in .js there. */
const besideTheBundle = {
  name: "beside-the-bundle",
  transform(code, id) {
    let text = code.replaceAll(
      /new URL\("\.\/(?:[\w-]+\/)*([\w-]+)\.ts", import\.meta\.url\)/g,
      (_, name) => {
        if (!(name in entries)) throw new Error(`${id} starts ${name}.ts, which is no entry of the bundle`);
        return `new URL("./${name}.js", import.meta.url)`;
      },
    );
    if (id.endsWith("load-node.ts")) {
      text = text.replace(
        /require\.resolve\(\s*"[^"]+\.wasm",?\s*\)/,
        'new URL("micropython.wasm", import.meta.url)',
      );
      if (!text.includes('"micropython.wasm"')) throw new Error(`${id} no longer asks for ${WASM}`);
    }
    return text === code ? undefined : { code: text };
  },
};

/** The licences of the packages that ended up in the bundle, one after the other. */
function licences(packages) {
  return packages
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
      return `${name} ${version}\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** Writes the grader with all that it needs into a folder: JavaScript without a build step, without dependencies. Returns the licences. */
export async function bundle(folder) {
  const build = await rolldown({
    cwd: root,
    input: entries,
    platform: "node",
    plugins: [besideTheBundle],
    logLevel: "warn",
  });
  const { output } = await build.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "part-[name]-[hash].js",
    minify: "dce-only",
  });
  await build.close();
  cpSync(join(root, "runtimes/src/python/library"), join(folder, "library"), {
    recursive: true,
    filter: (path) => !path.endsWith(".ts"),
  });
  cpSync(join(root, "node_modules", WASM), join(folder, "micropython.wasm"));
  const modules = output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
  const names = modules.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  const packages = [...new Set([...names, WASM.split("/").slice(0, 2).join("/")])].sort();
  for (const name of packages) if (!existsSync(join(root, "node_modules", name))) throw new Error(name);
  return licences(packages);
}
