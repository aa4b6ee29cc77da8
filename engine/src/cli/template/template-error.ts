/** Why a template cannot be read or run: all after `template parsing error: `. */
export class TemplateError extends Error {}
