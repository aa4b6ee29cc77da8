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
import { base32 } from "./base32.ts";
import { base64 } from "./base64.ts";
import { basename } from "./basename.ts";
import { bash } from "./bash.ts";
import { bracket } from "./bracket.ts";
import { bunzip2 } from "./bunzip2.ts";
import { bzcat } from "./bzcat.ts";
import { bzip2 } from "./bzip2.ts";
import { cargo } from "./cargo.ts";
import { cat } from "./cat.ts";
import { cc } from "./cc.ts";
import { chgrp } from "./chgrp.ts";
import { chmod } from "./chmod.ts";
import { chown } from "./chown.ts";
import { chpasswd } from "./chpasswd.ts";
import { chroot } from "./chroot.ts";
import { cksum } from "./cksum.ts";
import { clear } from "./clear.ts";
import { cmp } from "./cmp.ts";
import { comm } from "./comm.ts";
import { cp } from "./cp.ts";
import { crontab } from "./crontab.ts";
import { curl } from "./curl.ts";
import { csplit } from "./csplit.ts";
import { cut } from "./cut.ts";
import { dash } from "./dash.ts";
import { date } from "./date.ts";
import { dd } from "./dd.ts";
import { debconfSetSelections } from "./debconf-set-selections.ts";
import { delgroup } from "./delgroup.ts";
import { deluser } from "./deluser.ts";
import { df } from "./df.ts";
import { diff } from "./diff.ts";
import { dirname } from "./dirname.ts";
import { dos2unix } from "./dos2unix.ts";
import { dpkg } from "./dpkg.ts";
import { dpkgQuery } from "./dpkg-query.ts";
import { du } from "./du.ts";
import { dumbInit } from "./dumb-init.ts";
import { echo } from "./echo.ts";
import { egrep } from "./egrep.ts";
import { env } from "./env.ts";
import { envsubst } from "./envsubst.ts";
import { expand } from "./expand.ts";
import { expr } from "./expr.ts";
import { factor } from "./factor.ts";
import { fallocate } from "./fallocate.ts";
import { falseProgram } from "./false.ts";
import { fgrep } from "./fgrep.ts";
import { find } from "./find.ts";
import { flock } from "./flock.ts";
import { fold } from "./fold.ts";
import { free } from "./free.ts";
import { gcc } from "./gcc.ts";
import { getconf } from "./getconf.ts";
import { getent } from "./getent.ts";
import { getopt } from "./getopt.ts";
import { git } from "./git.ts";
import { go } from "./go.ts";
import { gosu } from "./gosu.ts";
import { gpg } from "./gpg.ts";
import { gradle } from "./gradle.ts";
import { grep } from "./grep.ts";
import { groupadd } from "./groupadd.ts";
import { groupdel } from "./groupdel.ts";
import { groupmod } from "./groupmod.ts";
import { groups } from "./groups.ts";
import { gunzip } from "./gunzip.ts";
import { gzip } from "./gzip.ts";
import { head } from "./head.ts";
import { hexdump } from "./hexdump.ts";
import { hostname } from "./hostname.ts";
import { httpd } from "./httpd.ts";
import { id } from "./id.ts";
import { install } from "./install.ts";
import { ip } from "./ip.ts";
import { java } from "./java.ts";
import { javac } from "./javac.ts";
import { join } from "./join.ts";
import { jq } from "./jq.ts";
import { kill } from "./kill.ts";
import { ldconfig } from "./ldconfig.ts";
import { ldd } from "./ldd.ts";
import { less } from "./less.ts";
import { link } from "./link.ts";
import { ln } from "./ln.ts";
import { localeGen } from "./locale-gen.ts";
import { localedef } from "./localedef.ts";
import { logname } from "./logname.ts";
import { ls } from "./ls.ts";
import { lsbRelease } from "./lsb_release.ts";
import { make } from "./make.ts";
import { md5sum } from "./md5sum.ts";
import { mkdir } from "./mkdir.ts";
import { mkfifo } from "./mkfifo.ts";
import { mknod } from "./mknod.ts";
import { mktemp } from "./mktemp.ts";
import { more } from "./more.ts";
import { mv } from "./mv.ts";
import { mvn } from "./mvn.ts";
import { nc } from "./nc.ts";
import { netstat } from "./netstat.ts";
import { nginx } from "./nginx.ts";
import { nice } from "./nice.ts";
import { nl } from "./nl.ts";
import { node } from "./node.ts";
import { nohup } from "./nohup.ts";
import { nologin } from "./nologin.ts";
import { npm } from "./npm.ts";
import { npx } from "./npx.ts";
import { nproc } from "./nproc.ts";
import { numfmt } from "./numfmt.ts";
import { od } from "./od.ts";
import { openssl } from "./openssl.ts";
import { paste } from "./paste.ts";
import { patch } from "./patch.ts";
import { pathchk } from "./pathchk.ts";
import { ping } from "./ping.ts";
import { pip } from "./pip.ts";
import { printenv } from "./printenv.ts";
import { printf } from "./printf.ts";
import { ps } from "./ps.ts";
import { pwd } from "./pwd.ts";
import { python3 } from "./python3.ts";
import { readlink } from "./readlink.ts";
import { realpath } from "./realpath.ts";
import { rev } from "./rev.ts";
import { rm } from "./rm.ts";
import { rmdir } from "./rmdir.ts";
import { sed } from "./sed.ts";
import { seq } from "./seq.ts";
import { setpriv } from "./setpriv.ts";
import { setsid } from "./setsid.ts";
import { sh } from "./sh.ts";
import { sha1sum } from "./sha1sum.ts";
import { sha256sum } from "./sha256sum.ts";
import { sha384sum } from "./sha384sum.ts";
import { sha512sum } from "./sha512sum.ts";
import { shuf } from "./shuf.ts";
import { sleep } from "./sleep.ts";
import { sort } from "./sort.ts";
import { split } from "./split.ts";
import { sshKeyscan } from "./ssh-keyscan.ts";
import { stat } from "./stat.ts";
import { strings } from "./strings.ts";
import { su } from "./su.ts";
import { suExec } from "./su-exec.ts";
import { sum } from "./sum.ts";
import { sync } from "./sync.ts";
import { tac } from "./tac.ts";
import { tail } from "./tail.ts";
import { tar } from "./tar.ts";
import { tee } from "./tee.ts";
import { test } from "./test.ts";
import { time } from "./time.ts";
import { timeout } from "./timeout.ts";
import { tini } from "./tini.ts";
import { touch } from "./touch.ts";
import { tr } from "./tr.ts";
import { trueProgram } from "./true.ts";
import { truncate } from "./truncate.ts";
import { tsort } from "./tsort.ts";
import { tty } from "./tty.ts";
import { uname } from "./uname.ts";
import { unexpand } from "./unexpand.ts";
import { uniq } from "./uniq.ts";
import { unix2dos } from "./unix2dos.ts";
import { unlink } from "./unlink.ts";
import { unxz } from "./unxz.ts";
import { unzip } from "./unzip.ts";
import { updateCaCertificates } from "./update-ca-certificates.ts";
import { uptime } from "./uptime.ts";
import { useradd } from "./useradd.ts";
import { userdel } from "./userdel.ts";
import { usermod } from "./usermod.ts";
import { usleep } from "./usleep.ts";
import { wc } from "./wc.ts";
import { wget } from "./wget.ts";
import { which } from "./which.ts";
import { whoami } from "./whoami.ts";
import { xargs } from "./xargs.ts";
import { xxd } from "./xxd.ts";
import { xz } from "./xz.ts";
import { xzcat } from "./xzcat.ts";
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
  base32,
  base64,
  basename,
  bash,
  bracket,
  bunzip2,
  bzcat,
  bzip2,
  cargo,
  cat,
  cc,
  chgrp,
  chmod,
  chown,
  chpasswd,
  chroot,
  cksum,
  clear,
  cmp,
  comm,
  cp,
  crontab,
  curl,
  csplit,
  cut,
  dash,
  date,
  dd,
  debconfSetSelections,
  delgroup,
  deluser,
  df,
  diff,
  dirname,
  dos2unix,
  dpkg,
  dpkgQuery,
  du,
  dumbInit,
  echo,
  egrep,
  env,
  envsubst,
  expand,
  expr,
  factor,
  fallocate,
  falseProgram,
  fgrep,
  find,
  flock,
  fold,
  free,
  gcc,
  getconf,
  getent,
  getopt,
  git,
  go,
  gosu,
  gpg,
  gradle,
  grep,
  groupadd,
  groupdel,
  groupmod,
  groups,
  gunzip,
  gzip,
  head,
  hexdump,
  hostname,
  httpd,
  id,
  install,
  ip,
  java,
  javac,
  join,
  jq,
  kill,
  ldconfig,
  ldd,
  less,
  link,
  ln,
  localeGen,
  localedef,
  logname,
  ls,
  lsbRelease,
  make,
  md5sum,
  mkdir,
  mkfifo,
  mknod,
  mktemp,
  more,
  mv,
  mvn,
  nc,
  netstat,
  nginx,
  nice,
  nl,
  node,
  nohup,
  nologin,
  npm,
  npx,
  nproc,
  numfmt,
  od,
  openssl,
  paste,
  patch,
  pathchk,
  ping,
  pip,
  printenv,
  printf,
  ps,
  pwd,
  python3,
  readlink,
  realpath,
  rev,
  rm,
  rmdir,
  sed,
  seq,
  setpriv,
  setsid,
  sh,
  sha1sum,
  sha256sum,
  sha384sum,
  sha512sum,
  shuf,
  sleep,
  sort,
  split,
  sshKeyscan,
  stat,
  strings,
  su,
  suExec,
  sum,
  sync,
  tac,
  tail,
  tar,
  tee,
  test,
  time,
  timeout,
  tini,
  touch,
  tr,
  trueProgram,
  truncate,
  tsort,
  tty,
  uname,
  unexpand,
  uniq,
  unix2dos,
  unlink,
  unxz,
  unzip,
  updateCaCertificates,
  uptime,
  useradd,
  userdel,
  usermod,
  usleep,
  wc,
  wget,
  which,
  whoami,
  xargs,
  xxd,
  xz,
  xzcat,
  yes,
  zcat,
];
