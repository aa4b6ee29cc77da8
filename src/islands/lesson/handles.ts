import { find } from "./find.ts";
import { readShares, showShares, writeShares } from "./pane-shares.ts";

const STEP = 2;

/** What a handle moves: along which axis, in whose room, and whether its pane is the one before or after it. */
interface Handle {
  readonly axis: "x" | "y";
  readonly room: string;
  readonly pane: string;
  readonly after?: boolean;
  readonly least: number;
  readonly most: number;
}

const handles: Readonly<Record<string, Handle>> = {
  read: { axis: "x", room: "body", pane: ".read", least: 20, most: 50 },
  rail: { axis: "x", room: ".dock", pane: ".col.rail", after: true, least: 20, most: 60 },
  terminal: { axis: "y", room: ".col.work", pane: ".pane.editor", least: 15, most: 85 },
  views: { axis: "y", room: ".col.rail", pane: ".pane.checks", least: 15, most: 85 },
};

const mount = (bar: HTMLElement, name: string, { axis, room, pane, after, least, most }: Handle): void => {
  const lengthOf = (selector: string): number => {
    const { width, height } = find(selector).getBoundingClientRect();
    return axis === "x" ? width : height;
  };
  const now = (): number => Math.round((100 * lengthOf(pane)) / Math.max(1, lengthOf(room)));
  const tell = (): void => bar.setAttribute("aria-valuenow", String(Math.min(most, Math.max(least, now()))));
  const move = (share: number | undefined): void => {
    const { [name]: _, ...others } = readShares();
    const shares =
      share === undefined ? others : { ...others, [name]: Math.min(most, Math.max(least, share)) };
    showShares(shares);
    writeShares(shares);
    tell();
  };
  bar.setAttribute("aria-valuemin", String(least));
  bar.setAttribute("aria-valuemax", String(most));
  bar.addEventListener("keydown", (event) => {
    const sign = after ? -1 : 1;
    const by = { ArrowLeft: -sign, ArrowRight: sign, ArrowUp: -sign, ArrowDown: sign }[event.key];
    const across = axis === "x" ? /^Arrow(?:Up|Down)$/ : /^Arrow(?:Left|Right)$/;
    if (event.key === "Home") move(least);
    else if (event.key === "End") move(most);
    else if (event.key === "Enter") move(undefined);
    else if (by !== undefined && !across.test(event.key)) move(now() + by * STEP);
    else return;
    event.preventDefault();
  });
  bar.addEventListener("dblclick", () => move(undefined));
  bar.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener("pointermove", (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = find(room).getBoundingClientRect();
    const share =
      axis === "x" ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    move(Math.round(1000 * (after ? 1 - share : share)) / 10);
  });
  new ResizeObserver(tell).observe(find(pane));
};

/** The lines between the panes, to be moved by pointer and by keys; a double click or Enter puts one back. */
export const mountHandles = (): void => {
  for (const bar of document.querySelectorAll<HTMLElement>("[data-handle]")) {
    const name = bar.dataset["handle"] ?? "";
    const handle = handles[name];
    if (handle) mount(bar, name, handle);
  }
};
