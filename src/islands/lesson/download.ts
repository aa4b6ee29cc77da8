import type { Session } from "../../session/session.ts";
import { handOut } from "../hand-out.ts";

/** Hands the work out as a file, named after the lesson. */
export const download = async (session: Session): Promise<void> =>
  handOut(await session.bundle(), `${session.lesson.id.replaceAll("/", "-")}.json`);
