import type { MachineChange } from "@drydock/engine";
import { element } from "../checks/element.ts";

/** So many rows are read; the rest is counted. */
const MOST = 60;

const signs: Readonly<Record<MachineChange["how"], string>> = { added: "+", removed: "\u2212", changed: "~" };

const row = ({ what, how, name, detail }: MachineChange): HTMLElement =>
  element(
    "li",
    { class: how },
    element("span", { class: "sign", "aria-hidden": "true" }, signs[how]),
    element("span", { class: "sr" }, `${how}: `),
    element(
      "span",
      { class: "thing" },
      ...(what === name ? [] : [element("span", { class: "label" }, what), " "]),
      element("code", {}, name),
      ...(detail === undefined ? [] : [" ", element("span", { class: "detail" }, detail)]),
    ),
  );

/** Changes of a machine, a row each. */
export const changeList = (changes: readonly MachineChange[]): HTMLElement => {
  if (changes.length === 0)
    return element("p", { class: "quiet-text" }, "Nothing: the machine is as it was.");
  const rows = changes.slice(0, MOST).map(row);
  const more = changes.length - rows.length;
  if (more > 0) rows.push(element("li", { class: "quiet-text" }, `and ${more} more`));
  return element("ul", { class: "changed", "aria-label": "What changed" }, ...rows);
};
