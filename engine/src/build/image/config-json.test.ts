import { expect, test } from "vitest";
import { configJson } from "./config-json.ts";

test("key order, empty fields and escapes are Go's", () => {
  const json = configJson({
    os: "linux",
    architecture: "amd64",
    author: "",
    created: "2026-11-21T03:32:12.727738504Z",
    config: {
      Labels: { b: "<2>", a: "1 & 1" },
      Env: ["PATH=/bin"],
      Cmd: null,
      Entrypoint: [],
      WorkingDir: "/",
      User: "",
      Healthcheck: { Retries: 0, Interval: 5, Test: ["NONE"] },
      ArgsEscaped: true,
      OnBuild: ["RUN x"],
    },
    rootfs: { diff_ids: [], type: "layers" },
    history: [
      { comment: "buildkit.dockerfile.v0", created_by: "ENV A=1", empty_layer: true, created: "2026" },
    ],
  });
  expect(json).toBe(
    String.raw`{"architecture":"amd64","config":{"Env":["PATH=/bin"],"WorkingDir":"/","Labels":{"a":"1 \u0026 1","b":"\u003c2\u003e"},` +
      `"ArgsEscaped":true,"Healthcheck":{"Test":["NONE"],"Interval":5},"OnBuild":["RUN x"]},"created":"2026-11-21T03:32:12.727738504Z",` +
      `"history":[{"created":"2026","created_by":"ENV A=1","comment":"buildkit.dockerfile.v0","empty_layer":true}],"os":"linux",` +
      `"rootfs":{"type":"layers","diff_ids":[]}}`,
  );
});
