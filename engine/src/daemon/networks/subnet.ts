/** A block of IPv4 addresses: `172.18.0.0/16`. */
export interface Subnet {
  /** The first address as a number. */
  readonly first: number;
  readonly bits: number;
}

/** `a.b.c.d` as a number; undefined where it is none. */
export function addressNumber(text: string): number | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

export const addressText = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

export const sizeOf = ({ bits }: Subnet): number => 2 ** (32 - bits);

/** `172.18.0.0/16`; undefined where it is none. The address may be any of the block, as Go's ParsePrefix has it. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = "", bits = "", ...more] = text.split("/");
  const number = addressNumber(address);
  if (number === undefined || more.length > 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32)
    return undefined;
  return { first: number - (number % 2 ** (32 - Number(bits))), bits: Number(bits) };
}

export const subnetText = (subnet: Subnet): string => `${addressText(subnet.first)}/${subnet.bits}`;

export const contains = (subnet: Subnet, address: number): boolean =>
  address >= subnet.first && address < subnet.first + sizeOf(subnet);

export const overlaps = (a: Subnet, b: Subnet): boolean => contains(a, b.first) || contains(b, a.first);
