import { describe, expect, it } from "vitest";
import { BaseContainer } from "../../../testing/base-container.ts";

const debian = (reference = "debian:trixie-slim"): BaseContainer =>
  new BaseContainer(reference, ["DEBIAN_FRONTEND=noninteractive"]);
const updated = (): BaseContainer => {
  const container = debian();
  container.run("apt-get update");
  return container;
};

describe("apt-get", () => {
  it("knows no package before update", () => {
    expect(debian().run("apt-get install -y curl")).toMatchObject({
      exitCode: 100,
      stdout: "Reading package lists...\nBuilding dependency tree...\nReading state information...\n",
      stderr: "E: Unable to locate package curl\n",
    });
  });

  it.each([
    ["debian:trixie-slim", 21_697_576],
    ["debian:bookworm-slim", 19_852_735],
  ])("update fetches the lists of %s, which weigh what was measured", (reference, bytes) => {
    const container = debian(reference);
    const ran = container.run("apt-get update");
    expect(ran.stdout).toMatch(/^Get:1 http:\/\/deb.debian.org\/debian \w+ InRelease \[1\d\d kB\]\n/);
    expect(Math.abs(ran.layer - bytes)).toBeLessThan(2_000);
    expect(container.run("apt-get update").stdout).toMatch(/^Hit:1 /);
    expect(container.run("apt-get update -qq").stdout).toBe("");
  });

  it("installs as apt does (read in a debootstrap tree of Debian 13)", () => {
    expect(
      updated()
        .run("apt-get install -y --no-install-recommends jq less")
        .stdout.replace(/\(\d+ kB\/s\)|\d+ files/g, "N"),
    ).toBe(`Reading package lists...
Building dependency tree...
Reading state information...
The following additional packages will be installed:
  libjq1 libonig5
The following NEW packages will be installed:
  jq less libjq1 libonig5
0 upgraded, 4 newly installed, 0 to remove and 8 not upgraded.
Need to get 597 kB of archives.
After this operation, 1656 kB of additional disk space will be used.
Get:1 http://deb.debian.org/debian trixie/main amd64 libonig5 amd64 6.9.9-1+b1 [189 kB]
Get:2 http://deb.debian.org/debian-security trixie-security/main amd64 libjq1 amd64 1.7.1-6+deb13u4 [168 kB]
Get:3 http://deb.debian.org/debian-security trixie-security/main amd64 jq amd64 1.7.1-6+deb13u4 [78.9 kB]
Get:4 http://deb.debian.org/debian trixie/main amd64 less amd64 668-1 [161 kB]
Fetched 597 kB in 0s N
Selecting previously unselected package libonig5:amd64.
(Reading database ... N and directories currently installed.)
Preparing to unpack .../libonig5_6.9.9-1+b1_amd64.deb ...
Unpacking libonig5:amd64 (6.9.9-1+b1) ...
Selecting previously unselected package libjq1:amd64.
Preparing to unpack .../libjq1_1.7.1-6+deb13u4_amd64.deb ...
Unpacking libjq1:amd64 (1.7.1-6+deb13u4) ...
Selecting previously unselected package jq.
Preparing to unpack .../jq_1.7.1-6+deb13u4_amd64.deb ...
Unpacking jq (1.7.1-6+deb13u4) ...
Selecting previously unselected package less.
Preparing to unpack .../archives/less_668-1_amd64.deb ...
Unpacking less (668-1) ...
Setting up libonig5:amd64 (6.9.9-1+b1) ...
Setting up libjq1:amd64 (1.7.1-6+deb13u4) ...
Setting up jq (1.7.1-6+deb13u4) ...
Setting up less (668-1) ...
Processing triggers for libc-bin (2.41-12+deb13u4) ...
`);
  });

  // Layers measured in a replica of the slim image: `apt-get update && apt-get install ... && rm -rf /var/lib/apt/lists/*`.
  it.each([
    ["--no-install-recommends gcc", 174_488_904],
    ["--no-install-recommends curl", 13_462_578],
    ["--no-install-recommends git", 99_162_027],
    ["--no-install-recommends build-essential", 307_546_992],
    ["--no-install-recommends gcc libpq-dev", 202_356_642],
  ])("install %s weighs about what was measured", (what, bytes) => {
    const clean = debian().run(`apt-get update && apt-get install -y ${what} && rm -rf /var/lib/apt/lists/*`);
    expect(clean.exitCode).toBe(0);
    expect(Math.abs(clean.layer / bytes - 1)).toBeLessThan(0.1);
    const kept = debian().run(`apt-get update && apt-get install -y ${what}`);
    expect(Math.abs(kept.layer - clean.layer - 21_697_576)).toBeLessThan(2_000);
  });

  it("takes recommended packages unless it is told not to", () => {
    const many = updated().run("apt-get install -y curl");
    const few = updated().run("apt-get install -y --no-install-recommends curl");
    expect(many.stdout).toContain("ca-certificates");
    expect(few.stdout).toMatch(/^Recommended packages:\n {2}.*ca-certificates/m);
    expect(many.layer).toBeGreaterThan(few.layer * 1.4);
    const configured = updated();
    configured.run(`echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99x`);
    expect(configured.run("apt-get install -y curl").layer).toBe(few.layer);
  });

  it("asks, and a build cannot answer", () => {
    const { exitCode, stdout } = updated().run("apt-get install curl");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/Do you want to continue\? \[Y\/n\] Abort\.\n$/);
  });

  it("says what became of python-pip", () => {
    const { exitCode, stdout, stderr } = updated().run("apt-get install -y python-pip python-dev");
    expect(exitCode).toBe(100);
    expect(stdout).toContain("However the following packages replace it:\n  python3-pip\n");
    expect(stderr).toBe(
      "E: Package 'python-pip' has no installation candidate\nE: Package 'python-dev' has no installation candidate\n",
    );
  });

  it.each([
    ["mongodb-org", "E: Unable to locate package mongodb-org\n"],
    ["docker-ce", "E: Package 'docker-ce' has no installation candidate\n"],
  ])("knows that Debian has no %s", (name, words) => {
    expect(updated().run(`apt-get install -y ${name}`)).toMatchObject({ exitCode: 100, stderr: words });
  });

  it("removes, and takes along what came for it", () => {
    const container = updated();
    container.run("apt-get install -y --no-install-recommends jq tree");
    expect(container.run("which jq").stdout).toBe("/usr/bin/jq\n");
    expect(container.run("apt-get remove -y jq").stdout).toContain(
      "The following packages were automatically installed and are no longer required:\n  libjq1 libonig5\nUse 'apt autoremove' to remove them.\n",
    );
    expect(container.run("which jq").exitCode).toBe(1);
    expect(container.run("apt-get autoremove -y").stdout).toContain(
      "The following packages will be REMOVED:\n  libjq1 libonig5\n",
    );
    expect(container.run("apt-get purge -y tree").stdout).toContain("  tree*\n");
    expect(container.run("dpkg -l jq tree").stderr).toBe(
      "dpkg-query: no packages found matching jq\ndpkg-query: no packages found matching tree\n",
    );
  });

  it("finds the list files gone after rm and after dist-clean", () => {
    const container = updated();
    container.run("apt-get dist-clean");
    expect(container.run("apt-get install -y tree").stderr).toBe("E: Unable to locate package tree\n");
  });

  it("may be run by root only", () => {
    expect(updated().run("apt-get install -y tree", "1000")).toMatchObject({
      exitCode: 100,
      stderr: expect.stringContaining("are you root?"),
    });
    expect(debian().run("apt-get update", "1000").stderr).toContain("Acquire (13: Permission denied)");
  });

  it("finds no version that the archive does not hold, and no other release", () => {
    const said = (operand: string): string => updated().run(`apt-get install -y ${operand}`).stderr;
    expect(said("tree=1.0")).toBe("E: Version '1.0' for 'tree' was not found\n");
    expect(said("tree/sid")).toBe("E: Release 'sid' for 'tree' was not found\n");
    expect(said("tree='2.2.*' less/stable")).not.toContain("E:");
  });

  it("removes what a step needed only for itself, as official images do", () => {
    const container = updated();
    const chain = [
      'saved="$(apt-mark showmanual)"',
      "apt-get install -y --no-install-recommends gcc libc6-dev tree",
      "apt-mark auto '.*' > /dev/null",
      '[ -z "$saved" ] || apt-mark manual $saved',
      "dpkg-query --search '*/libc.so.6' /usr/bin/tree | cut -d: -f1 | sort -u",
      "apt-mark manual tree",
      "apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false",
    ];
    const { stdout, exitCode } = container.run(chain.join(" && "));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("\nlibc6\ntree\ntree set to manually installed.\n");
    expect(stdout).toContain("Removing gcc (4:14.2.0-1) ...\n");
    expect(container.run("apt-mark showmanual; ls /usr/bin/gcc /usr/bin/tree").stdout).toBe(
      "tree\n/usr/bin/tree\n",
    );
  });

  it("marks, and tells what it cannot find", () => {
    const container = updated();
    container.run("apt-get install -qq -y less");
    expect(
      container.run(
        "apt-mark auto less; apt-mark auto less; apt-mark hold less; apt-mark showhold; apt-mark unhold less",
      ).stdout,
    ).toBe(
      "less set to automatically installed.\nless was already set to automatically installed.\nless set on hold.\nless\nCanceled hold on less.\n",
    );
    expect(container.run("apt-mark manual pip3")).toMatchObject({
      exitCode: 100,
      stderr: "E: Unable to locate package pip3\nE: No packages found\n",
    });
    expect(container.run("apt-mark manual bash:amd64 nano libc6:i386")).toMatchObject({
      exitCode: 100,
      stdout: "bash set to manually installed.\nnano can not be marked as it is not installed.\n",
      stderr: "E: Unable to locate package libc6:i386\n",
    });
    expect(container.run("apt-mark shred").stderr).toBe("E: Invalid operation shred\n");
  });

  it("compares versions as dpkg does, and knows whose a file is", () => {
    const container = updated();
    for (const words of [
      "1.0 lt 2.0",
      "1.0~rc1 lt 1.0",
      "2:1 gt 10",
      "1.10 gt 1.9",
      "1.0-1 lt 1.0-1+b1",
      "1.0 eq 1.0-0",
    ])
      expect(container.run(`dpkg --compare-versions ${words}`).exitCode, words).toBe(0);
    expect(container.run("dpkg -S /nothing")).toMatchObject({
      exitCode: 1,
      stderr: "dpkg-query: no path found matching pattern /nothing\n",
    });
    expect(() => container.run("dpkg -S /bin/ls")).toThrow("NOT_SIMULATED");
    expect(container.run("dpkg -i /nothing.deb").stderr).toBe(
      "dpkg: error: cannot access archive '/nothing.deb': No such file or directory\n",
    );
    expect(
      container.run(
        "dpkg --add-architecture arm64; dpkg --print-architecture; dpkg --print-foreign-architectures",
      ).stdout,
    ).toBe("amd64\narm64\n");
    expect(container.run("dpkg-query -W -f='${binary:Package}=${Version}\\n' libc6").stdout).toMatch(
      /^libc6(:amd64)?=2\.41-/,
    );
  });

  it.each([
    'echo "deb [signed-by=/k.asc] https://deb.nodesource.com/node_22.x nodistro main" > /etc/apt/sources.list.d/n.list',
    "sed -i s/deb.debian.org/mirror.example.org/ /etc/apt/sources.list.d/debian.sources",
    "sed -i 's/^Components: main/Components: main contrib/' /etc/apt/sources.list.d/debian.sources",
    'echo "deb http://deb.debian.org/debian trixie-backports main" > /etc/apt/sources.list',
  ])("does not ask other archives, and says so: %s", (line) => {
    expect(() => debian().run(`${line}; apt-get update`)).toThrow("NOT_SIMULATED");
  });

  it("does not make up what the catalogue lacks", () => {
    expect(() => updated().run("apt-get install -y surely-unknown")).toThrow("NOT_SIMULATED");
  });
});

describe("dpkg", () => {
  it("lists with columns as wide as their cells", () => {
    const container = updated();
    container.run("apt-get install -y tree less");
    expect(container.run("dpkg -l tree less nosuch")).toMatchObject({
      exitCode: 1,
      stdout: `Desired=Unknown/Install/Remove/Purge/Hold
| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend
|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)
||/ Name           Version      Architecture Description
+++-==============-============-============-=============================================
ii  less           668-1        amd64        pager program similar to more
ii  tree           2.2.1-1      amd64        displays an indented directory tree, in color
`,
      stderr: "dpkg-query: no packages found matching nosuch\n",
    });
    expect(container.run("dpkg -L tree").stdout).toContain("\n/usr/bin/tree\n");
    expect(container.run("dpkg-query -W tree nosuch libacl1:amd64")).toMatchObject({
      exitCode: 1,
      stdout: "libacl1:amd64\t2.3.2-2+b1\ntree\t2.2.1-1\n",
      stderr: "dpkg-query: no packages found matching nosuch\n",
    });
    expect(container.run("dpkg -r tree && dpkg -r tree; dpkg -P bash").stderr).toBe(
      "dpkg: warning: ignoring request to remove tree which isn't installed\ndpkg: error processing package bash (--purge):\n this is an essential package; it should not be removed\nErrors were encountered while processing:\n bash\n",
    );
    const again = container.run("cd /tmp && apt-get -qq download tree && dpkg -i tree_*.deb");
    expect(again.stdout).toMatch(
      /^Selecting previously unselected package tree\.\n\(Reading.*\nPreparing to unpack tree_2\.2\.1-1_amd64\.deb \.\.\.\nUnpacking tree \(2\.2\.1-1\) \.\.\.\nSetting up tree/,
    );
    expect(container.run("echo x > y.deb; dpkg -i y.deb").exitCode).toBe(1);
    expect(container.run("dpkg -s bash").stdout).toContain("Status: install ok installed\n");
    expect(container.run("apt-cache policy nano").stdout).toBe(
      "nano:\n  Installed: (none)\n  Candidate: 8.4-1+deb13u1\n  Version table:\n     8.4-1+deb13u1 500\n        500 http://deb.debian.org/debian trixie/main amd64 Packages\n",
    );
  });
});

describe("apt of apt 3", () => {
  it("tells what it does in a form of its own (scripts/bases/facts/apt-3-trixie.txt)", () => {
    const container = updated();
    const { stdout, stderr } = container.run("apt install -y --no-install-recommends less tree");
    expect(stderr).toContain(
      "\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n",
    );
    expect(stdout).toMatch(
      /^Reading package lists\.\.\.\nBuilding dependency tree\.\.\.\nReading state information\.\.\.\nInstalling:\n {2}less {2}tree\n\nSummary:\n {2}Upgrading: 0, Installing: 2, Removing: 0, Not Upgrading: 8\n {2}Download size: 221 kB\n {2}Space needed: 517 kB \/ 50\.0 GB available\n\nGet:1 /,
    );
    expect(container.run("apt install -y tree").stdout).toMatch(
      /\ntree is already the newest version \(2\.2\.1-1\)\.\nSummary:\n {2}Upgrading: 0, Installing: 0, Removing: 0, Not Upgrading: 8\n$/,
    );
    expect(container.run("apt purge -y less").stdout).toContain(
      "\nREMOVING:\n  less*\n\nSummary:\n  Upgrading: 0, Installing: 0, Removing: 1, Not Upgrading: 8\n  Freed space: 385 kB\n\n",
    );
    expect(container.run("apt remove -y nosuch")).toMatchObject({
      exitCode: 100,
      stderr: expect.stringMatching(/\nError: Unable to locate package nosuch\n$/),
    });
  });

  it("lays names out in columns", () => {
    const { stdout } = updated().run("apt install -y --no-install-recommends -s build-essential");
    expect(stdout).toContain(`Installing dependencies:
  binutils                   libatomic1          liblsan0
  binutils-common            libbinutils         libmpc3
`);
    expect(stdout).toContain(`
  gcc-x86-64-linux-gnu       libitm1
  libasan8                   libjansson4

Suggested packages:
  binutils-doc               gdb-x86-64-linux-gnu
  gprofng-gui                libc-devtools
  binutils-gold              glibc-doc
`);
  });
});
