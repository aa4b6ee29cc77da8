/** A layer to draw, from the keel up. */
export interface Plate {
  /** Bytes. */
  readonly size: number;
  /** `13.8 MB`. */
  readonly amount: string;
  readonly name: string;
  /** Of the Dockerfile. */
  readonly line?: number;
  /** The base; a layer made anew in this build; any other. */
  readonly kind: "base" | "again" | "layer";
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const THIN = 3;
const ROW = 22;

/** Steps of the draught marks: the smallest of 1, 2, 4 and 10 times a power of ten that gives at most four marks. */
const markStep = (megabytes: number): number => {
  for (let unit = 0.001; ; unit *= 10)
    for (const step of [1, 2, 4]) if (megabytes / (step * unit) <= 4) return step * unit;
};

/** Where each label stands, in pixels from the keel: beside its plate, pushed up by the one below. */
const labelPlaces = (centres: readonly number[], height: number): readonly number[] => {
  const places: number[] = [];
  centres.forEach((centre, at) => places.push(Math.max(centre, at === 0 ? 10 : (places[at - 1] ?? 0) + ROW)));
  // What was pushed over the top comes down again.
  for (let at = places.length - 1, top = height - 8; at >= 0; at -= 1, top -= ROW)
    places[at] = Math.min(places[at] ?? 0, top);
  return places;
};

/**
 * The hull as HTML: layers strictly to scale from the keel up, draught marks in MB, leaders to names. A layer too thin
 * to draw gets three pixels. For those who cannot see, the names are a list from the top layer down.
 */
export const hull = (plates: readonly Plate[], wanted: number): string => {
  const height = Math.max(wanted, plates.length * ROW + 12);
  const total = plates.reduce((sum, { size }) => sum + size, 0);
  const thin = plates.filter(({ size }) => total === 0 || (size / total) * height < THIN).length;
  const room = height - thin * THIN;
  const pixels = plates.map(({ size }) =>
    Math.max(THIN, total === 0 ? 0 : Math.round((size / total) * room)),
  );
  const step = markStep(total / 1e6);
  const marks: string[] = [];
  for (let mark = 0; mark * 1e6 <= total && marks.length < 6; mark += step) {
    const bottom = total === 0 ? 0 : Math.round(((mark * 1e6) / total) * room);
    marks.push(`<span style="bottom:${bottom}px">${Number(mark.toPrecision(3))}</span>`);
  }
  let keel = 0;
  const centres = pixels.map((size) => {
    keel += size;
    return keel - size / 2;
  });
  const places = labelPlaces(centres, height);
  const className = { base: "p1", again: "again", layer: "p2" } as const;
  const body = plates.map(
    ({ kind }, at) =>
      `<div class="${className[kind]}${(pixels[at] ?? 0) <= THIN ? " tiny" : ""}" style="height:${pixels[at]}px"></div>`,
  );
  const leaders = plates.map(({ kind }, at) => {
    const from = height - (centres[at] ?? 0);
    const to = height - (places[at] ?? 0);
    return `<path${kind === "again" ? ' class="hot"' : ""} d="M0 ${from}H8L22 ${to}H30"/>`;
  });
  const names = plates.map(
    ({ amount, name, kind }, at) =>
      `<li style="bottom:${places[at]}px"><b class="${kind === "again" ? "miss-text" : ""}">${escape(amount)}</b><code>${escape(name)}</code></li>`,
  );
  return `<div class="hull" style="height:${height}px"><div class="draught" aria-hidden="true">${marks.join("")}</div><div class="body" aria-hidden="true">${body.join("")}</div><svg class="lines" viewBox="0 0 30 ${height}" preserveAspectRatio="none" aria-hidden="true">${leaders.join("")}</svg><ol class="names" reversed>${names.join("")}</ol></div><div class="keel" aria-hidden="true"><i></i><i></i><i></i></div>`;
};
