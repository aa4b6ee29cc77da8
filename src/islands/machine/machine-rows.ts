import type { MachineNow, Row } from "../../session/machine/machine-now.ts";
import { element } from "../checks/element.ts";

/** Of each its name in docker's answer and here, and whether it holds figures. */
type Columns = readonly (readonly [column: string, name: string, figures?: "n"])[];

/** Of docker's columns those that fit beside an editor; all of them are a command away. */
const table = (
  name: string,
  command: string,
  columns: Columns,
  rows: readonly Row[],
): readonly HTMLElement[] =>
  rows.length === 0
    ? []
    : [
        element(
          "table",
          { class: "rows" },
          element("caption", { class: "label" }, name, " ", element("code", {}, command)),
          element(
            "thead",
            { class: "sr" },
            element("tr", {}, ...columns.map(([, head]) => element("th", { scope: "col" }, head))),
          ),
          element(
            "tbody",
            {},
            ...rows.map((row) =>
              element(
                "tr",
                {},
                ...columns.map(([column, , figures = ""], at) =>
                  at === 0
                    ? element("th", { scope: "row" }, element("code", {}, row[column] ?? ""))
                    : element("td", { class: figures }, row[column] ?? ""),
                ),
              ),
            ),
          ),
        ),
      ];

const named = (row: Row): Row => ({
  ...row,
  Name: row["Repository"] === "<none>" ? "<none>" : `${row["Repository"]}:${row["Tag"]}`,
});

/** The lists of the machine, those that are empty left out. */
export const machineRows = ({
  images,
  containers,
  volumes,
  networks,
  space,
}: MachineNow): readonly HTMLElement[] => [
  ...table(
    "Images",
    "docker images",
    [
      ["Name", "Name"],
      ["ID", "ID"],
      ["Size", "Size", "n"],
    ],
    images.map(named),
  ),
  ...table(
    "Containers",
    "docker ps -a",
    [
      ["Names", "Name"],
      ["Image", "Image"],
      ["Status", "Status"],
      ["Ports", "Ports"],
    ],
    containers,
  ),
  ...table(
    "Volumes",
    "docker volume ls",
    [
      ["Name", "Name"],
      ["Driver", "Driver"],
    ],
    volumes,
  ),
  ...table(
    "Networks",
    "docker network ls",
    [
      ["Name", "Name"],
      ["Driver", "Driver"],
    ],
    networks,
  ),
  ...table(
    "Space",
    "docker system df",
    [
      ["Type", "Kind"],
      ["TotalCount", "Number", "n"],
      ["Size", "Size", "n"],
      ["Reclaimable", "Can be freed", "n"],
    ],
    space,
  ),
];
