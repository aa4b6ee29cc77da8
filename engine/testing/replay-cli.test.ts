import { testTranscripts } from "./replay/replay-tests.ts";

testTranscripts("cli/");
