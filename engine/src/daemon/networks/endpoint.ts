/** A container's place in one network. */
export interface Endpoint {
  /** The network's name; as it was typed where there is none of that name yet. */
  readonly network: string;
  /** Empty until the network has been found. */
  readonly networkId: string;
  /** Names that were asked for beside the container's own. */
  readonly aliases: readonly string[];
  /** The address that was asked for. */
  readonly wanted: string | undefined;
  /** The last address that it had; it is its own only while the container is up. */
  readonly address: string;
}
