const two = (n: number): string => String(n).padStart(2, "0");

/**
 * RFC 3339 in UTC as Go writes it: trailing zeros of the fraction are left out.
 *
 * @param milliseconds since 1970, not negative
 */
export function timestamp(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const seconds = Math.floor(whole / 1000);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  // Years are counted from March, so that the leap day is a year's last; 719468 days lie between 0000-03-01 and 1970.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const fraction = String(whole - seconds * 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}T${clock}${fraction && `.${fraction}`}Z`;
}
