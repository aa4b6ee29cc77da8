export const words = (text = ""): string[] => text.split(" ").filter(Boolean);

/** Lines of a user database that were written with spaces between them. */
export const passwd = (rows: string): string => `${rows.split(" ").join("\n")}\n`;
