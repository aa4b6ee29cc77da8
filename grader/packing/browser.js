/* What a bundler for pages finds in place of the library: the same names, and why they are of no use there. */
const refuse = () => {
  throw new Error(
    "drydock-grade reads lessons and submissions from a disk: it runs in Node, and not in a page. Grade on a server, and show its report.",
  );
};

export const version = undefined;
export const grade = refuse;
export const readReport = refuse;
export class LessonError extends Error {}
