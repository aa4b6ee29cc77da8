/** Names that another package had taken in the trees that were read, or whose package was not installed there. */
const ALTERNATIVES: Record<string, Record<string, string>> = {
  vim: { editor: "/usr/bin/vim.basic" },
  "vim-tiny": {
    editor: "/usr/bin/vim.tiny",
    ex: "/usr/bin/vim.tiny",
    rview: "/usr/bin/vim.tiny",
    vi: "/usr/bin/vim.tiny",
    view: "/usr/bin/vim.tiny",
  },
};

/**
 * Adds to each package's programs the names that update-alternatives makes: `/usr/bin/java`, which leads to `/etc/alternatives/java`,
 * which leads to the program.
 *
 * @param links as read-alternatives.ts found them, by package
 */
export function addAlternatives(
  programs: Record<string, string[]>,
  links: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  // Each Java has the same alternatives; only the newest was installed where they were read.
  const javas = Object.entries(programs).flatMap(([name, list]): [string, Record<string, string>][] => {
    const paths = list.flatMap((one) => /^\/usr\/lib\/jvm\/[^*>]+(?=\*)/.exec(one)?.[0] ?? []);
    if (name in links || paths.length === 0) return [];
    return [[name, Object.fromEntries(paths.map((path) => [path.slice(path.lastIndexOf("/") + 1), path]))]];
  });
  for (const [name, own] of [...Object.entries(links), ...javas, ...Object.entries(ALTERNATIVES)])
    for (const [link, target] of Object.entries(own))
      (programs[name] ??= []).push(
        `/etc/alternatives/${link}>${target}`,
        `${link}>/etc/alternatives/${link}`,
      );
}
