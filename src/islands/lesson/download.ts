import type { Session } from "../../session/session.ts";

/** Hands the work out as a file, named after the lesson. */
export const download = async (session: Session): Promise<void> => {
  const url = URL.createObjectURL(new Blob([await session.bundle()], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${session.lesson.id.replaceAll("/", "-")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
