/** An element as a strict reader of XML 1.0 sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/* The characters that XML 1.0 has at all (production 2). */
const LEGAL = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root of a document that has a declaration, elements, attributes in double quotes and text. @throws {Error} at the first fault. */
export function readXml(source: string): Element {
  if (!LEGAL.test(source)) throw new Error("a character that XML does not have");
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!source.startsWith(declaration)) throw new Error("no declaration");
  const root = { name: "", attributes: {}, children: [] as Element[], text: "" };
  const open = [root];
  for (const [token] of source.slice(declaration.length).matchAll(/<[^>]*>|[^<]+|</g)) {
    const top = open.at(-1) ?? root;
    const tag = /^<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>$/.exec(token);
    if (token.startsWith("<") && !tag) throw new Error(`no tag: ${token.slice(0, 80)}`);
    if (!tag) {
      if (open.length === 1 && token.trim() !== "") throw new Error("text outside the root");
      top.text += plain(token);
    } else if (tag[1]) {
      if (top.name !== tag[2] || open.length === 1) throw new Error(`</${tag[2]}> closes <${top.name}>`);
      open.pop();
    } else {
      const element = { name: tag[2] ?? "", attributes: attributesOf(tag[3] ?? ""), children: [], text: "" };
      top.children.push(element);
      if (!tag[4]) open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length > 1 || !only || others.length > 0) throw new Error("not one whole root");
  return only;
}

function attributesOf(source: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(all, name)) throw new Error(`${name} twice`);
    all[name] = plain(value);
  }
  return all;
}

const plain = (text: string): string =>
  text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1];
    const char = number === undefined ? ENTITIES[name] : String.fromCodePoint(Number(number));
    if (char === undefined || !whole.endsWith(";")) throw new Error(`no reference: ${whole}`);
    return char;
  });
