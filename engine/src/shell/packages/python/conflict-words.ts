import type { Requirement } from "./requirement.ts";

/** A requirement that could not be met together with others. */
export interface Cause {
  readonly requirement: Requirement;
  /** Who asked: `-r requirements.txt (line 1)`, empty for the command line. */
  readonly from: string;
  /** The package whose requirement it is; undefined for what the user asked for. */
  readonly parent?:
    | {
        readonly name: string;
        readonly version: string;
        readonly from: string;
        readonly asked: boolean;
      }
    | undefined;
}

/** `click>=8 and <9`, as pip writes a requirement in an error. */
const listed = ({ text }: Requirement): string => {
  const parts = text.split(",");
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : text;
};

const trigger = ({ requirement, parent }: Cause): string => {
  if (!parent) return listed(requirement);
  if (parent.from === "") return `${parent.name}==${parent.version}`;
  // What another package asked for is told by that package's name alone.
  return parent.asked ? parent.from : (/^[\w.-]+/.exec(parent.from)?.[0] ?? parent.from);
};

/**
 * pip's words where requirements exclude each other (pip/_internal/resolution/resolvelib/factory.py,
 * get_installation_error): the first line is an error, the others are information.
 */
export function conflictWords(
  causes: readonly Cause[],
  constraints: readonly Requirement[],
): { error: string; information: string[] } {
  const names = [...new Set(causes.map(trigger))].sort();
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
  const concerned = constraints.filter(({ key }) =>
    causes.some(({ requirement }) => requirement.key === key),
  );
  return {
    error: `ERROR: Cannot install ${list} because these package versions have conflicting dependencies.`,
    information: [
      "",
      "The conflict is caused by:",
      ...causes.map((cause) =>
        cause.parent
          ? `    ${cause.parent.name} ${cause.parent.version} depends on ${listed(cause.requirement)}`
          : `    The user requested ${listed(cause.requirement)}`,
      ),
      ...concerned.map(
        ({ key, clauses }) =>
          `    The user requested (constraint) ${key}${clauses
            .map(({ operator, version }) => operator + version)
            .sort()
            .join(",")}`,
      ),
      "",
      "To fix this you could try to:",
      "1. loosen the range of package versions you've specified",
      "2. remove package versions to allow pip to attempt to solve the dependency conflict",
      "",
    ],
  };
}
