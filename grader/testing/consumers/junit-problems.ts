import { type Element, readXml } from "./read-xml.ts";

interface Shape {
  readonly needs: readonly string[];
  readonly may: readonly string[];
  readonly holds: readonly string[];
}
/*
 * The elements of junit-10.xsd (jenkinsci/xunit-plugin) that are written here. Two things are more than it has, since GitLab and Jenkins' own
 * junit step read them: `file` of a case (that schema had it until 2018), and the properties of a case, where points stand.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  testsuites: { needs: [], may: ["name", "time", "tests", "failures", "errors"], holds: ["testsuite"] },
  testsuite: {
    needs: ["name", "tests", "failures", "errors"],
    may: ["time", "skipped", "timestamp", "hostname", "id", "package", "file", "group", "log", "url"],
    holds: ["testsuite", "properties", "testcase", "system-out", "system-err"],
  },
  testcase: {
    needs: ["name"],
    may: ["time", "classname", "group", "file"],
    holds: ["properties", "skipped", "error", "failure", "system-out", "system-err"],
  },
  properties: { needs: [], may: [], holds: ["property"] },
  property: { needs: ["name", "value"], may: [], holds: [] },
  failure: { needs: [], may: ["message", "type"], holds: [] },
  error: { needs: [], may: ["message", "type"], holds: [] },
  skipped: { needs: [], may: ["message", "type"], holds: [] },
};
const TIME = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;
const RESULTS = ["failure", "error", "skipped"];

/** What keeps Jenkins or GitLab from reading a file of results as it was meant; none is an empty list. */
export function junitProblems(source: string): readonly string[] {
  const problems: string[] = [];
  const root = readXml(source);
  if (root.name !== "testsuites") problems.push(`the root is ${root.name}`);
  const names = new Set<string>();
  const look = (element: Element): void => {
    const { name, attributes, children } = element;
    const shape = SHAPES[name];
    if (!shape) return void problems.push(`no element is called ${name}`);
    for (const needed of shape.needs) if (!(needed in attributes)) problems.push(`${name} lacks ${needed}`);
    for (const each of Object.keys(attributes))
      if (!shape.needs.includes(each) && !shape.may.includes(each)) problems.push(`${name} has ${each}`);
    if (attributes["time"] !== undefined && !TIME.test(attributes["time"])) problems.push("no time");
    for (const child of children) {
      if (!shape.holds.includes(child.name)) problems.push(`${name} holds ${child.name}`);
      look(child);
    }
    if (name === "testsuite") problems.push(...miscounted(element));
    if (name !== "testcase") return;
    /* GitLab shows the class as the suite, and of two cases of one name the first. Jenkins splits a name without a class at its dots. */
    const whole = JSON.stringify([attributes["classname"], attributes["name"]]);
    if (names.has(whole)) problems.push(`${whole} twice`);
    names.add(whole);
    if (!attributes["classname"] || !attributes["name"]) problems.push("a case without a name");
    if (children.filter(({ name: result }) => RESULTS.includes(result)).length > 1)
      problems.push("two results of one case, of which GitLab shows the first");
  };
  look(root);
  return problems;
}

function miscounted({ attributes, children }: Element): readonly string[] {
  const cases = children.filter(({ name }) => name === "testcase");
  const count = (result: string): number =>
    cases.filter(({ children: inside }) => inside.some(({ name }) => name === result)).length;
  const real = {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
  return Object.entries(real).flatMap(([name, number]) =>
    attributes[name] === String(number) ? [] : [`${name} is ${attributes[name]} and not ${number}`],
  );
}
