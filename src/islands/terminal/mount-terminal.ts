import type { Asking } from "../../session/machine/run-to-its-end.ts";
import type { Ran } from "../../session/machine/machine.ts";
import type { Session } from "../../session/session.ts";
import { editAnswer, typedKeys } from "./answer-editor.ts";
import { complete } from "./complete.ts";
import { drawLine, redraw } from "./draw-line.ts";
import { readKeys, type Key } from "./key.ts";
import { edit, type Effect } from "./line-editor.ts";
import { emptyLine, type LineState } from "./line-state.ts";
import { letKeyboardLeave } from "./let-keyboard-leave.ts";
import { openTerminal } from "./open-terminal.ts";
import { lengthOf, outputAfter } from "./output-after.ts";
import { play, type Playing } from "./play.ts";
import { terminalOutput, type TerminalPiece } from "./terminal-output.ts";
import { completableOf } from "./completable.ts";
import { editorLine } from "./editor-line.ts";
import { onInsertedText } from "./inserted-text.ts";
import { wrapWords } from "./wrap-words.ts";
import { LONGEST_LINE } from "../../session/vault/work.ts";

export interface MountedTerminal {
  /** Types a line and runs it, once what runs now has ended. @param first typed to it before anybody is asked */
  type(line: string, first?: readonly string[]): Promise<Ran>;
  focus(): void;
}

const GREETING = "A machine of your own, with Docker 28. Type help to see what it knows.";
const coloured = (prompt: string): string => `\x1b[90m${prompt}\x1b[39m`;
const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
/** What a command's output stops with, as a prompt: the line that has no end. */
const lastLine = ({ output }: Ran): string =>
  output
    .map(({ text }) => text)
    .join("")
    .split("\n")
    .at(-1) ?? "";
const onScreen = (text: string): string => text.replace(/\r?\n/g, "\r\n");

/** Puts a terminal on the session's machine into `screen`. `openFile` shows a file of the folder in the editor. */
export const mountTerminal = (
  session: Session,
  screen: HTMLElement,
  openFile: (file: string) => void,
): MountedTerminal => {
  const { terminal, fit } = openTerminal(screen);
  const refit = (): void => {
    if (screen.clientWidth > 40 && screen.clientHeight > 20) fit.fit();
    session.resize({ columns: terminal.cols, rows: still() ? 0 : terminal.rows });
  };
  refit();

  let line = emptyLine(session.$work.get().commands.map((command) => command.line));
  let cursorRow = 0;
  let playing: Playing | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Settles when the command that runs is over and shown. */
  let shown: Promise<unknown> = Promise.resolve();
  let waiting: Key[] = [];
  /** A command runs; what is typed waits, unless the command asks for it. */
  let running = false;
  let asking: Asking | undefined;
  /** The shell's own line while a command asks for others, and how many characters of the command's output are shown. */
  let shell: LineState | undefined;
  let told = 0;
  /** What was typed to the shell of a container, for the arrow keys. */
  let inside: readonly string[] = [];
  let printed = session.$log.get();

  const draw = (): void => {
    const asked = asking && lastLine(asking.ran);
    const prompt = asked ?? session.standing().prompt;
    const shown = asking?.ran.wants === "secret" ? emptyLine() : line;
    const drawn = drawLine(shown, prompt, asked ?? coloured(prompt), terminal.cols);
    terminal.write(redraw(drawn, cursorRow));
    cursorRow = drawn.cursorRow;
  };
  /** Leaves the line on the screen as it is, the cursor below it. */
  const leave = (): void => {
    line = { ...line, cursor: line.text.length, search: undefined };
    draw();
    terminal.write("\r\n");
    cursorRow = 0;
  };
  const print = ({ text }: TerminalPiece): void => {
    if (text !== "") terminal.write(onScreen(text));
  };
  const freshLine = (ran: Ran | undefined): void => {
    const last = ran?.output.at(-1)?.text ?? "\n";
    if (!last.endsWith("\n")) terminal.write("\r\n");
  };
  const said = (ran: Ran): void => {
    terminal.write(`${coloured(ran.prompt)}${onScreen(ran.line).replaceAll("\r\n", "\r\n> ")}\r\n`);
    for (const piece of terminalOutput(ran.output, false)) print(piece);
  };
  const past = (ran: Ran): void => {
    said(ran);
    freshLine(ran);
  };
  const whole = (): void => {
    terminal.reset();
    terminal.write("\x1b[?2004h");
    cursorRow = 0;
    const log = session.$log.get();
    printed = log;
    if (log.length === 0) terminal.write(`${coloured(onScreen(wrapWords(GREETING, terminal.cols)))}\r\n`);
    for (const ran of log) past(ran);
    // A command that asks for something stands at the end, its question as the prompt.
    if (asking) said(asking.ran);
    draw();
  };

  const run = (text: string, first?: readonly string[]): Promise<Ran> => {
    const mine = runNow(text, first);
    shown = mine.catch(() => undefined);
    return mine;
  };
  const runNow = async (text: string, first?: readonly string[]): Promise<Ran> => {
    running = true;
    told = 0;
    let ran: Ran;
    try {
      ran = await session.run(text, first);
      await show(ran);
    } finally {
      running = false;
      asking = undefined;
      if (shell) line = shell;
      shell = undefined;
      inside = [];
      printed = session.$log.get();
    }
    freshLine(ran);
    draw();
    takeWaiting();
    return ran;
  };
  /** Shows what is new of a command's output. */
  const show = async ({ output }: Ran): Promise<void> => {
    const left = outputAfter(output, told);
    told = lengthOf(output);
    playing = play(terminalOutput(left, !still()), print, still());
    await playing.done;
    playing = undefined;
  };
  const takeWaiting = (): void => {
    const typed = waiting;
    waiting = [];
    for (const key of typed) press(key);
  };
  const ask = async (now: Asking): Promise<void> => {
    if (now.cut) {
      terminal.write("^C\r\n");
      told = lengthOf(now.ran.output);
    }
    await show(now.ran);
    if (session.$asking.get() !== now) return;
    asking = now;
    shell ??= line;
    line = emptyLine(now.ran.wants === "command" ? inside : []);
    cursorRow = 0;
    draw();
    takeWaiting();
  };
  /** A key while a command asks for something. What is handed in the engine says again in the output, unless it is secret. */
  const pressAnswer = (key: Key, now: Asking): void => {
    const before = line;
    const { state, effect } = editAnswer(line, key, now.ran.wants);
    line = state;
    if (!effect) {
      draw();
      return;
    }
    line = effect.kind === "discard" ? { ...before, text: `${before.text}^C` } : before;
    if (effect.kind === "discard" || (effect.kind === "reply" && now.ran.wants !== "secret")) leave();
    line = state;
    if (effect.kind === "discard") {
      draw();
      return;
    }
    if (now.ran.wants === "command") inside = state.history;
    asking = undefined;
    if (effect.kind === "reply") {
      if (now.ran.wants !== "secret") told += effect.line.length + 1;
      now.reply(`${effect.line}\n`);
    } else now.reply(effect.kind === "end" ? "\u0004" : undefined);
  };
  const say = (text: string): void => {
    terminal.write(`${coloured(onScreen(wrapWords(text, terminal.cols)))}\r\n`);
    draw();
  };
  const edits = (file: string): void => {
    if (!(file in session.$work.get().files)) session.edit(file, "");
    say(`${file} is open in the editor. What you write there is in this folder at once.`);
    openFile(file);
  };
  const refuse = (length: number): void =>
    say(`Drydock takes ${LONGEST_LINE} characters at once, and these are ${length}. Paste them in parts.`);
  const act = (effect: Effect, before: typeof line): void => {
    switch (effect.kind) {
      case "submit": {
        const after = line;
        line = { ...before, text: effect.line };
        leave();
        line = after;
        const file = editorLine(effect.line, session.standing().prompt);
        if (effect.line.trim() === "clear") act({ kind: "clear" }, before);
        else if (file !== undefined) edits(file);
        else if (effect.line.length > LONGEST_LINE) refuse(effect.line.length);
        else if (effect.line.trim() === "") draw();
        else void run(effect.line);
        return;
      }
      case "interrupt": {
        const after = line;
        line = { ...before, text: `${before.text}^C` };
        leave();
        line = after;
        draw();
        return;
      }
      case "clear": {
        terminal.write("\x1b[2J\x1b[3J\x1b[H");
        cursorRow = 0;
        draw();
        return;
      }
      case "list": {
        const after = line;
        leave();
        terminal.write(`${effect.choices.slice(0, 100).join("  ")}\r\n`);
        line = after;
        draw();
        return;
      }
      case "bell":
        draw();
    }
  };
  const press = (key: Key): void => {
    if (running) {
      const interrupts = key.kind === "press" && key.name === "Interrupt";
      // Answer by answer: the next one belongs to what the command asks then.
      if (asking)
        for (const one of typedKeys(key))
          if (asking) pressAnswer(one, asking);
          else waiting.push(one);
      else if (!interrupts) waiting.push(key);
      else if (playing) playing.finish();
      else session.interrupt();
      return;
    }
    const before = line;
    const edited = edit(line, key, (text, cursor) => complete(text, cursor, completableOf(session)));
    line = edited.state;
    if (edited.effect) act(edited.effect, before);
    else draw();
  };
  const take = (data: string): void => {
    for (const key of readKeys(data)) press(key);
  };
  terminal.onData(take);
  if (terminal.textarea) onInsertedText(terminal.textarea, take);

  letKeyboardLeave(terminal);

  new ResizeObserver(() => {
    const before = terminal.cols;
    refit();
    if (terminal.cols !== before && (!running || asking)) whole();
  }).observe(screen);
  // Another machine: a reset, an opened file, another tab's work. What runs here is shown as it runs.
  session.$log.listen((log) => {
    if (!running || printed.some((ran, at) => log[at] !== ran)) whole();
  });
  session.$asking.listen((now) => {
    if (now) void ask(now);
    else asking = undefined;
  });
  whole();
  // Cells were measured with whatever font was there.
  document.fonts.ready
    .then(() => {
      terminal.options.fontFamily = `${terminal.options.fontFamily} `;
      refit();
    })
    .catch(() => undefined);

  return {
    type(text, first) {
      // One after the other, however fast the buttons are pressed.
      const mine = turn.then(async () => {
        while (running) await shown;
        line = { ...emptyLine(line.history), text, cursor: text.length };
        const submitted = edit(line, { kind: "press", name: "Enter" }, () => ({ start: 0, choices: [] }));
        leave();
        line = submitted.state;
        return run(text, first);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    focus: () => terminal.focus(),
  };
};
