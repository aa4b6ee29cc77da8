/** Thrown by a function of a template; the evaluator adds the place. */
export class CallError extends Error {}
