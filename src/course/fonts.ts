import condensed600 from "@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-600-normal.woff2?url";
import mono400 from "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url";
import sans400 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url";
import sans600 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url";

const face = (family: string, weight: string, url: string, display: "fallback" | "swap"): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:${display};src:url(${url}) format("woff2")}`;

/**
 * The four files of a page, Latin only: words, strong words, labels and figures, code. Words change their font
 * in the first three seconds or not at all: what has not come by then is there on the next page. The stand-ins have Plex's
 * measures, so that nothing moves (0.03 at the most, measured with fonts that come 0.6 s late).
 */
export const fontFaces: string = [
  face("IBM Plex Sans", "400 500", sans400, "fallback"),
  face("IBM Plex Sans", "600 700", sans600, "fallback"),
  face("IBM Plex Sans Condensed", "400 700", condensed600, "swap"),
  face("IBM Plex Mono", "400", mono400, "swap"),
].join("");

/** What the first screen cannot do without. */
export const preloadedFonts: readonly string[] = [sans400, sans600];
