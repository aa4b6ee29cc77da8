/** An absolute path as the container has it: without `.`, doubled slashes, or one at the end. */
export const tidy = (path: string): string =>
  `/${path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/")}`;
