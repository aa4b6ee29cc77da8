import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { plainJson } from "./plain-json.ts";

const transform = plainJson().transform as (code: string, id: string) => string | undefined;

it.each(["load.ts", "load-part.ts", "index.ts", "catalogues.ts"])(
  "leaves no import of bases/%s for a browser to refuse",
  (name) => {
    const code = readFileSync(new URL(`../../engine/bases/${name}`, import.meta.url), "utf8");
    expect(code).toContain('type: "json"');
    const plain = transform(code, `/x/engine/bases/${name}`) ?? "";
    expect(plain).not.toMatch(/\bwith\b[^/\n]*\{/);
    expect(plain.match(/\.json"/g)).toHaveLength(code.match(/\.json"/g)?.length ?? -1);
  },
);
