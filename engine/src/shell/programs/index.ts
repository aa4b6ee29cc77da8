import type { Program } from "../process.ts";
import { ash } from "./ash.ts";
import { bash } from "./bash.ts";
import { bracket } from "./bracket.ts";
import { cat } from "./cat.ts";
import { chgrp } from "./chgrp.ts";
import { chmod } from "./chmod.ts";
import { chown } from "./chown.ts";
import { cp } from "./cp.ts";
import { dash } from "./dash.ts";
import { echo } from "./echo.ts";
import { env } from "./env.ts";
import { falseProgram } from "./false.ts";
import { id } from "./id.ts";
import { ln } from "./ln.ts";
import { ls } from "./ls.ts";
import { mkdir } from "./mkdir.ts";
import { mv } from "./mv.ts";
import { printenv } from "./printenv.ts";
import { printf } from "./printf.ts";
import { pwd } from "./pwd.ts";
import { rm } from "./rm.ts";
import { rmdir } from "./rmdir.ts";
import { sh } from "./sh.ts";
import { test } from "./test.ts";
import { touch } from "./touch.ts";
import { trueProgram } from "./true.ts";
import { whoami } from "./whoami.ts";

/** Every program that Drydock simulates. A file that is marked with its name runs it. */
export const programs: readonly Program[] = [
  ash,
  bash,
  bracket,
  cat,
  chgrp,
  chmod,
  chown,
  cp,
  dash,
  echo,
  env,
  falseProgram,
  id,
  ln,
  ls,
  mkdir,
  mv,
  printenv,
  printf,
  pwd,
  rm,
  rmdir,
  sh,
  test,
  touch,
  trueProgram,
  whoami,
];
