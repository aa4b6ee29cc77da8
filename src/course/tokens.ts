import dark from "../styles/dark.css?inline";
import light from "../styles/tokens.css?inline";

const set = dark.slice(dark.indexOf("{") + 1, dark.lastIndexOf("}"));

/** The tokens of both themes: the dark ones where the system is dark and nothing else was chosen, and where dark was chosen; never on paper. */
export const tokens: string = `${light}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${set}}}@media screen{:root[data-theme=dark]{${set}}}`;
