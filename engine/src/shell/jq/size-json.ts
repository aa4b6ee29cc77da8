import { isArray, isObject, type Json } from "./json.ts";

/** Items, members or characters that a value has by itself: what a copy of it costs. */
const sizeOf = (value: Json): number =>
  typeof value === "string" || isArray(value) ? value.length : isObject(value) ? value.size : 0;

/** Items that are copied in one step. */
const ITEMS = 32;

/** Steps that a copy of the value costs. */
export const copyWork = (value: Json): number => sizeOf(value) / ITEMS;

/** Steps of looking for each part of one value in the other. */
export const searchWork = (value: Json, other: Json): number => (sizeOf(value) * sizeOf(other)) / ITEMS;
