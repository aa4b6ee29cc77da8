import type { MachineChange } from "./change.ts";

const SIGNS: Readonly<Record<MachineChange["how"], string>> = { added: "+", removed: "-", changed: "~" };
/** So many lines are read; the rest is counted. */
const MOST = 40;

/** Changes as short text: `+ image app:latest (123MB)`, a line each; `nothing has changed` for none. */
export function changesText(changes: readonly MachineChange[]): string {
  if (changes.length === 0) return "nothing has changed\n";
  const lines = changes.slice(0, MOST).map(({ what, how, name, detail }) => {
    const subject = what === name ? name : `${what} ${name}`;
    return `${SIGNS[how]} ${subject}${detail === undefined ? "" : ` (${detail})`}`;
  });
  const more = changes.length - lines.length;
  return `${lines.join("\n")}\n${more > 0 ? `and ${more} more\n` : ""}`;
}
