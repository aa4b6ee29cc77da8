import type { Program } from "../process.ts";
import { addgroup } from "./addgroup.ts";
import { adduser } from "./adduser.ts";
import { apk } from "./apk.ts";
import { apt } from "./apt.ts";
import { aptCache } from "./apt-cache.ts";
import { aptGet } from "./apt-get.ts";
import { aptMark } from "./apt-mark.ts";
import { arch } from "./arch.ts";
import { ash } from "./ash.ts";
import { awk } from "./awk.ts";
import { base64 } from "./base64.ts";
import { basename } from "./basename.ts";
import { bash } from "./bash.ts";
import { bracket } from "./bracket.ts";
import { cargo } from "./cargo.ts";
import { cat } from "./cat.ts";
import { cc } from "./cc.ts";
import { chgrp } from "./chgrp.ts";
import { chmod } from "./chmod.ts";
import { chown } from "./chown.ts";
import { cmp } from "./cmp.ts";
import { comm } from "./comm.ts";
import { cp } from "./cp.ts";
import { curl } from "./curl.ts";
import { cut } from "./cut.ts";
import { dash } from "./dash.ts";
import { date } from "./date.ts";
import { dd } from "./dd.ts";
import { deluser } from "./deluser.ts";
import { diff } from "./diff.ts";
import { dirname } from "./dirname.ts";
import { dpkg } from "./dpkg.ts";
import { dpkgQuery } from "./dpkg-query.ts";
import { du } from "./du.ts";
import { echo } from "./echo.ts";
import { egrep } from "./egrep.ts";
import { env } from "./env.ts";
import { expand } from "./expand.ts";
import { expr } from "./expr.ts";
import { falseProgram } from "./false.ts";
import { fgrep } from "./fgrep.ts";
import { find } from "./find.ts";
import { fold } from "./fold.ts";
import { gcc } from "./gcc.ts";
import { getent } from "./getent.ts";
import { getopt } from "./getopt.ts";
import { go } from "./go.ts";
import { gradle } from "./gradle.ts";
import { grep } from "./grep.ts";
import { groupadd } from "./groupadd.ts";
import { groupdel } from "./groupdel.ts";
import { groupmod } from "./groupmod.ts";
import { groups } from "./groups.ts";
import { gunzip } from "./gunzip.ts";
import { gzip } from "./gzip.ts";
import { head } from "./head.ts";
import { hello } from "./hello.ts";
import { hexdump } from "./hexdump.ts";
import { hostname } from "./hostname.ts";
import { httpd } from "./httpd.ts";
import { id } from "./id.ts";
import { install } from "./install.ts";
import { java } from "./java.ts";
import { javac } from "./javac.ts";
import { join } from "./join.ts";
import { ldconfig } from "./ldconfig.ts";
import { less } from "./less.ts";
import { link } from "./link.ts";
import { ln } from "./ln.ts";
import { logname } from "./logname.ts";
import { ls } from "./ls.ts";
import { md5sum } from "./md5sum.ts";
import { mkdir } from "./mkdir.ts";
import { mktemp } from "./mktemp.ts";
import { more } from "./more.ts";
import { mv } from "./mv.ts";
import { mvn } from "./mvn.ts";
import { nice } from "./nice.ts";
import { nl } from "./nl.ts";
import { node } from "./node.ts";
import { nohup } from "./nohup.ts";
import { nologin } from "./nologin.ts";
import { npm } from "./npm.ts";
import { nproc } from "./nproc.ts";
import { od } from "./od.ts";
import { paste } from "./paste.ts";
import { pip } from "./pip.ts";
import { printenv } from "./printenv.ts";
import { printf } from "./printf.ts";
import { pwd } from "./pwd.ts";
import { python3 } from "./python3.ts";
import { readlink } from "./readlink.ts";
import { realpath } from "./realpath.ts";
import { rev } from "./rev.ts";
import { rm } from "./rm.ts";
import { rmdir } from "./rmdir.ts";
import { sed } from "./sed.ts";
import { seq } from "./seq.ts";
import { setsid } from "./setsid.ts";
import { sh } from "./sh.ts";
import { sha1sum } from "./sha1sum.ts";
import { sha256sum } from "./sha256sum.ts";
import { sha384sum } from "./sha384sum.ts";
import { sha512sum } from "./sha512sum.ts";
import { sleep } from "./sleep.ts";
import { sort } from "./sort.ts";
import { split } from "./split.ts";
import { stat } from "./stat.ts";
import { su } from "./su.ts";
import { sync } from "./sync.ts";
import { tac } from "./tac.ts";
import { tail } from "./tail.ts";
import { tar } from "./tar.ts";
import { tee } from "./tee.ts";
import { test } from "./test.ts";
import { timeout } from "./timeout.ts";
import { touch } from "./touch.ts";
import { tr } from "./tr.ts";
import { trueProgram } from "./true.ts";
import { truncate } from "./truncate.ts";
import { tty } from "./tty.ts";
import { uname } from "./uname.ts";
import { uniq } from "./uniq.ts";
import { unlink } from "./unlink.ts";
import { useradd } from "./useradd.ts";
import { userdel } from "./userdel.ts";
import { usermod } from "./usermod.ts";
import { wc } from "./wc.ts";
import { wget } from "./wget.ts";
import { which } from "./which.ts";
import { whoami } from "./whoami.ts";
import { xargs } from "./xargs.ts";
import { xxd } from "./xxd.ts";
import { yes } from "./yes.ts";
import { zcat } from "./zcat.ts";

/** Every program that Drydock simulates. A file that is marked with its name runs it. */
export const programs: readonly Program[] = [
  addgroup,
  adduser,
  apk,
  apt,
  aptCache,
  aptGet,
  aptMark,
  arch,
  ash,
  awk,
  base64,
  basename,
  bash,
  bracket,
  cargo,
  cat,
  cc,
  chgrp,
  chmod,
  chown,
  cmp,
  comm,
  cp,
  curl,
  cut,
  dash,
  date,
  dd,
  deluser,
  diff,
  dirname,
  dpkg,
  dpkgQuery,
  du,
  echo,
  egrep,
  env,
  expand,
  expr,
  falseProgram,
  fgrep,
  find,
  fold,
  gcc,
  getent,
  getopt,
  go,
  gradle,
  grep,
  groupadd,
  groupdel,
  groupmod,
  groups,
  gunzip,
  gzip,
  head,
  hello,
  hexdump,
  hostname,
  httpd,
  id,
  install,
  java,
  javac,
  join,
  ldconfig,
  less,
  link,
  ln,
  logname,
  ls,
  md5sum,
  mkdir,
  mktemp,
  more,
  mv,
  mvn,
  nice,
  nl,
  node,
  nohup,
  nologin,
  npm,
  nproc,
  od,
  paste,
  pip,
  printenv,
  printf,
  pwd,
  python3,
  readlink,
  realpath,
  rev,
  rm,
  rmdir,
  sed,
  seq,
  setsid,
  sh,
  sha1sum,
  sha256sum,
  sha384sum,
  sha512sum,
  sleep,
  sort,
  split,
  stat,
  su,
  sync,
  tac,
  tail,
  tar,
  tee,
  test,
  timeout,
  touch,
  tr,
  trueProgram,
  truncate,
  tty,
  uname,
  uniq,
  unlink,
  useradd,
  userdel,
  usermod,
  wc,
  wget,
  which,
  whoami,
  xargs,
  xxd,
  yes,
  zcat,
];
