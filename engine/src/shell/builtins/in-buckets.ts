/**
 * Names in the order of a hash table of dash and ash, by which they list aliases and remembered commands: the bucket is the
 * first character times 16 and the sum of all, modulo the number of buckets; in one bucket the older name comes first.
 */
export function inBuckets(names: Iterable<string>, buckets: number): string[] {
  const bucketOf = (name: string): number => {
    let sum = name.charCodeAt(0) << 4;
    for (let i = 0; i < name.length; i++) sum += name.charCodeAt(i);
    return (sum & 0x7fff) % buckets;
  };
  return [...names].sort((a, b) => bucketOf(a) - bucketOf(b));
}
