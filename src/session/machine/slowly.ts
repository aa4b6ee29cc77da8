import type { WritableAtom } from "nanostores";

/** What takes longer is said, in milliseconds. */
const MOMENT = 300;

/** Sets `$slow` while the work takes longer than a moment. */
export const slowly = <T>($slow: WritableAtom<boolean>, work: Promise<T>): Promise<T> => {
  const timer = setTimeout(() => $slow.set(true), MOMENT);
  return work.finally(() => {
    clearTimeout(timer);
    $slow.set(false);
  });
};
