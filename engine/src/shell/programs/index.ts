import type { Program } from "../process.ts";
import { ash } from "./ash.ts";
import { basename } from "./basename.ts";
import { bash } from "./bash.ts";
import { bracket } from "./bracket.ts";
import { cat } from "./cat.ts";
import { chgrp } from "./chgrp.ts";
import { chmod } from "./chmod.ts";
import { chown } from "./chown.ts";
import { cp } from "./cp.ts";
import { cut } from "./cut.ts";
import { dash } from "./dash.ts";
import { dirname } from "./dirname.ts";
import { echo } from "./echo.ts";
import { egrep } from "./egrep.ts";
import { env } from "./env.ts";
import { falseProgram } from "./false.ts";
import { fgrep } from "./fgrep.ts";
import { find } from "./find.ts";
import { grep } from "./grep.ts";
import { head } from "./head.ts";
import { id } from "./id.ts";
import { ln } from "./ln.ts";
import { ls } from "./ls.ts";
import { mkdir } from "./mkdir.ts";
import { mv } from "./mv.ts";
import { pip } from "./pip.ts";
import { printenv } from "./printenv.ts";
import { printf } from "./printf.ts";
import { pwd } from "./pwd.ts";
import { python3 } from "./python3.ts";
import { readlink } from "./readlink.ts";
import { realpath } from "./realpath.ts";
import { rm } from "./rm.ts";
import { rmdir } from "./rmdir.ts";
import { sed } from "./sed.ts";
import { seq } from "./seq.ts";
import { sh } from "./sh.ts";
import { sort } from "./sort.ts";
import { tail } from "./tail.ts";
import { tee } from "./tee.ts";
import { test } from "./test.ts";
import { touch } from "./touch.ts";
import { tr } from "./tr.ts";
import { trueProgram } from "./true.ts";
import { uname } from "./uname.ts";
import { uniq } from "./uniq.ts";
import { wc } from "./wc.ts";
import { which } from "./which.ts";
import { whoami } from "./whoami.ts";
import { xargs } from "./xargs.ts";

/** Every program that Drydock simulates. A file that is marked with its name runs it. */
export const programs: readonly Program[] = [
  ash,
  basename,
  bash,
  bracket,
  cat,
  chgrp,
  chmod,
  chown,
  cp,
  cut,
  dash,
  dirname,
  echo,
  egrep,
  env,
  falseProgram,
  fgrep,
  find,
  grep,
  head,
  id,
  ln,
  ls,
  mkdir,
  mv,
  pip,
  printenv,
  printf,
  pwd,
  python3,
  readlink,
  realpath,
  rm,
  rmdir,
  sed,
  seq,
  sh,
  sort,
  tail,
  tee,
  test,
  touch,
  tr,
  trueProgram,
  uname,
  uniq,
  wc,
  which,
  whoami,
  xargs,
];
