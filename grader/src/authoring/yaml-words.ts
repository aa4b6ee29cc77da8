import type { YAMLError } from "yaml";

type Problem = Pick<YAMLError, "code" | "message" | "pos">;

/** What the reader of YAML found, for somebody who does not know its grammar. */
export function yamlWords({ code, message }: Problem): string {
  const [, sign] = /(?:end with a|closing) (\S)/.exec(message) ?? [];
  switch (code) {
    case "TAB_AS_INDENT":
      return "this line is indented with a tab: YAML wants spaces";
    case "DUPLICATE_KEY":
      return "this key stands here twice";
    case "MULTIPLE_DOCS":
      return "a second document begins here, and a file holds one";
    case "BAD_SCALAR_START":
      return `a text cannot begin with ${message.slice(-1)}: put it between quotes`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return "there is a second colon: put the text between quotes, or begin a new line";
    case "UNEXPECTED_TOKEN":
      return "this belongs to nothing: look at how the lines around it are indented";
    case "BAD_INDENT":
      return sign === undefined
        ? "this line is indented otherwise than those that it belongs to"
        : `something opened before this line is not closed: ${sign} is missing`;
    case "MISSING_CHAR":
      if (sign !== undefined) return `a text is not ended: ${sign} is missing`;
      return message.startsWith("Sequence")
        ? "an entry of this list does not begin with - in the same column as the others"
        : "a colon and a value are missing behind this key";
    default:
      return message;
  }
}

/** Without what follows from the others: a bracket that is left open, or a tab, makes nonsense of every line behind it. */
export function firstCauses<P extends Problem>(problems: readonly P[]): readonly P[] {
  const [open] = problems.filter(({ code, message }) => code === "BAD_INDENT" && message.startsWith("Flow"));
  if (open) return [open];
  const tabs = problems.filter(({ code }) => code === "TAB_AS_INDENT");
  if (tabs.length > 0) return tabs;
  const [token, ...more] = problems.filter(({ code }) => code === "UNEXPECTED_TOKEN");
  return token ? problems.filter((each) => !more.includes(each)) : problems;
}
