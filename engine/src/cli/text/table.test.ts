import { expect, test } from "vitest";
import { ellipsis, tabulate } from "./table.ts";

test("columns are three wider than their widest cell and at least ten", () => {
  expect(tabulate("NAME\tID\tSIZE\na-long-image-name\tx\t1B\nb\ty\t2B")).toBe(
    [
      "NAME                ID        SIZE",
      "a-long-image-name   x         1B",
      "b                   y         2B",
    ].join("\n"),
  );
});

test("a line without the column ends its block, as a heredoc in a history does", () => {
  expect(tabulate("A\tB\tC\nx\tRUN <<EOF\nlong-long-long-long\nEOF\t1B")).toBe(
    ["A         B         C", "x         RUN <<EOF", "long-long-long-long", "EOF       1B"].join("\n"),
  );
});

test("an ellipsis counts as one column", () => expect(ellipsis("abcdef", 4)).toBe("abc…"));
