/** Sizes as apt prints them, `59.4 k`, `9678 k`, `1108 ` (apt-pkg/contrib/strutl.cc, SizeToStr). */
export function sizeText(bytes: number): string {
  let size = Math.max(bytes, 0);
  for (const unit of ["", "k", "M", "G"]) {
    if (size < 100 && unit !== "") return `${size.toFixed(1)} ${unit}`;
    if (size < 10_000) return `${size.toFixed(0)} ${unit}`;
    size /= 1000;
  }
  return `${size.toFixed(1)} T`;
}

/** Durations as apt prints them, to whole seconds. */
export const secondsText = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return whole >= 60 ? `${Math.floor(whole / 60)}min ${whole % 60}s` : `${whole}s`;
};

/** Names in lines of two spaces and at most 80 columns, as apt lists packages. */
export function nameLines(names: readonly string[]): string {
  let text = "";
  let line = " ";
  for (const name of names) {
    if (line.length + name.length + 1 > 79) {
      text += `${line}\n`;
      line = " ";
    }
    line += ` ${name}`;
  }
  return line === " " ? text : `${text}${line}\n`;
}
