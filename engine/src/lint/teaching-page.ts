import { ruleSlug } from "./rule-slug.ts";

/** Where the course explains a teaching rule, from the site's root. */
export const teachingPage = (name: string): string => `/rules/${ruleSlug(name)}/`;
