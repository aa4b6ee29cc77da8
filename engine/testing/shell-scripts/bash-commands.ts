import fc from "fast-check";
import { join, one, t, type Text } from "./template.ts";

const value: Text = one(
  "''",
  "a",
  "'a b'",
  "abcABC",
  "'x*y'",
  "5",
  "-3",
  "a.b.c",
  "'it'\\''s'",
  "$'t\\tn\\n'",
  "'*.txt'",
  "ähm",
  "'a\\b'",
);
const array = one("a", "b", "m");
const key = one("0", "1", "-1", "2", "@", "*");
const subscript = t`${array}[${key}]`;
const name = fc.oneof(one("x", "y", "n", "u", "1", "@", "*", "ref", "a", "m"), subscript);
const pattern = one("a", "?", "*", "[a-c]", "b*", "*b", "'*'", "[[:upper:]]", "$y", "", "/");

const operation = fc.oneof(
  one("", "^", "^^", ",", ",,", "^^[ab]", ",,[A]", "@Q", "@U", "@u", "@L", "@E", "@A", "@a", "@K"),
  t`:${one("0", "1", " -1", "2", "n", "n-4", "9")}${one("", ":1", ":0", ":2", ": -1", ":n")}`,
  t`${one("/", "//", "/#", "/%")}${pattern}/${one("", "X", "$y", "'q q'", "&")}`,
  t`${one("#", "##", "%", "%%")}${pattern}`,
  t`${one(":-", "-", ":+", "+", ":=", "=")}${one("d", "'d e'", "$y", '"$@"')}`,
);

export const bashWord: Text = fc.oneof(
  t`"\${${name}${operation}}"`,
  t`\${${name}${operation}}`,
  t`"\${#${name}}"`,
  t`"\${!${fc.oneof(one("ref", "x", "a[@]", "m[@]", "b[*]", "x*", "a@", "u"))}}"`,
  one(
    "{a,b}c",
    "{1..4}",
    "{a..e..2}",
    "{3..1}",
    "{01..03}",
    "x{,y}",
    "{a,{b,c}}",
    "{a}",
    "{1..a}",
    "'{a,b}'",
    "{$x,y}",
    "a{b,c}{1,2}",
  ),
  one(
    "$'a\\tb'",

    "$'it\\'s'",
    '$"hi"',
    "$((2**10))",
    "$((16#ff))",
    "$((x=3,x+1))",
    "$((a[1]+1))",
    "$[1+2]",
  ),
  one(
    '"$(<a.txt)"',
    "$(cat <<< hi)",
    "<(echo a)",
    "${PIPESTATUS[@]}",
    "${FUNCNAME[0]}",
    "$LINENO",
    "${BASH_SOURCE[0]}",
    "${#PIPESTATUS[@]}",
    "$BASH_VERSION",
    "${BASH_REMATCH[1]}",
    "$_",
  ),
  value,
);

const words = join(bashWord, " ", 0, 3);
const conditionPart = fc.oneof(
  t`${bashWord} == ${fc.oneof(pattern, bashWord)}`,
  t`$x ${one("=", "!=", "<", ">")} ${value}`,
  t`$x =~ ${one("^a", "a|b", "(a)(.)", "^[0-9]+$", "'a.c'", "$y", "[[:alpha:]]+", "b$", "^(.*)\\.(.*)$", '"."')}`,
  t`${one("-n", "-z", "-v", "-f", "-d", "-e", "-o")} ${one("x", "$x", "a[1]", "m[k]", "a.txt", "src", "u", '"$u"', "errexit", "a")}`,
  t`${one("1", "x", "$n", "n+1", "'a b'")} ${one("-eq", "-ne", "-lt", "-ge")} ${one("1", "5", "n", "$n", "2*3")}`,
);
export const bashCondition: Text = fc.oneof(
  t`[[ ${conditionPart} ]]`,
  t`[[ ! ${conditionPart} ]]`,
  t`[[ ${conditionPart} ${one("&&", "||")} ${conditionPart} ]]`,
  t`[[ ( ${conditionPart} ) ]]`,
  t`((${one("1", "0", "n", "n > 3", "n++", "x = 3", "a[1] += 2", "n == 5 && 1", "1 +", "n % 0", "i < 3 ? 1 : 0")}))`,
);

const simple: Text = fc.oneof(
  { arbitrary: t`echo ${words}`, weight: 4 },
  { arbitrary: t`printf '<%s>' ${words}; echo`, weight: 6 },
  {
    arbitrary: t`${one("x", "y", "n", "ref", "a", "a[1]", "a[n]", "m[k]")}${one("=", "+=")}${bashWord}`,
    weight: 3,
  },
  { arbitrary: t`${one("a", "b")}${one("=", "+=")}(${words})`, weight: 3 },
  { arbitrary: t`a=([${one("0", "2", "n", "1+1")}]=${value} ${value})`, weight: 1 },
  { arbitrary: t`m=([${one("k", "'a b'", "$x", "5")}]=${value} [j]=${value})`, weight: 1 },
  { arbitrary: t`unset ${one("x", "a", "'a[1]'", "'m[k]'", "-v x", "-f f", "'a[-1]'", "ref")}`, weight: 1 },
  {
    arbitrary: t`declare ${one("-p a", "-p m", "-p x", "-p u", "-i n=2+3", "-r r=1", "-x e=1", "-a b", "-A c", "-p n", "-l x=ABC", "-u y=abc", "-n ref=x", "-ai b=(1+1 2)", "+x x", "-p ref", "-F f", "x=$y", "-rx q='a b'")}`,
    weight: 4,
  },
  {
    arbitrary: t`printf -v ${one("x", "'a[1]'", "y")} ${one("'%s-%s' a b", "'%03d' 7", "%q 'a b'", "'%s\\n' 1 2", "'%x' 255", "'%(%Y)T' 0")}`,
    weight: 1,
  },
  { arbitrary: t`printf '%q ' ${words}; echo`, weight: 1 },
  {
    arbitrary: t`read ${one("-r x", "-a a", "-ra b", "x y", "-n 2 x", "-d : x", "-N 3 x", "-p q x", "")} <<< ${bashWord}; echo $?`,
    weight: 2,
  },
  {
    arbitrary: t`mapfile ${one("-t a", "a", "-n 2 a", "-s 1 -t a", "-O 2 a", "", "-d : a")} < ${one("a.txt", "<(printf 'p\\nq\\nr')", "<(printf 'p:q:r')", "nope")}`,
    weight: 2,
  },
  { arbitrary: t`let ${one("n=3", "n+=2", "'n = n * 2'", "n++ m2=1", "0", "1+")}; echo $?`, weight: 1 },
  {
    arbitrary: t`shopt ${one("-s extglob", "-s nullglob", "-s globstar", "-s dotglob", "-s nocasematch", "-u nullglob", "-q extglob", "-s nope", "nullglob", "-p extglob", "-s failglob", "-s lastpipe", "-s nocaseglob")}; echo $?`,
    weight: 2,
  },
  {
    arbitrary: t`${one("pushd src", "popd", "dirs", "pushd", "pushd nope", "dirs -v", "pushd /tmp", "dirs -c", "popd +0", "pushd -n src", "dirs -p")}`,
    weight: 2,
  },
  {
    arbitrary: t`trap ${one("'echo err' ERR", "'echo bye' EXIT", "'echo ret' RETURN", "-p", "- ERR", "'echo $LINENO' ERR", "'echo \"d $BASH_COMMAND\"' DEBUG")}`,
    weight: 1,
  },
  {
    arbitrary: t`set ${one("-o pipefail", "-e", "-u", "-- p 'q r' s", "+o pipefail", "-x", "-E", "-eo pipefail", "-f", "--", "-T")}`,
    weight: 2,
  },
  {
    arbitrary: t`${one("type", "command -v", "type -t", "type -a", "command -V", "type -p", "type -P")} ${one("echo", "ls", "nope", "f", "if", "[[", "export")}`,
    weight: 2,
  },
  {
    arbitrary: t`${one("f", "f x y", "nope", "./nope", "./a.txt", "src", "false | true", "true | false | true", "(exit 3) | cat", "exit 4", "return 2", "ls | head -n 1", "cd nope", "cd -", "source ./args.sh 1 2", ". ./nope", "local z", "kill -l 9", "wait", "hash -r", "alias", "ulimit -n >/dev/null", "builtin echo a", "command echo b", "eval 'x=(1 2)'", "exec 3>f; echo hi >&3", "times >/dev/null", "printf '%s\\n' \"$@\"", "echo $-", "set -o | head -n 3", "export -p | head -n 1", "getopts ab x -a", "umask -S", "test -v x", "[ x == x ]", "[ -v a ]", "time true", "shift 2", "break")}; echo $?`,
    weight: 5,
  },
  {
    arbitrary: t`bash ${one("-c 'echo $0 $1 ${BASH_SOURCE[0]}' n p", "./args.sh 1 2", "-e ./err.sh", "-c nope", "-c '[[ a'", "-c 'echo ${x!}'", "-o pipefail -c 'false | true'", "./bad.sh", "./nope", "-x ./args.sh", "-u -c 'echo $q'", "-c 'f() { echo ${FUNCNAME[@]}; }; f'", "-euo pipefail -c 'echo ${x:-d}; false; echo no'")}; echo $?`,
    weight: 2,
  },
);

const glob: Text = one(
  "echo *.txt",
  "echo src/*",
  "echo **/*.txt",
  "echo !(a).txt",
  "echo @(a|b).txt",
  "echo ?(x)a.txt",
  "echo +([a-z]).txt",
  "echo nope*",
  "echo .*",
  "echo A.TXT*",
  "case aab in a*(a)b) echo y;; esac",
  "[[ ABC == abc ]]; echo $?",
  "[[ foobar == foo+(b|ar)* ]]; echo $?",
  "echo ${x//+(a)/_}",
);

/** A command of bash that dash does not have, with what may stand around it. */
function command(depth: number): Text {
  if (depth === 0) return simple;
  const inner = join(command(depth - 1), "; ", 1, 2);
  return fc.oneof(
    { arbitrary: simple, weight: 12 },
    { arbitrary: t`${bashCondition}; echo $? "\${BASH_REMATCH[@]}"`, weight: 4 },
    { arbitrary: glob, weight: 2 },
    { arbitrary: t`shopt -s extglob\n${glob}`, weight: 2 },
    {
      arbitrary: t`shopt -s ${one("nullglob", "globstar", "dotglob", "nocasematch", "failglob", "nocaseglob")}; ${glob}`,
      weight: 2,
    },
    { arbitrary: t`if ${bashCondition}; then ${inner}; else ${inner}; fi`, weight: 2 },
    {
      arbitrary: t`for ((i = 0; i < ${one("2", "3", "n")}; i++)); do ${inner}; ${one("break", "continue", ":")}; done`,
      weight: 1,
    },
    {
      arbitrary: t`for i in "\${${one("a[@]", "!a[@]", "m[@]", "!m[@]", "@", "a[*]", "a[@]:1")}}"; do echo "<$i>"; done`,
      weight: 2,
    },
    { arbitrary: t`function f { ${inner}; }; f ${words}`, weight: 1 },
    {
      arbitrary: t`f() { local ${one("x=1", "-a a=(9 8)", "-n ref=x", "-i n=1+1", "x y", "-r r=1", "-A m=([q]=1)", "-")}; ${inner}; echo "$x" "\${a[@]}"; }; f; echo "$x" "\${a[@]}"`,
      weight: 2,
    },
    { arbitrary: t`f() { ${inner}; return ${one("", "3")}; }; f a b; echo $?`, weight: 1 },
    {
      arbitrary: t`g() { echo "\${FUNCNAME[@]}" "$1" $# $LINENO; ${inner}; }; f() { g "$@"; }; f p q`,
      weight: 1,
    },
    {
      arbitrary: t`case ${bashWord} in ${pattern}) ${inner} ${one(";;", ";&", ";;&")} a*) echo 2;; *) echo 3;; esac`,
      weight: 1,
    },
    { arbitrary: t`${inner} ${one("&> f", "&>> f", "> f 2>&1", "2>/dev/null", ">&2")}; cat f`, weight: 1 },
    {
      arbitrary: t`${simple} | ${one("cat", "wc -l", 'while read -r l; do echo "[$l]"; done')}; echo "\${PIPESTATUS[@]}"`,
      weight: 2,
    },
    {
      arbitrary: t`while IFS=${one("", ":", "' '")} read -r ${one("x", "x y", "-a a")}; do ${simple}; done < <(${one("cat a.txt", "printf 'a:b\\nc d\\n'", "false")})`,
      weight: 1,
    },
    {
      arbitrary: t`cat ${one("<(echo a) <(echo b)", "<<< $x", '<<< "$x"', '<<< "a\nb"', "<<< a{b,c}")}`,
      weight: 1,
    },
    { arbitrary: t`x=$(${inner}); echo $? "$x"`, weight: 1 },
    { arbitrary: t`(${inner}); echo $?`, weight: 1 },
    { arbitrary: t`{ ${inner}; } || ${simple}`, weight: 1 },
    { arbitrary: t`${simple} && ${simple}`, weight: 1 },
    { arbitrary: t`! ${simple}`, weight: 1 },
    {
      arbitrary: one(
        "if then",
        "for ((i=0;i<1)); do :; done",
        "((1",
        "function {",
        "case a in b) ;;& esac",
        "echo }",
        "fi",
        "echo a )",
        "[[ ]]",
        "[[ -n ]]",
        "echo $(",
        "${x}",
        "select i in a b; do echo $i; break; done <<< 1",
        "until [[ 1 ]]; do :; done",
        "time { :; }",
        "&> f echo a; cat f",
        "echo a |& cat",
        "f() { :; }; declare -f f",
        "cat <<'E'\n$x\nE",
        "readonly r=1; r=2; echo no",
        "set -u; echo $u; echo no",
        "set -u; echo ${a[9]}; echo no",
        "set -e; false | true; false; echo no",
        "echo ${x?msg}; echo no",
        "x=5; x[2]=7; declare -p x",
        "declare -A q; q[a]=1; q+=([b]=2); echo ${#q[@]}",
        "for i; do echo $i; done",
        "{ echo a; } 2>&1 | cat",
        "exec 3<<<hi; cat <&3",
        "echo $((1/0)); echo no",
        "echo $((08))",
        "echo ${#}",
        "test a -a",
        "[ 1 -eq x ]",
        "[ a b c ]",
        "[[ 1 -eq 1.5 ]]",
      ),
      weight: 5,
    },
  );
}

/** Scripts of what bash has and dash has not; many of them are wrong in some way. `depth` 0 to 2. */
export const bashScripts = (depth: number): Text =>
  fc
    .tuple(fc.array(command(depth), { minLength: 1, maxLength: 4 }), one("\n", "; ", "\n\n"))
    .map(([commands, separator]) =>
      [
        "x=abcABC y='a b' n=5 ref=x; a=(one 'two x' three); declare -A m=([k]=v ['a b']=w); set -- p 'q r'",
        ...commands,
      ].join(separator.startsWith("\n") ? separator : "\n"),
    );
