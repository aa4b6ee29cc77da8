import type { Dialect } from "../interpreter/shell.ts";
import { alias } from "./alias.ts";
import { bg } from "./bg.ts";
import { bracket } from "./bracket.ts";
import { breakBuiltin } from "./break.ts";
import type { Builtin } from "./builtin.ts";
import { cd } from "./cd.ts";
import { colon } from "./colon.ts";
import { command } from "./command.ts";
import { continueBuiltin } from "./continue.ts";
import { declareBuiltin } from "./declare.ts";
import { dirs } from "./dirs.ts";
import { dot } from "./dot.ts";
import { doubleBracket } from "./double-bracket.ts";
import { echo } from "./echo.ts";
import { evalBuiltin } from "./eval.ts";
import { exec } from "./exec.ts";
import { exit } from "./exit.ts";
import { exportBuiltin } from "./export.ts";
import { falseBuiltin } from "./false.ts";
import { fg } from "./fg.ts";
import { getopts } from "./getopts.ts";
import { hash } from "./hash.ts";
import { interactive } from "./interactive.ts";
import { jobs } from "./jobs.ts";
import { kill } from "./kill.ts";
import { letBuiltin } from "./let.ts";
import { local } from "./local.ts";
import { mapfile } from "./mapfile.ts";
import { popd } from "./popd.ts";
import { printf } from "./printf.ts";
import { pushd } from "./pushd.ts";
import { pwd } from "./pwd.ts";
import { read } from "./read.ts";
import { readarray } from "./readarray.ts";
import { readonly } from "./readonly.ts";
import { returnBuiltin } from "./return.ts";
import { set } from "./set.ts";
import { shift } from "./shift.ts";
import { shopt } from "./shopt.ts";
import { source } from "./source.ts";
import { test } from "./test.ts";
import { times } from "./times.ts";
import { trap } from "./trap.ts";
import { trueBuiltin } from "./true.ts";
import { type } from "./type.ts";
import { typeset } from "./typeset.ts";
import { ulimit } from "./ulimit.ts";
import { umask } from "./umask.ts";
import { unalias } from "./unalias.ts";
import { unsetBuiltin } from "./unset.ts";
import { wait } from "./wait.ts";

/** Every builtin of every dialect. */
export const builtins: readonly Builtin[] = [
  alias,
  bg,
  bracket,
  breakBuiltin,
  cd,
  colon,
  command,
  continueBuiltin,
  declareBuiltin,
  dirs,
  dot,
  doubleBracket,
  echo,
  evalBuiltin,
  exec,
  exit,
  exportBuiltin,
  falseBuiltin,
  fg,
  getopts,
  hash,
  jobs,
  kill,
  letBuiltin,
  local,
  mapfile,
  popd,
  printf,
  pushd,
  pwd,
  read,
  readarray,
  readonly,
  returnBuiltin,
  set,
  shift,
  shopt,
  source,
  test,
  times,
  trap,
  trueBuiltin,
  type,
  typeset,
  ulimit,
  umask,
  unalias,
  unsetBuiltin,
  wait,
];

const of = (dialect: Dialect): Map<string, Builtin> =>
  new Map(
    [...builtins, ...interactive]
      .filter(({ dialects }) => dialects === undefined || dialects.includes(dialect))
      .map((builtin) => [builtin.name, builtin]),
  );
const byDialect = { dash: of("dash"), ash: of("ash"), bash: of("bash") };

export const builtinOf = (dialect: Dialect, name: string): Builtin | undefined =>
  byDialect[dialect].get(name);
