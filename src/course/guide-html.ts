/**
 * A document as a page of the site: without its title, which the page has; links to other documents lead to their pages;
 * what links into the repository is words alone; what may be wider than the page scrolls by itself.
 *
 * @param pathOf the page of a document, by the document's name
 */
export const guideHtml = (html: string, pathOf: (document: string) => string | undefined): string =>
  html
    .replace(/<h1[^>]*>[^]*?<\/h1>/, "")
    .replaceAll(
      /<a href="([^":#]*)(#[^"]*)?">([^]*?)<\/a>/g,
      (link: string, path: string, part: string | undefined, words: string) => {
        if (path === "") return link;
        const page = pathOf(path.replace(/\.md$/, ""));
        return page === undefined
          ? words
          : `<a href="${page}${part ?? ""}">${words.replace(/^(\w+)\.md$/, "the page on $1")}</a>`;
      },
    )
    .replaceAll(
      "<table>",
      '<div class="scroll" tabindex="0" role="group" aria-label="A table"><table class="rows">',
    )
    .replaceAll("</table>", "</table></div>");
