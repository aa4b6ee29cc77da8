import fc from "fast-check";
import { one, t, type Text } from "./template.ts";
import { expansion, quoted } from "./words.ts";

/** `test` and `[`, with words in places that mean something else there. */
export function test(depth: number): Text {
  const operand = fc.oneof(
    quoted(depth),
    one("a", "1", "2", "x", "''", "=", "!", "(", "-f", "a.txt", "05", "' 1 '", "1x"),
    expansion(depth),
  );
  const condition = fc.oneof(
    operand,
    t`${one("-n", "-z", "-f", "-d", "-e", "-s", "-x", "-r", "-h", "!", "-t", "-q")} ${operand}`,
    t`${operand} ${one("=", "!=", "-eq", "-ne", "-lt", "-gt", "-le", "-ge", "==", "<", "-nt", "=~", "-a", "-o", "x")} ${operand}`,
    t`! ${operand} ${one("=", "!=", "-eq")} ${operand}`,
    t`${operand} = ${operand} ${one("-a", "-o")} ${operand} = ${operand}`,
    t`\\( ${operand} = ${operand} \\) ${one("-a", "-o")} ${operand}`,
    one("", "a b c d e", "( )", "a -a", "-n -n", "! !", "! ! a", "'(' a ')'"),
  );
  return fc.oneof(t`[ ${condition} ]`, t`test ${condition}`, t`[ ${condition}`);
}
