const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** A path of this site, also where the site stands below `/`: `href("/course/")`. */
export const href = (path: string): string => `${base}${path}`;
