import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noteMaps } from "./real-map.ts";
import { compileTemplate } from "./template.ts";
import { Row, type Value } from "./value.ts";

const image: Value = {
  Id: "sha256:ab",
  Size: 1200,
  Config: { Cmd: ["sh", "-c", "echo hi"], Env: ["A=1", "B=2"], Labels: { z: "1", a: "<2>" }, User: null },
  RootFS: { Layers: ["x", "y"] },
};
noteMaps(image);

const show = (source: string, data: Value = image, raw = false): string => {
  const template = compileTemplate(source);
  if ("error" in template) return `! ${template.error}`;
  const { text, error } = raw ? template.renderRaw(data) : template.render(data);
  return error === undefined ? text : `${text}! ${error}`;
};

describe("what a template writes", () => {
  test.each([
    ["{{.Id}} {{len .RootFS.Layers}}", "sha256:ab 2"],
    ["{{.Config.Cmd}} {{json .Config.Cmd}}", '[sh -c echo hi] ["sh","-c","echo hi"]'],
    ["{{range .Config.Env}}{{println .}}{{end}}", "A=1\nB=2\n"],
    ["{{range $k, $v := .Config.Labels}}{{$k}}={{$v}};{{end}}", "a=<2>;z=1;"],
    ["{{range $i, $e := .Config.Env}}{{$i}}:{{$e}} {{end}}", "0:A=1 1:B=2 "],
    ["{{json .Config.Labels}}", '{"z":"1","a":"<2>"}'],
    ['{{if eq .Id "no"}}a{{else if .Id}}b{{else}}c{{end}}', "b"],
    ["{{with .Config.User}}a{{else with .Id}}{{.}}{{else}}c{{end}}", "sha256:ab"],
    ['{{index .Config.Labels "z"}}{{index .RootFS.Layers 1}}', "1y"],
    ['{{.Id | upper | printf "%-12q|"}}', '"SHA256:AB" |'],
    ["a {{- /* quiet */ -}} b", "ab"],
    ["{{- /* quiet */ -}} b", "b"],
    ["{{with $x := .RootFS}}{{len $x.Layers}}{{end}}", "2"],
    ["{{$n := 1}}{{if .Id}}{{$n = 2}}{{end}}{{$n}}", "2"],
    ["{{range .Config.Env}}{{if eq . `B=2`}}{{break}}{{end}}{{.}};{{end}}", "A=1;"],
    ["{{range .Config.Env}}{{if eq . `A=1`}}{{continue}}{{end}}{{.}};{{end}}", "B=2;"],
    ["{{range 3}}{{.}}{{end}}", "012"],
    ["{{define `one`}}<{{.}}>{{end}}{{range .Config.Env}}{{template `one` .}}{{end}}", "<A=1><B=2>"],
    ["{{.Config.Labels.none}}", "<no value>"],
    ['{{index .Config.Labels "none"}}|', "|"],
    ["{{title `a-b c_d`}} {{lower `AB`}} {{pad `x` 1 2}}|{{truncate `abcdef` 3}}", "A-B C_d ab  x  |abc"],
    ["{{slice .Id 7}} {{slice `abcdef` 1 3}}", "ab bc"],
    ["{{index (split .Id `:`) 1}}", "ab"],
    ["{{join .Config.Cmd `,`}}", "sh,-c,echo hi"],
    ["{{and .Id .Config.User}}{{or .Config.User .Id}} {{not .Id}}", "[]sha256:ab false"],
    ["{{lt 1 2}} {{ge `b` `a`}} {{ne .Id `x`}} {{eq 1 3 2 1}}", "true true true true"],
    [
      "{{printf `%5d|%-5s|%05d|%x|%q|%v` 42 `ab` 7 255 `q` .Config.Cmd}}",
      '   42|ab   |00007|ff|"q"|[sh -c echo hi]',
    ],
    ["{{printf `%d` `a`}} {{printf `%s`}} {{printf `a` 1}}", "%!d(string=a) %!s(MISSING) a%!(EXTRA int=1)"],
    ["{{print 1 2 `a` `b` 3}}", "1 2ab3"],
    ["{{'a'}} {{0x1f}} {{1_000}} {{1.5}}", "97 31 1000 1.5"],
    ['{{html "<a>"}} {{urlquery "a b&c"}}', "&lt;a&gt; a+b%26c"],
  ])("%s", (source, expected) => expect(show(source)).toBe(expected));
});

describe("what a template that is wrong is told", () => {
  test.each([
    ["{{.Id", "template: :1: unclosed action"],
    ["{{ /* x */ }}", 'template: :1: unexpected "/" in command'],
    ["{{frob .Id}}", 'template: :1: function "frob" not defined'],
    ["{{range .Id}}", "template: :1: unexpected EOF"],
    ["{{end}}", "template: :1: unexpected {{end}}"],
    ["{{if .Id}}a{{else}}b{{else}}c{{end}}", "template: :1: expected end; found {{else}}"],
    ["{{}}", "template: :1: missing value for command"],
    ["{{if}}a{{end}}", "template: :1: missing value for if"],
    ["{{.Id | 1}}", "template: :1: non executable command in pipeline stage 2"],
    ["{{$x}}", 'template: :1: undefined variable "$x"'],
    ['{{"a}}', "template: :1: unterminated quoted string"],
    ["{{.Id}", "template: :1: bad character U+007D '}'"],
    ["{{(len .Id}}", "template: :1: unclosed left paren"],
    ["{{len .Id)}}", "template: :1: unexpected right paren"],
    ["{{.Id&}}", "template: :1: bad character U+0026 '&'"],
    ["{{break}}", "template: :1: {{break}} outside {{range}}"],
    ["{{1a}}", 'template: :1: bad number syntax: "1a"'],
    ["{{\n.Id", "template: :2: unclosed action started at :1"],
    ["{{range $a, $b, $c := .Id}}{{end}}", "template: :1: too many declarations in range"],
    ["{{/* x", "template: :1: unclosed comment"],
  ])("%s", (source, expected) => expect(show(source)).toBe(`! ${expected}`));
});

describe("what a template that cannot go on is told", () => {
  test.each([
    ["{{.Nope}}", ':1:2: executing "" at <.Nope>: map has no entry for key "Nope"'],
    ["x\n{{.Config.Nope}}", ':2:9: executing "" at <.Config.Nope>: map has no entry for key "Nope"'],
    ["{{.Id.Nope}}", ':1:5: executing "" at <.Id.Nope>: can\'t evaluate field Nope in type interface {}'],
    [
      "{{.Config.User.Name}}",
      ':1:9: executing "" at <.Config.User.Name>: nil pointer evaluating interface {}.Name',
    ],
    [
      "{{index .RootFS.Layers 2}}",
      ':1:2: executing "" at <index .RootFS.Layers 2>: error calling index: reflect: slice index out of range',
    ],
    [
      "{{index .RootFS.Layers 3}}",
      ':1:2: executing "" at <index .RootFS.Layers 3>: error calling index: index out of range: 3',
    ],
    [
      "{{index .Config.User 0}}",
      ':1:2: executing "" at <index .Config.User 0>: error calling index: index of untyped nil',
    ],
    ["{{len}}", ':1:2: executing "" at <len>: wrong number of args for len: want 1 got 0'],
    [
      "{{upper .Config}}",
      ':1:8: executing "" at <.Config>: wrong type for value; expected string; got map[string]interface {}',
    ],
    ["{{upper 1}}", ':1:8: executing "" at <1>: expected string; found 1'],
    ["{{.Id 1}}", ':1:2: executing "" at <.Id>: Id is not a method but has arguments'],
    ["{{1 2}}", ':1:2: executing "" at <1>: can\'t give argument to non-function 1'],
    [
      "{{eq .Id 1}}",
      ':1:2: executing "" at <eq .Id 1>: error calling eq: incompatible types for comparison: string and int',
    ],
    ["{{eq .Id}}", ':1:2: executing "" at <eq .Id>: error calling eq: missing argument for comparison'],
    ["{{range .Id}}{{end}}", ':1:8: executing "" at <.Id>: range can\'t iterate over sha256:ab'],
    ["{{template `x`}}", ':1:11: executing "" at <{{template "x"}}>: template "x" not defined'],
    ["{{nil}}", ':1:2: executing "" at <nil>: nil is not a command'],
  ])("%s", (source, expected) => {
    expect(show(source, image, true).replace(/^[^!]*/, "")).toBe(`! template: ${expected}`);
  });
});

test("a table's row knows its fields, its heading stays as it is", () => {
  const row = new Row("*formatter.imageContext", { Tag: "latest" });
  expect(show("{{.Tag}}", row)).toBe("latest");
  expect(show("{{json .}}", new Row("x", { B: "<none>", A: "1" }))).toBe(
    '{"A":"1","B":"\\u003cnone\\u003e"}',
  );
  expect(show("{{.Nope}}", row)).toBe(
    `! template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *formatter.imageContext`,
  );
  expect(show("{{join .Tag `,`}}", row)).toBe(
    `! template: :1:7: executing "" at <.Tag>: wrong type for value; expected []string; got string`,
  );
  const lower = compileTemplate("{{lower .Tag}} {{truncate .Tag 1}}");
  if ("error" in lower) throw new Error(lower.error);
  expect(lower.renderHeading(new Row("x", { Tag: "TAG" })).text).toBe("TAG TAG");
});

test.each([
  "{{range 90000}}{{range 90000}}{{end}}{{end}}",
  `{{$x := "ab"}}{{range 60}}{{$x = print $x $x}}{{end}}`,
])("%s ends", (source) => expect(show(source)).toContain("! template: "));

const RECORDED = new URL("../../../testing/testdata/go-templates.json", import.meta.url);
/** What Go's own text/template made of them, as `podman version --format` (4.3.1, Go 1.19) shows it, but for words that Go has changed since; `! ` begins an error. */
const recorded = JSON.parse(readFileSync(RECORDED, "utf8")) as [string, string][];

test.each(recorded)("Go's %s", (source, expected) => {
  const template = compileTemplate(source, "version");
  const rendered = "error" in template ? { text: "", error: template.error } : template.render("");
  expect(rendered.error === undefined ? rendered.text : `! ${rendered.error}`).toBe(expected);
});
