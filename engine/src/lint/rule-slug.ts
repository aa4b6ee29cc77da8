/** A rule's name in an address: `json-args-recommended` for `JSONArgsRecommended`. */
export const ruleSlug = (name: string): string =>
  name.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase();
