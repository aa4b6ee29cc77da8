import { expect, test } from "vitest";
import { parseMode } from "./copy-mode.ts";

const [FILE, FOLDER] = [false, true];

test.each<[text: string, mode: number, directory: boolean, result: number]>([
  ["7777", 0, FILE, 0o7777],
  ["0", 0o755, FOLDER, 0],
  ["a+w", 0o444, FILE, 0o666],
  ["+w", 0o444, FILE, 0o666],
  ["=rw", 0o7640, FILE, 0o1666],
  ["a=", 0o7777, FILE, 0o1000],
  ["o=", 0o7777, FOLDER, 0o7770],
  ["a=t", 0o640, FILE, 0o1000],
  ["=rwt", 0o640, FILE, 0o1640],
  ["-xt", 0o7777, FILE, 0o6777],
  ["o+t", 0o640, FILE, 0o640],
  ["u+t", 0o640, FILE, 0o1640],
  ["g-t", 0o1640, FILE, 0o640],
  ["u-w,go=u", 0o7777, FILE, 0o7555],
  ["a-x,u+X", 0o7777, FILE, 0o7766],
  ["=r,+X", 0o640, FILE, 0o444],
  ["u+gr", 0o040, FILE, 0o440],
  ["a+X", 0o644, FILE, 0o644],
  ["a+X", 0o744, FILE, 0o755],
  ["a+X", 0o600, FOLDER, 0o711],
  ["u=rwX,go=rX", 0o600, FILE, 0o644],
  ["u=rwX,go=rX", 0o600, FOLDER, 0o755],
  ["g=u", 0o640, FILE, 0o660],
  ["o=g", 0o640, FILE, 0o644],
  ["u=o", 0o604, FILE, 0o404],
  ["u+g", 0o070, FILE, 0o770],
  ["+t", 0o755, FOLDER, 0o1755],
  ["a-x,u+x", 0o777, FILE, 0o766],
  ["u-w+x", 0o600, FILE, 0o500],
  ["g=", 0o2775, FILE, 0o705],
  ["g=", 0o2775, FOLDER, 0o705],
  ["ug+s", 0o755, FILE, 0o6755],
  ["a-s", 0o6755, FILE, 0o755],
])("--chmod=%s of %o", (text, mode, directory, result) => {
  expect(parseMode(text)?.apply(mode, directory).toString(8)).toBe(result.toString(8));
});

test.each(["10000", "8", "x644", "644x", "u", "u+q", "u+x,", "z+x", "rwx!", "+x u"])(
  "%s is no mode",
  (text) => {
    expect(parseMode(text)).toBe(null);
  },
);

test("folders on the way get an octal mode without its special bits, else 0755", () => {
  expect(parseMode("4700")?.folders).toBe(0o700);
  expect(parseMode("u+x")?.folders).toBe(0o755);
});
