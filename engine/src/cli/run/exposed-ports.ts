/** `80`, `80-82/udp` of `--expose` as ports with their protocols; `error` is all after `docker: ` (docker/cli opts.go, parse). */
export function exposedPorts(texts: readonly string[]): readonly string[] | { readonly error: string } {
  const ports: string[] = [];
  for (const text of texts) {
    if (text.includes(":")) return { error: `invalid port format for --expose: ${text}` };
    const [range = "", protocol = "tcp"] = text.split("/");
    const invalid = (why: string): { readonly error: string } => ({
      error: `invalid range format for --expose: ${text}, error: ${why}`,
    });
    if (range === "") return invalid("Empty string specified for ports.");
    const ends = range.includes("-") ? range.split(/-(.*)/s).slice(0, 2) : [range, range];
    const numbers: number[] = [];
    for (const end of ends) {
      const quoted = JSON.stringify(end);
      if (!/^\d+$/.test(end)) return invalid(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
      if (Number(end) > 65_535) return invalid(`strconv.ParseUint: parsing ${quoted}: value out of range`);
      numbers.push(Number(end));
    }
    const [first = 0, last = 0] = numbers;
    if (last < first) return invalid(`invalid range specified for port: ${range}`);
    for (let port = first; port <= last; port++) ports.push(`${port}/${protocol.toLowerCase()}`);
  }
  return ports;
}
