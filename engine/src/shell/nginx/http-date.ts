import { formatTime } from "../time/civil-time.ts";

/** `Sat, 21 Nov 2026 11:09:17 GMT` (RFC 9110, 5.6.7). */
export const httpDate = (seconds: number): string =>
  formatTime("%a, %d %b %Y %H:%M:%S GMT", Math.floor(seconds));
