import fc from "fast-check";
import { test } from "./conditions.ts";
import { join, one, t, type Text } from "./template.ts";
import { own, value, word } from "./words.ts";

const option = one("e", "u", "x", "f", "v", "C", "a", "n");

/** A simple command. */
export function simple(depth: number): Text {
  const words = join(word(depth), " ", 0, 3);
  return fc.oneof(
    { arbitrary: t`printf '<%s>' ${words}; echo`, weight: 8 },
    { arbitrary: t`echo ${words}`, weight: 5 },
    { arbitrary: t`${own}=${fc.oneof(value, word(depth))}`, weight: 6 },
    { arbitrary: t`${own}=${value} ${own}=${word(depth)}`, weight: 1 },
    {
      arbitrary: t`${own}=${value} ${one("sh -c 'echo $x'", "f 1", "eval 'echo $x $y'", "env | grep ^[xyzn]=", ":", "echo $x", "true", "nope", "export x", "read y")}`,
      weight: 2,
    },
    { arbitrary: test(depth), weight: 3 },
    { arbitrary: t`test ${words}`, weight: 1 },
    { arbitrary: t`set ${one("-", "+")}${option}`, weight: 2 },
    { arbitrary: t`set -- ${words}`, weight: 3 },
    { arbitrary: t`shift ${one("", "1", "2", "9", "x", "-1")}`, weight: 1 },
    { arbitrary: t`unset ${one("x", "y", "-f f", "-v x", "IFS", "1", "x y", "nope", "-x", "")}`, weight: 1 },
    { arbitrary: t`IFS=${one(":", "' '", "''", ",", "': '", "'\n'", "b", "'\\'")}`, weight: 2 },
    {
      arbitrary: t`export ${one("x", "x=1", "y='a b'", "x y=2", "1x", "x-", "-p | grep ' [xyzn]'", "x=$y", "x=*")}`,
      weight: 1,
    },
    { arbitrary: t`readonly ${one("x", "x=1", "-p", "z=3 z=4", "1=2")}`, weight: 1 },
    {
      arbitrary: t`eval ${fc.oneof(one("echo a", "'x=1; echo $x'", "'echo \"$x\"'", "'('", "'if'", "''", "'echo \\$x'", "'return 3'", "'exit 4'", "'echo a\nfi'", "'nope'"), word(depth))}`,
      weight: 1,
    },
    {
      arbitrary: t`${one("true", "false", ":", "nope", "./nope", "./src", "./a.txt", "sh run.sh a", "exit 3", "exit", "return 2", "return", "break", "continue", "(exit 5)", "exit x", "return x", "cd src", "cd nope", "cd", "cd -", "cd ..", "pwd", "cd a.txt", "umask", "umask 022", "umask 77", "umask -S", "umask u=rwx", "umask 9", "umask x")}`,
      weight: 4,
    },
    {
      arbitrary: t`${one("type", "command -v", "command -V", "command")} ${one("echo", "ls", "nope", "f", "if", "./run.sh", "export", "x", "cd", "[", "echo nope", "", "-x")}`,
      weight: 1,
    },
    {
      arbitrary: t`printf ${one("'%s\\n'", "'%d\\n'", "'%x %o %c\\n'", "'%5s|%-5s|\\n'", "'%b\\n'", "'%%\\n'", "'\\t\\101\\x41\\n'", "'%s %s\\n'", "'%05d %+d\\n'", "'%.2s\\n'", "'%q\\n'", "'%'", "'%z'", "'\\c'", "'%i %u\\n'", "'%e\\n'", "a", "-- a", "-x")} ${words}`,
      weight: 2,
    },
    {
      arbitrary: t`printf ${one("'%d\\n'", "'%x\\n'", "'%c|'", "'%b|'", "'%5.1s|'", "'%s %d\\n'", "'%o\\n'", "'%u\\n'", "'%f\\n'")} ${one("1", "-1", "010", "0x1f", "08", "''", "abc", "12abc", "' 5'", '"\'a"', "'a\\nb'", "'a\\cb' c", "'\\0101'", "1 2 3", "99999999999999999999", "1.5")}`,
      weight: 2,
    },
    {
      arbitrary: t`echo ${one("-n a", "-e 'a\\tb'", "-en 'a\\n'", "'a\\nb'", "'a\\cb' c", "'\\0101'", "'\\x41'", "'\\e'", "-E 'a\\n'", "-x a", "--", "-", "'\\\\'", "'\\z'", "-n -e a", "-n")}`,
      weight: 2,
    },
    {
      arbitrary: t`trap ${one("'echo bye' EXIT", "'echo $?' 0", "- EXIT", "'' INT", "", "'echo t' TERM", "-- 'echo x' EXIT", "'exit 7' EXIT", "'false' EXIT", "'echo a' NOPE", "EXIT", "'echo int' 2 15", "'(' EXIT", "'echo a' 99", "-l", "'echo $x' exit", "'echo e' SIGTERM")}`,
      weight: 2,
    },
    {
      arbitrary: t`read ${one("x", "x y", "-r x", "-r x y", "x y z", "", "1", "-x a", "-p q x", "x-y")} ${one("< a.txt", "< empty", "<<E\na b  c\nE", "<<E\n a\\b c\\\nd \nE", "<<E\na:b::c\nE", "<<'E'\n\\a  b\\\\ c\nE", "<<E\n  *  \nE", "")}`,
      weight: 2,
    },
    { arbitrary: t`alias ${one("", "a=b", "nope", "q='it'\"'\"'s'", "ll='ls -l' ll")}`, weight: 1 },
    { arbitrary: t`local ${one("x", "x=1", "x=$x y", "-", "1")}`, weight: 1 },
    {
      arbitrary: t`exec ${one("echo hi", "nope", "> f", "3> g", "2>&1", "< a.txt", "3>&-", "", "./a.txt", "sh -c 'echo $0'", "> no/x", "<&9", ">&-")}`,
      weight: 1,
    },
    {
      arbitrary: t`. ${one("./lib.sh", "./nope", "lib.sh", "", "./ret.sh", "./bad.sh", "./src", "./args.sh a b", "./err.sh")}`,
      weight: 2,
    },
    {
      arbitrary: t`sh ${one("./lib.sh", "./nope", "lib.sh a", "./ret.sh", "./bad.sh", "./args.sh a b", "./err.sh", "-c 'echo $0 $1' n a", "-c", "-e ./err.sh", "-x ./args.sh", "-u -c 'echo $q'", "-c 'nope' me", "-c 'if' me", "-ec 'false; echo a'", "-o nope", "-z", "-c 'echo ${x?}'", "-c '. ./bad.sh'", "< ./err.sh", "-s a b < ./args.sh", "-n ./bad.sh", "-v ./args.sh", "-c 'x=1; readonly x; x=2; echo a'")}`,
      weight: 2,
    },
    {
      arbitrary: t`getopts ${one("ab: x", ":ab: x", "a x -a", "a x -b", "a: x -a", ":a: x -a", "ab x -ab -b", "", "a", "a x -- -a", ":a x -b")}; echo $? $OPTIND ${one("$OPTARG", "$x", '"$x$OPTARG"')}`,
      weight: 1,
    },
    {
      arbitrary: t`set ${one("| grep -E '^[xyzn]='", "-o | head -n 3", "-o nope", "+o nope", "-", "-- -", "-e -u", "-eu", "-o errexit", "+e", "-z", "-o pipefail", "-ux a b", "+x", "--")}`,
      weight: 1,
    },
    {
      arbitrary: t`${one("wait", "wait $!", "wait 99999", "jobs", "times > /dev/null", "hash nope", "hash ls", "unalias nope", "kill", "kill -l 15", "kill -0 $$", "kill x", "kill %1", "ulimit -n > /dev/null", "let x=1", "let", "source ./lib.sh", "declare x=1", "[[ a = a ]]", "function g { echo; }", "select i in a; do break; done", "a=(1 2)", "pushd src", "shopt -s x", "mapfile x", "x+=b", "test", "[ ]", "[", "echo ]")}`,
      weight: 2,
    },
    {
      arbitrary: t`${one("cat", "ls", "wc -l", "cat -", "grep o", "sort", "tr a-z A-Z", "head -n 1")} ${one("", "a.txt", "nope", "< a.txt", "b.txt a.txt", "$x")}`,
      weight: 2,
    },
    {
      arbitrary: t`${one("touch", "mkdir", "rm", "rm -f", "ls -d", "mkdir -p")} ${one("f", "d", "nope", "a.txt", "src", "d/e", "'a b'", "$x", "*.txt")}`,
      weight: 1,
    },
  );
}
