/** Any JSON value, as data that nobody changes. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
