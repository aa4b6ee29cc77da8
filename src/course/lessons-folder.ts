import { resolve } from "node:path";

/** Where the course lies. Authors who keep their lessons elsewhere set `DRYDOCK_LESSONS`. */
export const lessonsFolder: string = resolve(process.env["DRYDOCK_LESSONS"] ?? "lessons");
