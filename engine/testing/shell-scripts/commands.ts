import fc from "fast-check";
import { test } from "./conditions.ts";
import { simple } from "./simple-command.ts";
import { join, one, t, type Text } from "./template.ts";
import { own, word } from "./words.ts";

const redirection = fc.oneof(
  t`> ${one("f", "g", "no/f", "src", "$x", "/dev/null", '"$z"')}`,
  t`>> ${one("f", "g")}`,
  t`< ${one("a.txt", "f", "nope", "empty", "src")}`,
  one(
    "2>&1",
    ">&2",
    "1>&2",
    "2>/dev/null",
    ">&-",
    "2>&-",
    "<&-",
    "3>&1",
    ">&3",
    "3<a.txt",
    "<&3",
    "3>&-",
    "2> f",
    "<>f",
    ">|f",
    "1>f 2>&1",
    "2>&1 >f",
    ">&9",
    "9>&1",
    "&>f",
  ),
);

const hereDoc = fc.oneof(
  t`cat <<E\n${join(fc.oneof(one("a", "$x", "\\$x", "`echo b`", "$(echo c)", "$((1+1))", "\\\\", "'$x'", '"$x"', "\ttab", "\\", "a\\\nb", "${y:-d}", '${x:-"q"}', "\\a", "${z?}"), word(1)), "\n", 0, 3)}\nE`,
  t`cat <<${one("'E'", '"E"', "\\E")}\n$x \\$y \\\\ \`echo\`\nE`,
  t`cat <<-E\n\t\t$x\n\ta\n\tE`,
  t`{ cat; cat <&3; } <<A 3<<B\n$x\nA\nb\nB`,
  t`while read ${own}; do ${simple(0)}; done <<E\na b\n$x\nE`,
  one("cat <<E\nunfinished", "cat <<E; echo after\na\nE", "cat <<E && echo b\na\nE", "cat <<''\na\n\nb"),
);

/** A command with what may stand around it. */
export function command(depth: number): Text {
  const plain = simple(depth);
  if (depth === 0) return plain;
  const inner = list(depth - 1);
  const part = command(depth - 1);
  const words = join(word(depth - 1), " ", 0, 3);
  const condition = fc.oneof(test(0), one("true", "false", "! true", "nope", "[ -f a.txt ]", ":"), part);
  const pattern = join(
    fc.oneof(
      one(
        "a*",
        "*",
        "?",
        "[ab]*",
        "'*'",
        '"$x"',
        "$x",
        "a|b",
        "\\*",
        "''",
        "[!a]",
        "[[:alpha:]]",
        "(",
        "esac",
        "*.txt",
        "[a",
        "]",
      ),
      word(0),
    ),
    "|",
    1,
    2,
  );
  return fc.oneof(
    { arbitrary: plain, weight: 14 },
    { arbitrary: t`${plain} ${redirection}`, weight: 4 },
    { arbitrary: t`{ ${inner}; }`, weight: 1 },
    { arbitrary: t`{ ${inner}; } ${redirection}`, weight: 1 },
    { arbitrary: t`(${inner})`, weight: 2 },
    { arbitrary: t`(${inner}) ${redirection}`, weight: 1 },
    { arbitrary: t`${part} | ${part}`, weight: 2 },
    { arbitrary: t`! ${part}`, weight: 1 },
    { arbitrary: t`${part} && ${part}`, weight: 2 },
    { arbitrary: t`${part} || ${part}`, weight: 2 },
    { arbitrary: t`${part} && ${part} || ${part}`, weight: 1 },
    { arbitrary: t`if ${condition}; then ${inner}; fi`, weight: 1 },
    {
      arbitrary: t`if ${condition}; then ${inner}; elif ${condition}; then ${inner}; else ${inner}; fi`,
      weight: 1,
    },
    { arbitrary: t`for ${own} in ${words}; do ${inner}; done`, weight: 2 },
    {
      arbitrary: t`for ${own} in 1 2 3; do ${part}; ${one("break", "continue", "break 2", "continue 2", "[ $x = 2 ] && break", "[ $x = 2 ] && continue", "break 0", "break x", "exit 3", "return 3", ":")}; echo $x; done`,
      weight: 1,
    },
    { arbitrary: t`for ${own} do ${inner}; done`, weight: 1 },
    { arbitrary: t`k=0; while [ $k -lt 3 ]; do k=$((k+1)); ${inner}; done`, weight: 1 },
    {
      arbitrary: t`k=0; until [ $k = 2 ]; do k=$((k+1)); for j in a b; do ${one("break 2", "continue 2", "break", "continue", "break 3", ":")}; echo $j; done; ${part}; done`,
      weight: 1,
    },
    { arbitrary: t`case ${word(depth - 1)} in ${pattern}) ${inner};; *) echo other;; esac`, weight: 2 },
    { arbitrary: t`case ${word(depth - 1)} in (${pattern}) ${inner};; ${pattern}) ;; esac`, weight: 1 },
    { arbitrary: t`f() { ${inner}; }; f ${words}`, weight: 2 },
    {
      arbitrary: t`f() { local ${one("x", "x=1", "x y=2", "x=$1")}; ${inner}; echo "$x"; }; f ${words}; echo "$x"`,
      weight: 1,
    },
    { arbitrary: t`f() (${inner}); f ${words}`, weight: 1 },
    { arbitrary: t`f() { ${part}; return ${one("", "3", "$?")}; echo no; }; f; echo $?`, weight: 1 },
    { arbitrary: hereDoc, weight: 2 },
    { arbitrary: t`${part} & wait`, weight: 1 },
    { arbitrary: t`${part} & wait $!; echo $?`, weight: 1 },
    { arbitrary: t`x=$(${inner}); echo $? "$x"`, weight: 2 },
    { arbitrary: t`${part}; echo $?`, weight: 4 },
    {
      arbitrary: t`while ${one("getopts ab:c o", "getopts :ab: o")}; do echo "$o $OPTARG $OPTIND"; done`,
      weight: 1,
    },
    {
      arbitrary: t`cat a.txt | while ${one("read x", "IFS= read -r x", "read x y")}; do ${part}; done`,
      weight: 1,
    },
    {
      arbitrary: one(
        "if",
        "then",
        "fi",
        "do",
        "done",
        "esac",
        ";;",
        ")",
        "}",
        "(",
        "{",
        "|",
        "&",
        "||",
        "&& a",
        "if true",
        "if true; then",
        "for",
        "for i",
        "for 1 in a; do :; done",
        "case",
        "case a",
        "case a in",
        "f()",
        "f() {",
        "while true",
        "a() b",
        "'",
        '"',
        "`",
        "$(",
        "${",
        "${x",
        "$((",
        "$((1)",
        "echo a | | b",
        "echo a; ; b",
        "< ",
        ">",
        "> >",
        "<<",
        "a & & b",
        "() { :; }",
        "if true; fi",
        "while do done",
        "for x in a; done",
        "{ }",
        "( )",
        "! !",
        "do :",
        "case x in a) b",
        "case x in a b) esac",
        "if; then :; fi",
        "echo )",
        "1() { :; }",
        "if() { :; }",
        "for i in a do :; done",
        "f( { :; }",
        "f() :",
        "export() { :; }",
        "{ echo a }",
        "if true; then echo a; else; fi",
        "!",
        "for x in; do echo $x; done",
        "case x in esac",
        "case x in x) ;& y) echo;; esac",
        "elif",
        "(echo a",
        "echo a)",
        "((1+1)); echo $?",
        "((1",
        "[[ a",
        "echo $[1+1]",
        "echo $'a\\tb'",
        'echo $"a"',
        "cat <<< a",
        "cat <(echo a)",
        "echo a |& cat",
        "coproc cat",
        "x=() y",
        "<<E cat\na\nE",
        "f() { echo $0 $1; } ; f a",
        "a=1;;",
        "echo \\",
      ),
      weight: 2,
    },
  );
}

/** Commands one after another. */
function list(depth: number): Text {
  return join(command(depth), "; ", 1, 2);
}

/** Scripts of the language's every corner; many of them are wrong in some way. `depth` 0 to 3. */
export const shellScripts = (depth: number): Text =>
  fc
    .tuple(
      fc.array(command(depth), { minLength: 1, maxLength: 4 }),
      fc.array(one("; ", "\n", "\n\n", " \n "), { minLength: 4, maxLength: 4 }),
    )
    .map(([commands, separators]) =>
      commands.map((text, i) => (i === 0 ? text : (separators[i] ?? "") + text)).join(""),
    );
