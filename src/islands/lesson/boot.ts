import { openLesson } from "../../session/vault/open-lesson.ts";
import type { Session } from "../../session/session.ts";
import { mountChecks } from "../checks/mount-checks.ts";
import { element } from "../checks/element.ts";
import { editableFiles, textOf } from "../../session/facts/text-of.ts";
import type { MountedEditor, Place, Told } from "../editor/mounted-editor.ts";
import type { ComparedWith } from "../compare/open-compare.ts";
import { mountCache } from "../cache/mount-cache.ts";
import { mountChanges } from "../changes/mount-changes.ts";
import { mountCheckpoints } from "../changes/mount-checkpoints.ts";
import { mountLayers } from "../layers/mount-layers.ts";
import { mountMachine } from "../machine/mount-machine.ts";
import { mountPreview } from "../preview/mount-preview.ts";
import type { MountedTerminal } from "../terminal/mount-terminal.ts";
import { mountPlainSwitch } from "../terminal/plain-switch.ts";
import { mountFileTabs } from "./file-tabs.ts";
import { mountHandles } from "./handles.ts";
import { mountNewFile } from "./new-file.ts";
import { mountNotices } from "./notices.ts";
import { mountViews } from "./views.ts";
import { mountPredictions } from "./predictions.ts";
import { mountRuns } from "./runs.ts";
import { mountWorking } from "./working.ts";
import { estimatedSize } from "./estimated-size.ts";
import { mountTravelButtons } from "./travel-buttons.ts";
import { mountWorkMenu } from "./work-menu.ts";
import { find } from "./find.ts";

const isPhone = (): boolean => matchMedia("(max-width: 760px)").matches;
const goTo = (view: string): void => {
  document.body.dispatchEvent(new CustomEvent("drydock:go", { detail: view }));
};

/** Resolves once the element can be seen. */
const visible = (target: Element): Promise<void> =>
  new Promise((done) => {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      done();
    });
    watch.observe(target);
  });

const breathe = (): Promise<void> =>
  "scheduler" in globalThis && "yield" in globalThis.scheduler
    ? globalThis.scheduler.yield()
    : new Promise((done) => {
        setTimeout(done, 0);
      });

/** The editor, loaded when it is first wanted. */
const lazyEditor = (session: Session): { wanted(): Promise<MountedEditor>; show(file: string): void } => {
  const stage = find("[data-stage]");
  let shown = editableFiles(session.$work.get().files)[0] ?? "Dockerfile";
  let mounting: Promise<MountedEditor> | undefined;
  const tabs = mountFileTabs(session, shown, (file) => {
    shown = file;
    void mounting?.then((editor) => editor.show(file));
  });
  const problems = find("[data-problems]");
  const told: Told = {
    lines: (count) => {
      find("[data-line-count]").textContent = `${count} ${count === 1 ? "line" : "lines"}`;
    },
    problems: (all) => {
      const first = all[0];
      if (!first) {
        problems.replaceChildren();
        return;
      }
      const more = all.length === 1 ? "Line" : `${all.length} problems, the first on line`;
      const words = `${more} ${first.line}: ${first.message.replace(/^dockerfile parse error on line \d+: /, "")}`;
      // Written anew at each key, the same words would be read out each time.
      if (problems.textContent === words) return;
      const button = element("button", { type: "button", title: words }, words);
      const start = { line: first.line, column: 1 };
      button.addEventListener("click", () => void reveal({ file: shown, range: { start, end: start } }));
      problems.replaceChildren(button);
    },
  };
  const mount = async (): Promise<MountedEditor> => {
    const host = find("[data-editor]");
    if (matchMedia("(pointer: coarse)").matches) {
      const { mountTouchEditor } = await import("../editor/mount-touch-editor.ts");
      const editor = mountTouchEditor(session, host, shown, told);
      stage.dataset["ready"] = "";
      return editor;
    }
    // One after the other with a breath in between, so that no task is long.
    await import("../editor/monaco.ts");
    await breathe();
    const [{ mountEditor }, { mountLineColumn }] = await Promise.all([
      import("../editor/mount-editor.ts"),
      import("../editor/line-column.ts"),
    ]);
    await breathe();
    const editor = mountEditor(session, host, shown, told);
    mountLineColumn(session, editor, find("[data-lines]"));
    stage.dataset["ready"] = "";
    return editor;
  };
  const wanted = (): Promise<MountedEditor> => (mounting ??= mount());
  const reveal = async (place: Place): Promise<void> => {
    tabs.select(place.file);
    (await wanted()).reveal(place);
  };
  // Until the editor is here, what was written last time stands in its place.
  const starter = stage.querySelector(".starter");
  const text = textOf(session.$work.get().files, shown);
  if (starter && text !== undefined && text !== textOf(session.lesson.start, shown))
    starter.replaceChildren(
      ...text
        .replace(/\n$/, "")
        .split("\n")
        .map((line) => element("span", {}, line === "" ? " " : line)),
    );
  return { wanted, show: tabs.select };
};

/** The terminal, loaded when it is first wanted. */
const lazyTerminal = (
  session: Session,
  openFile: (file: string) => void,
): (() => Promise<MountedTerminal>) => {
  let mounting: Promise<MountedTerminal> | undefined;
  const wanted = (): Promise<MountedTerminal> =>
    (mounting ??= import("../terminal/mount-terminal.ts").then(({ mountTerminal }) => {
      document.querySelector(".waiting")?.remove();
      return mountTerminal(session, find("[data-screen]"), openFile);
    }));
  mountPlainSwitch(session, wanted);
  return wanted;
};

/** Brings a lesson to life: the session, then each pane when it can be seen. */
export const boot = async (): Promise<void> => {
  const main = find("main");
  const session = await openLesson(main.dataset["source"] ?? "", main.dataset["judgesSession"] !== undefined);
  session.resize(estimatedSize(find("[data-screen]")));
  const editor = lazyEditor(session);
  const terminal = lazyTerminal(session, (file) => {
    if (isPhone()) goTo("edit");
    editor.show(file);
    const start = { line: 1, column: 1 };
    void editor.wanted().then((mounted) => mounted.reveal({ file, range: { start, end: start } }));
  });
  const reveal = (place: Place): void => {
    if (isPhone()) goTo("edit");
    editor.show(place.file);
    void editor.wanted().then((mounted) => mounted.reveal(place));
  };
  const compare = (first: ComparedWith): void => {
    void import("../compare/open-compare.ts").then(({ openCompare }) => openCompare(session, first));
  };
  const { next, nextName } = main.dataset;
  const link =
    next === undefined
      ? undefined
      : element("a", { class: "button primary", href: next }, `Next: ${nextName}`);
  mountChecks(
    session,
    find("[data-criteria]"),
    find("[data-score]"),
    find("[data-verdict]"),
    link,
    reveal,
    () => compare("solution"),
  );
  find("[data-compare]").addEventListener("click", () => compare("start"));
  mountLayers(session, find("[data-layers]"));
  mountCache(session, find("[data-cache]"), reveal);
  const say = (words: string): void => find("[data-travelled]").replaceChildren(words);
  mountMachine(session, find("[data-machine]"));
  mountPreview(session, find("[data-preview]"));
  mountChanges(session, find("[data-changes]"));
  mountCheckpoints(session, find("[data-changes]"), say);
  mountTravelButtons(session, say);
  mountViews(find("[data-views]"));
  mountHandles();
  mountNotices(session);
  mountNewFile(session, editor.show);
  mountWorkMenu(session);
  mountPredictions(session);
  mountWorking(session);
  mountRuns(session, async (line) => {
    if (isPhone()) goTo("terminal");
    return (await terminal()).type(line);
  });
  document.body.addEventListener("drydock:take-up", () => {
    const left = session.takeUnfinished();
    if (!left) return;
    if (isPhone()) goTo("terminal");
    void terminal().then(({ type }) => type(left.line, left.typed));
  });

  const check = (): void => {
    if (!session.$checking.get()) void session.check();
    if (isPhone()) goTo("check");
  };
  for (const button of document.querySelectorAll("[data-check]")) {
    button.addEventListener("click", check);
  }
  addEventListener(
    "keydown",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.key === "Enter") {
        event.preventDefault();
        // The editor would begin a new line.
        event.stopPropagation();
        check();
      } else if (event.key.toLowerCase() === "s") {
        event.preventDefault();
        void session.flush();
      }
    },
    true,
  );
  const leave = (): void => void session.flush();
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", leave);
  document.documentElement.dataset["session"] = "ready";

  void visible(find("[data-stage]")).then(() => editor.wanted());
  void visible(find("[data-terminal]")).then(() => terminal());
};
