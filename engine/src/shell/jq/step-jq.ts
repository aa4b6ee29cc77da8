import { isArray, isObject, type Json } from "./json.ts";
import { described, index, JqError, type Path, shown } from "./paths-jq.ts";
import { INVALID, type Place, type Places, plain } from "./place-jq.ts";

const noPath = (value: Json): JqError => new JqError(`Invalid path expression with result ${shown(value)}`);

/** Into a value, with its path where one is kept. @throws {JqError} */
export function step(of: Place, key: Json): Place {
  if (of.path === INVALID) throw noPath(of.value);
  const value = index(of.value, key);
  return of.path === undefined ? plain(value) : { value, path: [...of.path, key] };
}

/** `.[]`. @throws {JqError} */
export function* each({ value, path }: Place): Places {
  if (!isArray(value) && !isObject(value)) throw new JqError(`Cannot iterate over ${described(value)}`);
  if (path === INVALID) throw noPath(value);
  for (const [key, item] of isArray(value) ? value.entries() : value)
    yield { value: item, path: path && [...path, key] };
}

/** The path of a result. @throws {JqError} where it was computed, not found */
export function pathOf(place: Place): Path {
  if (place.path === INVALID || place.path === undefined) throw noPath(place.value);
  return place.path;
}
