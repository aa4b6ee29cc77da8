import { formatPlatform, normalPlatform, parsePlatform } from "../../build/plan/platform.ts";

/** The platform of every image here. */
const OWN = "linux/amd64";

/** What `--platform` asks for: the one that there is, another one in its usual spelling, or something that is none. */
export function askedPlatform(
  text: string,
): { readonly own: boolean; readonly platform: string } | { readonly error: string } {
  if (text === "") return { own: true, platform: OWN };
  const read = parsePlatform(text);
  if ("error" in read)
    return {
      error: `invalid platform: ${JSON.stringify(text)}: unknown operating system or architecture: invalid argument`,
    };
  const platform = formatPlatform(normalPlatform(read));
  return { own: platform === OWN, platform };
}
