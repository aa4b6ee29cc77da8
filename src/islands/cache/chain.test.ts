import { bases } from "@drydock/engine/bases/index.ts";
import { Workstation } from "@drydock/engine";
import { describe, expect, it } from "vitest";
import { lineFacts } from "../../session/facts/line-facts.ts";
import { type Chain, chainOf } from "./chain.ts";

const text = `FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
CMD ["python", "app.py"]
`;
const files = { Dockerfile: text, "app.py": "print(1)\n", "requirements.txt": "flask==3.1.3\n" };
const machine = (): Workstation => new Workstation({ bases, seed: "chain", files });
const build = (on: Workstation, dockerfile = text): Chain => {
  on.write("Dockerfile", dockerfile);
  return chainOf(lineFacts(on.build({ tags: ["a"] }), dockerfile));
};

describe("the cache as a chain", () => {
  it("blames nobody for a first build", () => {
    const chain = build(machine());
    expect(chain.links.map(({ kind }) => kind)).toEqual(["holds", "new", "new", "new"]);
    expect(chain).toMatchObject({ steps: 3, cached: 0, dragged: 0 });
  });

  it("holds where nothing changed, and then cost nothing", () => {
    const on = machine();
    build(on);
    const chain = build(on);
    expect(chain).toMatchObject({ steps: 3, cached: 3, took: 0, dragged: 0 });
    expect(chain.links.every(({ kind }) => kind === "holds")).toBe(true);
  });

  it("breaks at the file that changed, and counts only what that dragged along", () => {
    const on = machine();
    build(on);
    on.write("app.py", "print(2)\n");
    const chain = build(on);
    expect(chain.links.map(({ kind }) => kind)).toEqual(["holds", "holds", "breaks", "dragged"]);
    expect(chain.links[2]?.why).toBe("`app.py` has other bytes.");
    expect(chain.links[3]?.why).toContain("`COPY . .`");
    expect(chain.dragged).toBeGreaterThan(chain.took / 2);
    expect(chain.dragged).toBeLessThan(chain.took);
  });

  it("says what a line was before it was edited", () => {
    const on = machine();
    build(on);
    const chain = build(on, text.replace("WORKDIR /app", "WORKDIR /srv"));
    expect(chain.links[1]).toMatchObject({ kind: "breaks", why: expect.stringContaining("WORKDIR /app") });
  });
});
