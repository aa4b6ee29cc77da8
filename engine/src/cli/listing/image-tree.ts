import { shortId } from "../../core/digest.ts";
import type { LiveView } from "../../core/live-view.ts";
import { humanSize } from "../../core/size.ts";
import { drawnOnce } from "../text/drawn-once.ts";
import { ellipsis } from "../text/table.ts";

/** One image of the tree. */
interface TreeImage {
  readonly id: string;
  readonly size: number;
  /** `repository:tag`, in the engine's order. */
  readonly tags: readonly string[];
  readonly inUse: boolean;
}

/** What a piece of text is drawn with at a terminal; nothing where nobody sits at one. */
type Paint = (text: string) => string;

const WARNING =
  "WARNING: This is an experimental feature. The output may change and shouldn't be depended on.";
const GAP = "   ";
/** Columns of an output that is no terminal, and the fewest that are reckoned with. */
const PLAIN = 80;
const NARROWEST = 20;
/** A first column narrower than this drops the last ones. */
const LEAST_NAME = 12;

const painted = (...codes: readonly string[]): Paint => {
  const begin = codes.map((code) => `\x1b[${code}m`).join("");
  return (text) => `${begin}${text}\x1b[0m`;
};
const bare: Paint = (text) => text;
/** Headings are bold wherever they go [measured on Docker 28.5.2]. */
const heading = painted("39", "1");

const cell = (text: string, width: number, right: boolean, paint: Paint): string => {
  const fill = " ".repeat(Math.max(0, width - [...text].length));
  const shown = text === "" ? "" : paint(ellipsis(text, width));
  return right ? fill + shown : shown + fill;
};

interface Column {
  readonly title: string;
  readonly width: number;
  readonly right?: boolean;
  readonly chip?: boolean;
  readonly of: (image: TreeImage) => string;
}

/** An image that a container has: a letter, and at a terminal a chip of three cells. */
const used = (terminal: boolean): string => (terminal ? " U " : "U");

const columnsFor = (terminal: boolean): readonly Column[] => [
  { title: "ID", width: 12, of: ({ id }) => shortId(id) },
  { title: "DISK USAGE", width: 10, right: true, of: ({ size }) => humanSize(size) },
  // The classic store keeps no content beside what is unpacked.
  { title: "CONTENT SIZE", width: 12, right: true, of: () => humanSize(0) },
  { title: "EXTRA", width: 5, chip: true, of: ({ inUse }) => (inUse ? used(terminal) : "") },
];

/** The text for so many columns, or for no terminal (docker/cli, cli/command/image/tree.go). */
function treeText(images: readonly TreeImage[], columns: number | undefined): string {
  const terminal = columns !== undefined;
  const paint = (...codes: readonly string[]): Paint => (terminal ? painted(...codes) : bare);
  const width = Math.max(NARROWEST, columns ?? PLAIN);
  const chip = paint("38;5;0", "48;5;14");
  const legend = terminal
    ? `${painted("1", "106", "30")("i")}\x1b[0m ${painted("96")("Info → ")}\x1b[0m ${chip(" U ")} In Use `
    : "Info ->  U In Use ";
  const legendWidth = terminal ? "i Info →   U  In Use ".length : legend.length;
  let room = width;
  const kept: Column[] = [];
  for (const column of columnsFor(terminal)) {
    const taken = column.width + GAP.length;
    if (room - taken < LEAST_NAME) break;
    room -= taken;
    kept.push(column);
  }
  const names = images.flatMap(({ tags }) => tags.map((tag) => tag.length));
  const nameWidth = Math.min(room, Math.max("Image".length, ...names));
  const line = (first: string, cells: readonly string[]): string => [first, ...cells].join(GAP);
  const rows = images.flatMap((image) => {
    const name = paint("34", "1");
    const tags = image.tags.toSorted((a, b) => b.length - a.length);
    const last = tags.pop();
    const details = kept.map(({ width: wide, right = false, chip: isChip = false, of }) =>
      cell(of(image), wide, right, isChip ? chip : paint("39")),
    );
    return [
      // Only the last name shares its line with the columns.
      ...tags.map((tag) => name(columns === undefined ? tag : ellipsis(tag, columns))),
      line(
        last === undefined
          ? cell("<untagged>", nameWidth, false, paint("39", "2"))
          : cell(last, nameWidth, false, name),
        details,
      ),
    ];
  });
  const lines = [
    paint("93")(WARNING),
    " ".repeat(Math.max(0, width - legendWidth)) + legend,
    "",
    line(
      cell("IMAGE", nameWidth, false, heading),
      kept.map(({ title, width: wide, right = false }) => cell(title, wide, right, heading)),
    ),
    ...rows,
  ];
  return `${lines.join("\n")}\n`;
}

/** `docker images --tree`: as a pipe gets it, and as a terminal of any width shows it. */
export const imageTree = (
  images: readonly TreeImage[],
): { readonly text: string; readonly live: LiveView } => ({
  text: treeText(images, undefined),
  live: drawnOnce((columns) => treeText(images, columns)),
});
