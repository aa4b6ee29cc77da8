/** The engine and the grader in a thread of their own: whatever a learner makes them do, the page stays alive. */
import { answerCalls } from "./answer-calls.ts";
import { holdLifeline } from "../vault/lifeline.ts";

answerCalls(globalThis);
const lifeline = `drydock:engine:${crypto.randomUUID()}`;
holdLifeline(lifeline, () => postMessage({ lifeline }));
