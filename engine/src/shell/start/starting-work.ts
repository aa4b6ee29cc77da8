/**
 * Work of programs that takes the engine long however little they are given, in steps: databases are read whole, tables of a
 * packer are laid out. As measured: a thousand steps are about a millisecond.
 */
const STEPS: Readonly<Record<string, number>> = {
  "apt-get": 800,
  apt: 800,
  "apt-cache": 200,
  apk: 150,
  dpkg: 400,
  "dpkg-query": 500,
  npm: 1500,
  npx: 1500,
  pip: 500,
  gzip: 400,
  gunzip: 700,
  zcat: 700,
  zip: 400,
  unzip: 700,
  useradd: 200,
  userdel: 200,
  groupadd: 100,
  groupdel: 100,
  adduser: 200,
  sha256sum: 100,
  sha512sum: 100,
};

/** What it costs to begin this program, beside what every program costs. */
export const startingWork = (program: string): number => STEPS[program] ?? 0;
