import type { languages } from "monaco-editor/editor";

export const dockerfileConfiguration: languages.LanguageConfiguration = {
  comments: { lineComment: "#" },
  brackets: [
    ["{", "}"],
    ["[", "]"],
    ["(", ")"],
  ],
  autoClosingPairs: [
    { open: "[", close: "]" },
    { open: "(", close: ")" },
    { open: "{", close: "}" },
    { open: '"', close: '"', notIn: ["string", "comment"] },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
};

const instruction =
  /(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)(?=\s|$)/;

/** The colours of a Dockerfile: an instruction is one only at the start of a line, flags and variables stand out. */
export const dockerfileTokens: languages.IMonarchLanguage = {
  ignoreCase: true,
  includeLF: true,
  defaultToken: "",
  tokenizer: {
    root: [
      [/^\s*#[^\n]*/, "comment"],
      [/^(\s*)(ONBUILD)(\s+)/, ["", "keyword", ""]],
      [instruction, { token: "keyword", next: "@rest" }],
      [/[^\s]+/, ""],
      [/\s+/, ""],
    ],
    // What follows an instruction, over lines that end in a backslash.
    rest: [
      [/^\s*#[^\n]*\n/, "comment"],
      [/\\\s*\n/, ""],
      [/\n/, { token: "", next: "@pop" }],
      [/"(?:[^"\\\n]|\\.)*"/, "string"],
      [/'[^'\n]*'/, "string"],
      [/\$\{[^}\n]*\}|\$\w+/, "variable"],
      [/(\s)(--?[a-z][\w-]*)/, ["", "variable"]],
      [/(\s)(AS)(?=\s)/, ["", "keyword"]],
      [/[^\s\\"'$]+/, ""],
      [/./, ""],
    ],
  },
};
