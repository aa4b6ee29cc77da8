import { handedAt } from "../handed/handed.ts";
import type { Entry, Layout } from "./layout.ts";

const isBundle = ({ name, folder }: Entry): boolean => !folder && /\.json$/i.test(name);

/** Each `.json` is a bundle that the page exported; its file name is the id. */
export const bundle: Layout = {
  name: "bundle",
  recognises: isBundle,
  read: ({ entries }) => ({
    handed: entries.filter(isBundle).map(({ path }) => handedAt(path)),
    left: entries.filter((entry) => !isBundle(entry)).map(({ name }) => name),
  }),
};
