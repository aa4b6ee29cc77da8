import { shortId } from "../../core/digest.ts";
import { parseIsoTime } from "../../core/iso-time.ts";
import { humanSize } from "../../core/size.ts";
import { findImage } from "../../daemon/images/find-image.ts";
import { historyRows } from "../../daemon/images/history-rows.ts";
import { FORMAT_HELP } from "../listing/format-help.ts";
import type { Command } from "../command.ts";
import { printRows } from "../listing/rows.ts";
import { ellipsis } from "../text/table.ts";
import { ago } from "../listing/time-text.ts";

/** Rows from before the year 2000 have no age to tell. */
const YEAR_2000 = 946_684_800_000;

export const history: Command = {
  names: ["history", "image history"],
  usage: "[OPTIONS] IMAGE",
  summary: "Show the history of an image",
  arity: [1, 1],
  flags: [
    { name: "format", kind: "string", help: FORMAT_HELP },
    {
      name: "human",
      short: "H",
      kind: "bool",
      default: "true",
      help: "Print sizes and dates in human readable format",
    },
    { name: "no-trunc", kind: "bool", help: "Don't truncate output" },
    { name: "quiet", short: "q", kind: "bool", help: "Only show image IDs" },
    {
      name: "platform",
      kind: "string",
      help: 'Show history for the given platform. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")',
      lacking: "show the history of that platform's image",
    },
  ],
  run(call) {
    const { state } = call.daemon;
    const image = findImage(state, call.args[0] ?? "");
    if ("error" in image) return call.fail(`Error response from daemon: ${image.error}`);
    const whole = call.on("no-trunc");
    const human = call.get("human") !== "false";
    const rows = historyRows(state, image).map((row) => {
      const created = parseIsoTime(row.created) ?? 0;
      const text = row.createdBy.replaceAll("\t", " ");
      const id = row.id === undefined ? "<missing>" : whole ? row.id : shortId(row.id);
      const age = created < YEAR_2000 ? "N/A" : ago(state.time, created);
      return {
        Comment: row.comment,
        CreatedAt: row.created.replace(/\.\d+/, ""),
        CreatedBy: whole ? text : ellipsis(text, 45),
        CreatedSince: human ? age : row.created.replace(/\.\d+/, ""),
        ID: id,
        Size: human ? humanSize(row.size) : String(row.size),
      };
    });
    return printRows(
      call,
      {
        type: "*image.historyContext",
        headings: {
          Comment: "COMMENT",
          CreatedAt: "CREATED AT",
          CreatedBy: "CREATED BY",
          CreatedSince: human ? "CREATED" : "CREATED AT",
          ID: "IMAGE",
          Size: "SIZE",
        },
        rows,
        columns: ["ID", "CreatedSince", "CreatedBy", "Size", "Comment"],
        quiet: "ID",
      },
      call.get("format"),
      call.on("quiet"),
    );
  },
};
