import { escaped } from "./markup.ts";
import { style } from "./style.ts";

/** Begins a file that needs no other: no script, no address, and a policy that would refuse both. */
export const pageStart = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main class="page">
`;

export const pageEnd = (drydock: string): string => `</main>
<footer class="foot">Graded by Drydock ${escaped(drydock)} from the files that were handed in.</footer>
</body>
</html>
`;

/** The head of a page: its name, a sentence, and the figures that matter. */
export const overview = (
  title: string,
  told: string,
  figures: Readonly<Record<string, string | number>>,
): string =>
  `<div class="overview"><div><h1>${escaped(title)}</h1><p>${escaped(told)}</p></div>
<dl class="titleblock">${Object.entries(figures)
    .map(([name, figure]) => `<div><dt>${name}</dt><dd>${escaped(String(figure))}</dd></div>`)
    .join("")}</dl></div>
`;
