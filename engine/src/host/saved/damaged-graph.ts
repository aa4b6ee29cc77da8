/** What was read is nothing that was ever written. */
export class DamagedGraph extends Error {
  override readonly name = "DamagedGraph";
}
