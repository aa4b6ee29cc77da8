import { bases } from "@drydock/engine/bases/index.ts";
import { expect, it } from "vitest";
import { askPage } from "./ask-page.ts";
import { machineNow, publishedPorts } from "./machine-now.ts";
import { workstationMachine } from "./workstation-machine.ts";

const start = {
  Dockerfile: "FROM nginx:1.31\nCOPY page.html /usr/share/nginx/html/\n",
  "page.html": "<h1>it's on</h1>\n",
};
const options = { typed: undefined, terminal: { columns: 80, rows: 0 } };

it("lists what is on the machine, asks a published port, and leaves everything as it was", async () => {
  const machine = workstationMachine(bases, "seed", start, () => Promise.resolve());
  expect(await machineNow(machine)).toMatchObject({ images: [], containers: [] });
  await machine.run("docker build -qt board . && docker run -d --name web -p 8080:80 board", start, {
    ...options,
    moment: 1,
  });
  const saved = await machine.save([1], undefined);
  const now = await machineNow(machine);
  expect(now).toMatchObject({
    images: [{ Repository: "board", Tag: "latest" }],
    containers: [{ Names: "web", Image: "board", State: "running" }],
  });
  expect(now?.space.map(({ Type }) => Type)).toEqual([
    "Images",
    "Containers",
    "Local Volumes",
    "Build Cache",
  ]);
  expect(now && publishedPorts(now)).toEqual([8080]);
  expect(await askPage(machine, 8080, "page.html")).toMatchObject({
    status: "200 OK",
    kind: "text/html",
    body: "<h1>it's on</h1>\n",
  });
  expect(await askPage(machine, 8080, "/it's not")).toMatchObject({ status: "404 Not Found" });
  expect(await askPage(machine, 9, "/")).toMatchObject({ error: expect.stringContaining("9") });
  const logs = await machine.run("docker logs web 2>&1 | grep -c GET", start, options);
  expect(logs.output.map(({ text }) => text).join("")).toBe("0\n");
  expect(await machine.save([1], undefined)).toBe(saved);
});
