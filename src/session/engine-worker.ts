/** The engine and the grader in a thread of their own: whatever a learner makes them do, the page stays alive. */
import { answerCalls } from "./answer-calls.ts";

answerCalls(globalThis);
