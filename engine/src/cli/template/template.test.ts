import { expect, test } from "vitest";
import { compileTemplate } from "./template.ts";
import { Row, type Value } from "./value.ts";

const image: Value = {
  Id: "sha256:ab",
  Config: { Cmd: ["sh", "-c", "echo hi"], Env: ["A=1", "B=2"], Labels: { z: "1", a: "<2>" } },
  RootFS: { Layers: ["x", "y"] },
};
const show = (source: string, data: Value = image): string => {
  const template = compileTemplate(source);
  if ("error" in template) return `! ${template.error}`;
  const { text, error } = template.render(data);
  return error === undefined ? text : `${text}! ${error}`;
};

test.each([
  ["{{.Id}} {{len .RootFS.Layers}}", "sha256:ab 2"],
  ["{{.Config.Cmd}} {{json .Config.Cmd}}", '[sh -c echo hi] ["sh","-c","echo hi"]'],
  ["{{range .Config.Env}}{{println .}}{{end}}", "A=1\nB=2\n"],
  ["{{range $k, $v := .Config.Labels}}{{$k}}={{$v}};{{end}}", "a=<2>;z=1;"],
  ["{{json .Config.Labels}}", '{"z":"1","a":"\\u003c2\\u003e"}'],
  ['{{if eq .Id "no"}}a{{else if .Id}}b{{else}}c{{end}}', "b"],
  ['{{index .Config.Labels "z"}}{{index .RootFS.Layers 1}}', "1y"],
  ['{{.Id | upper | printf "%-12q|"}}', '"SHA256:AB" |'],
  ["a {{- /* quiet */ -}} b", "ab"],
  ["{{with $x := .RootFS}}{{len $x.Layers}}{{end}}", "2"],
  ["{{.Nope}}", '! template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"'],
  [
    "x\n{{.Config.Nope}}",
    'x\n! template: :2:9: executing "" at <.Config.Nope>: map has no entry for key "Nope"',
  ],
  ["{{.Id", "! template: :1: unclosed action"],
  ["{{frob .Id}}", '! template: :1: function "frob" not defined'],
  ["{{range .Id}}", "! template: :1: unexpected EOF"],
])("%s", (source, expected) => expect(show(source)).toBe(expected));

test("a table's row knows its fields", () => {
  const row = new Row("*formatter.imageContext", { Tag: "latest" });
  expect(show("{{.Tag}}", row)).toBe("latest");
  expect(show("{{.Nope}}", row)).toBe(
    `! template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.imageContext`,
  );
});
