import type { Session } from "../../session/session.ts";
import { isDockerfile, languageOf } from "./language-of.ts";
import { markVerdict } from "./mark-verdict.ts";
import { markers } from "./markers.ts";
import { monaco } from "./monaco.ts";
import type { MountedEditor, Told } from "./mounted-editor.ts";
import { problemsOf } from "./problems.ts";
import { editableFiles, textOf } from "../../session/facts/text-of.ts";
import { applyTheme } from "./theme.ts";

/** Monaco, with what the column beside its lines needs. */
export interface MonacoEditor extends MountedEditor {
  readonly instance: monaco.editor.IStandaloneCodeEditor;
}

/** Puts Monaco on the session's files into `host`. */
export const mountEditor = (session: Session, host: HTMLElement, first: string, told: Told): MonacoEditor => {
  applyTheme();
  const models = new Map<string, monaco.editor.ITextModel>();
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();
  let shown = first;

  const mark = (path: string, model: monaco.editor.ITextModel): void => {
    const problems = isDockerfile(path) ? problemsOf(model.getValue()) : [];
    monaco.editor.setModelMarkers(
      model,
      "drydock",
      problems.map(({ message, range }) => ({
        message,
        severity: monaco.MarkerSeverity.Error,
        startLineNumber: range.start.line,
        startColumn: range.start.column,
        endLineNumber: range.end.line,
        endColumn: Math.max(
          range.end.column,
          range.end.line === range.start.line ? range.start.column + 1 : 1,
        ),
      })),
    );
    if (path === "Dockerfile") later();
    if (path !== shown) return;
    told.lines(
      model.getLineCount() -
        (model.getLineLength(model.getLineCount()) === 0 && model.getLineCount() > 1 ? 1 : 0),
    );
    told.problems(problems.map(({ message, range }) => ({ message, line: range.start.line })));
  };
  // The build checks take a build: they wait until the typing pauses.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const model = models.get("Dockerfile");
      if (!model) return;
      const { Warning, Info } = monaco.MarkerSeverity;
      const version = model.getVersionId();
      // What was found in an older text says nothing about this one.
      const set = (owner: string, found: ReturnType<typeof markers>): void => {
        if (!model.isDisposed() && model.getVersionId() === version)
          monaco.editor.setModelMarkers(model, owner, found);
      };
      void session.warnings().then((found) => set("build-checks", markers(found, Warning)));
      void session.advice().then((found) => set("advice", markers(found, Info)));
    }, 500);
  };
  const modelFor = (path: string): monaco.editor.ITextModel => {
    const known = models.get(path);
    if (known) return known;
    const model = monaco.editor.createModel(textOf(session.$work.get().files, path) ?? "", languageOf(path));
    model.setEOL(monaco.editor.EndOfLineSequence.LF);
    models.set(path, model);
    model.onDidChangeContent(() => {
      session.edit(path, model.getValue());
      blame.clear();
      mark(path, model);
    });
    return model;
  };

  const instance = monaco.editor.create(host, {
    model: null,
    theme: "drydock",
    automaticLayout: true,
    ariaLabel: first,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--font-code"),
    fontSize: 13,
    lineHeight: 28,
    fontLigatures: false,
    padding: { top: 34, bottom: 10 },
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 0,
    folding: false,
    glyphMargin: false,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 16,
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: "none",
    contextmenu: false,
    links: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    quickSuggestions: { other: true, comments: false, strings: false },
    acceptSuggestionOnEnter: "off",
    wordBasedSuggestions: "off",
    suggest: { showWords: false, preview: false },
    occurrencesHighlight: "off",
    selectionHighlight: false,
    unicodeHighlight: { ambiguousCharacters: false },
    fixedOverflowWidgets: true,
    renderFinalNewline: "off",
    bracketPairColorization: { enabled: false },
    tabSize: 4,
    insertSpaces: true,
    detectIndentation: true,
  });
  const blame = instance.createDecorationsCollection();

  const show = (path: string): void => {
    if (shown !== path) views.set(shown, instance.saveViewState());
    shown = path;
    const model = modelFor(path);
    if (instance.getModel() !== model) {
      blame.clear();
      instance.setModel(model);
      instance.restoreViewState(views.get(path) ?? null);
    }
    instance.updateOptions({ ariaLabel: `${path}. Escape and then Tab leaves the editor.` });
    mark(path, model);
  };

  // Escape and then Tab leaves the editor, so that the keyboard is never caught in it.
  instance.onKeyDown((event) => {
    const escape = event.keyCode === monaco.KeyCode.Escape;
    if (escape) instance.updateOptions({ tabFocusMode: true });
    else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift)
      instance.updateOptions({ tabFocusMode: false });
  });
  instance.onDidBlurEditorText(() => instance.updateOptions({ tabFocusMode: false }));

  session.$work.listen(({ files }) => {
    for (const [path, model] of models) {
      const text = textOf(files, path);
      if (text === undefined) {
        models.delete(path);
        views.delete(path);
        if (shown !== path) model.dispose();
      } else if (text !== model.getValue()) {
        // As an edit of its own, so that Ctrl+Z takes back what a command or a reset did, and nothing that was typed.
        model.pushStackElement();
        model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
        model.pushStackElement();
      }
    }
    if (!models.has(shown)) show(editableFiles(files)[0] ?? "Dockerfile");
  });
  document.addEventListener("drydock:theme", applyTheme);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  show(first);
  markVerdict(session, instance, () => shown);
  // Widths were measured with whatever font was there.
  document.fonts.ready.then(() => monaco.editor.remeasureFonts()).catch(() => undefined);

  return {
    show,
    instance,
    reveal({ file, range }) {
      show(file);
      instance.setPosition({ lineNumber: range.start.line, column: range.start.column });
      instance.revealLineInCenterIfOutsideViewport(range.start.line);
      blame.set([
        {
          range: new monaco.Range(
            range.start.line,
            1,
            Math.max(range.start.line, range.end.column === 1 ? range.end.line - 1 : range.end.line),
            1,
          ),
          options: { isWholeLine: true, className: "blamed", marginClassName: "blamed-margin" },
        },
      ]);
      instance.focus();
    },
  };
};
