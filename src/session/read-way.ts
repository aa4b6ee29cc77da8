import type { History } from "@drydock/engine";
import type { Place } from "./place.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isListOf = <T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is);

const isCommand = (value: unknown): value is Place["commands"][number] =>
  isObject(value) && typeof value["line"] === "string";

const isRan = (value: unknown): value is Place["log"][number] =>
  isObject(value) &&
  typeof value["line"] === "string" &&
  typeof value["prompt"] === "string" &&
  typeof value["exitCode"] === "number" &&
  isObject(value["files"]) &&
  Array.isArray(value["builds"]) &&
  Array.isArray(value["output"]) &&
  value["output"].every((piece) => isObject(piece) && typeof piece["text"] === "string");

const isPlace = (value: unknown): value is Place =>
  isObject(value) &&
  isListOf(value["commands"], isCommand) &&
  isListOf(value["log"], isRan) &&
  isObject(value["snapshots"]) &&
  isObject(value["found"]) &&
  isObject(value["files"]) &&
  typeof value["moment"] === "number";

/** What was saved beside a machine, as the way that led to it; undefined where it is none. */
export const readWay = (beside: unknown): History<Place> | undefined => {
  if (!isObject(beside)) return undefined;
  const { past, present, future, checkpoints } = beside;
  if (!isListOf(past, isPlace) || !isListOf(future, isPlace) || !isPlace(present)) return undefined;
  if (!(checkpoints instanceof Map)) return undefined;
  const named = [...(checkpoints as ReadonlyMap<unknown, unknown>)].filter(
    (entry): entry is [string, Place] => typeof entry[0] === "string" && isPlace(entry[1]),
  );
  return { past, present, future, checkpoints: new Map(named) };
};
