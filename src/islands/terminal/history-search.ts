import type { Key } from "./key.ts";
import type { LineState, Search } from "./line-state.ts";

interface Searched {
  readonly state: LineState;
  /** The search is over, and the key still has to do what it does. */
  readonly done: boolean;
  readonly bell: boolean;
}

const find = (history: readonly string[], query: string, from: number): number => {
  if (query === "") return -1;
  for (let place = Math.min(from, history.length - 1); place >= 0; place -= 1)
    if (history[place]?.includes(query)) return place;
  return -1;
};

/** One key of a ^R search: letters narrow it, ^R goes further back, ^C and Escape leave it, other keys take the line. */
export const search = (state: LineState, now: Search, key: Key): Searched => {
  const look = (query: string, from: number): Searched => {
    const place = find(state.history, query, from);
    if (place < 0)
      return {
        state: { ...state, search: { ...now, query, failed: query !== "" } },
        done: false,
        bell: query !== "",
      };
    const text = state.history[place] ?? "";
    const cursor = text.indexOf(query);
    return {
      state: { ...state, text, cursor, place, search: { ...now, query, place, failed: false } },
      done: false,
      bell: false,
    };
  };
  if (key.kind !== "press")
    return look(now.query + key.text.replaceAll("\n", " "), Math.min(now.place, state.history.length));
  switch (key.name) {
    case "Search":
      return look(now.query, now.place - 1);
    case "Backspace":
      return look(now.query.slice(0, -1), state.history.length);
    case "Interrupt":
    case "Escape":
      return {
        state: { ...state, ...now.before, place: state.history.length, search: undefined },
        done: false,
        bell: false,
      };
    default:
      return { state: { ...state, search: undefined }, done: true, bell: false };
  }
};
