import { checkShell } from "./cases/check-shell.ts";
import { testCases } from "./cases/case-tests.ts";

testCases(checkShell());
