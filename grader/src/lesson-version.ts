import { digestOf, encode, type FileState } from "@drydock/engine";

type Value = FileState[string];

/** Base64 to bytes; characters that are no base64 are skipped. */
export function bytesOfBase64(text: string): Uint8Array {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const out: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(out);
}

function lineOf(path: string, value: Value): string {
  const [mode, bytes] =
    typeof value === "string"
      ? ["0644", encode(value)]
      : "link" in value
        ? ["link", encode(value.link)]
        : "base64" in value
          ? [(value.mode ?? "0644").padStart(4, "0"), bytesOfBase64(value.base64)]
          : [(value.mode ?? "0644").padStart(4, "0"), encode(value.text)];
  return `${path}\0${mode}\0${digestOf(bytes).slice("sha256:".length)}\n`;
}

/** One digest of a set of files: sha256 over the sorted lines `path NUL mode NUL sha256 LF`. A symlink's mode is `link`, its bytes the target. */
export const digestOfFiles = (files: FileState): string =>
  digestOf(
    Object.entries(files)
      .map(([path, value]) => lineOf(path, value))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .join(""),
  );

/**
 * A lesson's content version: what its verdicts depend on.
 *
 * `files` are the lesson's own, by path below its folder; only rubric.yaml, start/, solution/ and files of
 * behaviour (`behaviour…`) count, so prose and recorded attempts do not change it.
 */
export const lessonVersion = (files: FileState): string =>
  digestOfFiles(
    Object.fromEntries(
      Object.entries(files).filter(([path]) => /^(?:rubric\.yaml$|behaviour|start\/|solution\/)/.test(path)),
    ),
  );
