import { createHash } from "node:crypto";

const hashed = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/**
 * The content security policy of every page: this site and nothing else, plus the inline scripts that are named by
 * their digest. Styles are inline because Monaco writes its own at run time; fonts of its icons come as `data:`.
 * The engine's worker is a file of its own and has no policy: what it compiles to WebAssembly is none of the page's script.
 */
export const policy = (...inlineScripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${inlineScripts.map(hashed).join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
