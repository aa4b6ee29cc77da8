import { instructionWords } from "./instruction-words.ts";
import type { monaco as Monaco } from "./monaco.ts";

/** Completion and explanations for Dockerfiles: instructions at the start of a line, their flags after it. */
export const registerDockerfileHelp = (monaco: typeof Monaco): void => {
  monaco.languages.registerCompletionItemProvider("dockerfile", {
    triggerCharacters: ["-"],
    provideCompletionItems(model, position) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const follows = position.lineNumber > 1 && /\\\s*$/.test(model.getLineContent(position.lineNumber - 1));
      const typed = /[-\w]*$/.exec(before)?.[0] ?? "";
      const range = new monaco.Range(
        position.lineNumber,
        position.column - typed.length,
        position.lineNumber,
        position.column,
      );
      const instruction = /^\s*([A-Za-z]+)\s+(?:--\S+\s+)*-*[-\w]*$/.exec(before)?.[1]?.toUpperCase();
      if (instruction !== undefined) {
        const flags = instructionWords[instruction]?.flags ?? [];
        return {
          suggestions: flags.map((flag) => ({
            label: flag,
            insertText: flag,
            range,
            kind: monaco.languages.CompletionItemKind.Property,
          })),
        };
      }
      if (follows || !/^\s*\w*$/.test(before)) return { suggestions: [] };
      return {
        suggestions: Object.entries(instructionWords).map(([name, { form, sentence }], at) => ({
          label: name,
          insertText: `${name} `,
          range,
          detail: form,
          documentation: sentence,
          sortText: String(at).padStart(2, "0"),
          kind: monaco.languages.CompletionItemKind.Keyword,
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider("dockerfile", {
    provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      const said =
        word && /^\s*$/.test(model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1))
          ? instructionWords[word.word.toUpperCase()]
          : undefined;
      return said ? { contents: [{ value: `\`${said.form}\`` }, { value: said.sentence }] } : undefined;
    },
  });
};
