import condensed600 from "@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-600-normal.woff2?url";
import mono400 from "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url";
import sans400 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url";
import sans600 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url";

const face = (family: string, weight: string, url: string, display: "optional" | "swap"): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:${display};src:url(${url}) format("woff2")}`;

/**
 * The four files of a page, Latin only: words, strong words, labels and figures, code. Words never change their font while
 * they are read: what has not come in time is there on the next page. Labels and code have stand-ins of the same width.
 */
export const fontFaces: string = [
  face("IBM Plex Sans", "400 500", sans400, "optional"),
  face("IBM Plex Sans", "600 700", sans600, "optional"),
  face("IBM Plex Sans Condensed", "400 700", condensed600, "swap"),
  face("IBM Plex Mono", "400", mono400, "swap"),
].join("");

/** What the first screen cannot do without. */
export const preloadedFonts: readonly string[] = [sans400, sans600];
