import { humanSize } from "@drydock/engine";

/** `9.3 s`, as the site writes durations. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `13.8 MB`: Docker's figure, with a space. */
export const size = (bytes: number): string => humanSize(bytes).replace(/(?<=\d)(?=[A-Za-z])/, " ");
