import { expect, test } from "vitest";
import { Ids, marked } from "./volatile.ts";

const LONG = "0123456789abcdef".repeat(4);

test("a short id is the long one that begins with it", () => {
  const ids = new Ids();
  expect(marked(`${LONG}\n`, ids)).toBe("<id 1>\n");
  expect(marked(`ff00ff00ff00 ${LONG.slice(0, 12)}\n`, ids)).toBe("<short id 2> <short id 1>\n");
});

test.each([
  ["#5 DONE 0.3s\n", "#5 DONE <t>\n"],
  ["#5 0.123 12.345 stays\n", "#5 <t> 12.345 stays\n"],
  ["#3 transferring context: 2B done\n#3 DONE 0.0s\n", "#3 DONE <t>\n"],
  ["#9 exporting layers 0.1s done\n", "#9 exporting layers done\n"],
  [
    "NAME      STATUS         PORTS\nweb       Up 2 minutes   80/tcp    \n",
    "NAME   STATUS   PORTS\nweb   Up <for>   80/tcp\n",
  ],
  ["NAME      SIZE\nweb       1.2MB\n", "NAME      SIZE\nweb       1.2MB\n"],
  ["2026-11-21T03:17:00.341435273Z\n", "<time>\n"],
  ["exec failed after 10 seconds, exit 137\n", "exec failed after 10 seconds, exit 137\n"],
])("%j becomes %j", (text, expected) => expect(marked(text, new Ids())).toBe(expected));
