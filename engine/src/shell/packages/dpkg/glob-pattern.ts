/** `*` and `?` as dpkg takes them, in time of at most both lengths multiplied. */
export function globPattern(glob: string): { test(text: string): boolean } {
  const test = (text: string): boolean => {
    let [at, on, star, mark] = [0, 0, -1, 0];
    while (at < text.length) {
      const wanted = glob[on];
      if (wanted === "*") {
        star = on++;
        mark = at;
      } else if (wanted !== undefined && (wanted === "?" || wanted === text[at])) {
        at++;
        on++;
      } else if (star >= 0) {
        on = star + 1;
        at = ++mark;
      } else return false;
    }
    while (glob[on] === "*") on++;
    return on === glob.length;
  };
  return { test };
}
