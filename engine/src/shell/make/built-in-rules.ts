import type { PatternRule } from "./makefile.ts";

const rule = (target: string, prerequisite: string, command: string): PatternRule => ({
  targets: [target],
  prerequisites: [prerequisite],
  orderOnly: [],
  recipe: { lines: [{ file: "<builtin>", line: 0, text: command }] },
});

/** What make can do with C by itself (manual, "Catalogue of Built-In Rules"); other languages are told as lacking. */
export const BUILT_IN: readonly PatternRule[] = [
  rule("%.o", "%.c", "$(CC) $(CFLAGS) $(CPPFLAGS) $(TARGET_ARCH) -c -o $@ $<"),
  rule("%", "%.o", "$(CC) $(LDFLAGS) $(TARGET_ARCH) $^ $(LOADLIBES) $(LDLIBS) -o $@"),
  rule("%", "%.c", "$(CC) $(CFLAGS) $(CPPFLAGS) $(LDFLAGS) $(TARGET_ARCH) $^ $(LOADLIBES) $(LDLIBS) -o $@"),
];

/** Variables that are there before any makefile is read. */
export const BUILT_IN_VARIABLES: Readonly<Record<string, string>> = {
  CC: "cc",
  CXX: "g++",
  AR: "ar",
  AS: "as",
  LD: "ld",
  RM: "rm -f",
  ARFLAGS: "rv",
  CPP: "$(CC) -E",
};
