import type { Image } from "../../build/image/image.ts";
import type { BuildRequest } from "../../build/request.ts";
import type { Network } from "../../shell/process.ts";

/** What the builder before BuildKit is asked, and whom it asks and tells. */
export interface LegacyRequest {
  readonly request: BuildRequest;
  readonly quiet: boolean;
  /** `--rm`: containers of steps go when the step is over. */
  readonly removes: boolean;
  /** The base behind a name, fetched where it is missing; `error` is all after `Error response from daemon: `. */
  readonly base: (reference: string) => Image | { readonly error: string };
  readonly network: Network;
  /** What the client prints, as it comes. */
  readonly say: (text: string) => void;
}
