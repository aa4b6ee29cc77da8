import fc from "fast-check";
import { join, one, t, type Text } from "./template.ts";

const name = one("x", "y", "z", "n", "HOME", "IFS", "u");
export const own: Text = one("x", "y", "z", "n");
const number = one("0", "1", "2", "3", "5", "7", "-1", "010", "0x1f", "08", "12");
export const value: Text = one(
  "''",
  "a",
  "'a b'",
  "'  a  b '",
  "'*'",
  "'*.txt'",
  "a:b::c:",
  "'a\\b'",
  '"it\'s"',
  "5",
  "-3",
  "a.b.c",
  "/usr/local/x.tar.gz",
  "'$y'",
  "'a\nb\n'",
  "'[ab]'",
  "'\\*'",
  "~",
  "abcabc",
);
const literal = one(
  "a",
  "b",
  "c.txt",
  "1",
  "-",
  "=",
  ":",
  ".",
  "*",
  "?",
  "*.txt",
  "[ab].txt",
  "[!a]*",
  "src/*",
  "*/",
  "s*/l*",
  "~",
  "~/x",
  "{a,b}",
  "{",
  "}",
  "!",
  "a#b",
  "\\*",
  "\\$x",
  "\\\\",
  '\\"',
  "\\'",
  "\\ ",
  "\\\n",
  "[",
  "]",
  "%",
  "@",
  "+",
  ",",
  "^",
  "a=b",
  "\\a",
  "$%",
  "x[1]",
);
const single = one("''", "'a b'", "'$x'", "'*'", "'\\n'", "'\"'", "'a\nb'", "'`'", "'\\'");
const operator = one(
  "+",
  "-",
  "*",
  "/",
  "%",
  "<<",
  ">>",
  "<",
  ">",
  "<=",
  ">=",
  "==",
  "!=",
  "&",
  "|",
  "^",
  "&&",
  "||",
);

function sum(depth: number): Text {
  const leaf = fc.oneof(number, own, t`$${own}`, t`\${${own}}`);
  if (depth === 0) return leaf;
  const inner = sum(depth - 1);
  return fc.oneof(
    leaf,
    t`${inner} ${operator} ${inner}`,
    t`${inner}${operator}${inner}`,
    t`(${inner})`,
    t`${one("-", "+", "!", "~")}${inner}`,
    t`${inner} ? ${inner} : ${inner}`,
    t`${own} ${one("=", "+=", "-=", "*=", "/=", "%=", "<<=", "|=")} ${inner}`,
    t`${own}${one("++", "--")}`,
    t`${one("++", "--")}${own}`,
    t`${inner}, ${inner}`,
    t`\${${own}:-${inner}}`,
    one("", "1 2", "1 +", "a.b", "09", "2#101", "1 ? 2", "(1", "2**3", "9223372036854775807+1"),
  );
}

/** What may follow the name in `${…}`. */
function operation(depth: number): Text {
  const operand = fc.oneof(word(depth), t`${word(depth)} ${word(depth)}`, one(""));
  return fc.oneof(
    t`${one(":-", "-", ":+", "+", ":=", "=", ":?", "?")}${operand}`,
    t`${one("%", "%%", "#", "##")}${fc.oneof(one("*.", ".*", "*/", "/*", "?", "*", "a", "*b", "[a-b]", "[!a]", "\\*", "'*'", '"*"', "*:", ":*"), word(depth))}`,
    t`:${one("0", "1", "2", "-1", " -1")}${one("", ":1", ":0", ":2", ":-1")}`,
    t`${one("/", "//", "/#", "/%")}${one("a", "b", "?", "*", "/", "[ab]", "'a'")}/${one("", "X", "$y", '"q q"', "\\/")}`,
    one("@", "^", "[1]", "!", "", ":", "^^", "@Q"),
  );
}

const printed = one(
  "echo a",
  "false",
  "echo 'a  b'",
  "printf 'x\n\n'",
  "cat a.txt",
  "exit 3",
  "nope",
  "echo $x",
  'echo "$y"',
  "return 2",
  "set -- q; echo $1",
  "(echo b; exit 4)",
  "echo a | cat",
  "x=in; echo $x",
  "",
);
const special = one(
  "$#",
  "$?",
  "$*",
  "$@",
  "$1",
  "$2",
  "${10}",
  "$0",
  "$-",
  "${#}",
  "${#1}",
  "${@}",
  "${*}",
  "$9",
);

export function expansion(depth: number): Text {
  const simple = fc.oneof(t`$${name}`, t`\${${name}}`, t`\${#${name}}`, special);
  if (depth === 0) return simple;
  return fc.oneof(
    { arbitrary: simple, weight: 4 },
    {
      arbitrary: t`\${${fc.oneof(name, one("1", "@", "*", "#", "?", "9"))}${operation(depth - 1)}}`,
      weight: 5,
    },
    { arbitrary: t`$((${sum(2)}))`, weight: 2 },
    { arbitrary: t`$(${printed})`, weight: 2 },
    {
      arbitrary: t`\`${one("echo a", "echo '$x'", "echo \\$x", "echo \\\\\\\\", "false", "echo a b", 'echo "a  b"')}\``,
      weight: 1,
    },
  );
}

export function quoted(depth: number): Text {
  const part = fc.oneof(
    one(
      "a",
      " ",
      "b  c",
      "*",
      "'",
      "\\n",
      "\\$",
      "\\\\",
      '\\"',
      "\\a",
      "~",
      "$ ",
      "#",
      "!",
      "\n",
      "\\\n",
      "\\`",
      "{a,b}",
      "}",
    ),
    expansion(depth),
  );
  return t`"${join(part, "", 0, 3)}"`;
}

/** One word of a command. */
export function word(depth: number): Text {
  const piece = fc.oneof(
    { arbitrary: literal, weight: 4 },
    { arbitrary: single, weight: 2 },
    { arbitrary: quoted(depth), weight: 3 },
    { arbitrary: expansion(depth), weight: 4 },
  );
  return join(piece, "", 1, 3);
}
