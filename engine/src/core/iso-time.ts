/** RFC 3339 of milliseconds since 1970, as Docker writes times, without needless zeros. */
export function isoTime(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const days = Math.floor(whole / 86_400_000);
  const rest = whole - days * 86_400_000;
  // Days to civil date (Gregorian, proleptic): eras of 400 years that begin on 1 March.
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const day = z - era * 146_097;
  const year = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  );
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const two = (n: number): string => String(n).padStart(2, "0");
  const date = `${String(year + era * 400 + (month >= 10 ? 1 : 0)).padStart(4, "0")}-${two(month < 10 ? month + 3 : month - 9)}-${two(dayOfYear - Math.floor((153 * month + 2) / 5) + 1)}`;
  const seconds = Math.floor(rest / 1000);
  const fraction =
    rest % 1000 === 0
      ? ""
      : `.${String(rest % 1000)
          .padStart(3, "0")
          .replace(/0+$/, "")}`;
  return `${date}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}Z`;
}

/** Milliseconds since 1970 of an RFC 3339 time in UTC; undefined if it is none. */
export function parseIsoTime(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?Z$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const days =
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
  return (
    ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + Math.floor(Number(match[7] ?? 0) * 1000)
  );
}
