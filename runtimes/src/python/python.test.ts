import { describe, expect, it } from "vitest";
import { PythonHost } from "../../testing/python-host.ts";

const host = new PythonHost();

/** A server that counts, with what its handlers are. */
const server = (address: string, more = ""): string => `
state = {"n": 0}
def request(request):
    state["n"] += 1
    print("asked", request["path"], "by", request["remote"])
    ask("flush")
    if request["path"] == "/write":
        with open("/tmp/written", "a") as file:
            file.write("%d\\n" % state["n"])
    if request["path"] == "/exit":
        ask("exit", status=7)
    if request["path"] == "/loop":
        while True: pass
    if request["path"] == "/slow":
        ask("sleep", seconds=3)
    return "answer %d" % state["n"]
on["request"] = request
${more}
print(ask("listen", host="${address}", port=5000))
ask("flush")
wait()
`;

const start = (program: string, flags = "-p 8000:5000"): void => {
  host.run("docker rm -f $(docker ps -aq)");
  host.build(program);
  expect(host.run(`docker run -d --name web ${flags} t`).exitCode).toBe(0);
};

describe("a program", () => {
  it("reads and writes the container's files, and has its status", () => {
    const { stdout, exitCode } = host.python(
      'import os, sys\nopen("made", "w").write("one\\n")\nopen("made", "a").write("two\\n")\nprint(open("made").read(), os.listdir("/app"), os.stat("made")[6])\nsys.exit(5)',
    );
    expect([stdout, exitCode]).toEqual(["one\ntwo\n ['Dockerfile', 'app.py', 'made'] 8\n", 5]);
  });

  it("is refused by the files' permissions, with Linux's numbers", () => {
    const { stdout } = host.python(
      'for path, mode in (("/etc/shadow", "r"), ("/etc/x", "w"), ("/nope", "r"), ("/app", "w")):\n    try: open(path, mode)\n    except OSError as error: print(error.errno)',
      "--user nobody",
    );
    expect(stdout).toBe("13\n13\n2\n21\n");
  });

  it("begins afresh each time", () => {
    host.python("import sys\nsys.left = 1");
    expect(host.python('import sys\nprint(hasattr(sys, "left"))').stdout).toBe("False\n");
  });

  it("is seen printing when a block is full, at a flush, or at its end", () => {
    const program = 'print("early")\nask("sleep", seconds=60)\nprint("late")';
    host.run("docker rm -f $(docker ps -aq)");
    host.build(program);
    host.run("docker run -d --name web t; docker run -d --name quick -e PYTHONUNBUFFERED=1 t");
    expect(host.run("docker logs web; docker logs quick").stdout).toBe("early\n");
    expect(host.run("sleep 61; docker logs web").stdout).toBe("early\nlate\n");
    host.run("docker rm -f quick");
  });

  it("starts others, and is started by scripts", () => {
    host.station.write("tool", "#!/usr/bin/env python3\nprint('tool', given['argv'])\n", 0o755);
    expect(host.python('print(ask("spawn", argv=["./tool", "x"]))').stdout).toContain("tool ['./tool', 'x']");
    expect(host.run("docker run --rm t ./tool y").stdout).toBe("tool ['./tool', 'y']\n");
  });

  it("runs in a RUN step", () => {
    host.station.write(
      "step.Dockerfile",
      "FROM python:3.12-slim\nRUN python -c \"open('/made', 'w').write('x')\"\nCMD cat /made\n",
    );
    expect(host.run("docker build -q -f step.Dockerfile -t s . && docker run --rm s").stdout).toMatch(/x$/);
  });
});

describe("a hostile program", () => {
  it.each([
    ["loops", "while True: pass", "steps"],
    ["grows", "x = 'a' * 1000\nwhile True: x += x", "bytes of memory"],
    ["collects", "x = []\nwhile True: x.append(bytes(100000))", "of"],
    ["prints", "while True: print('y' * 1000)", "of"],
    ["reads for ever", "open('/dev/zero').read()", "of"],
    ["searches for ever", "import re\nre.match('(a*)*(a*)*(a*)*b', 'a' * 40)", ""],
    ["computes", "print(9 ** 9 ** 9)", "of"],
    ["starts itself", "ask('spawn', argv=['python', 'app.py'], inherit=['stderr'])", "inside one another"],
  ])("%s, and ends at a limit", (_, program, limit) => {
    const { stderr, exitCode } = host.python(program);
    expect(stderr).toMatch(new RegExp(`Drydock stopped here: more than \\d+ .*${limit}`));
    expect(exitCode).toBe(125);
  });

  it("recurses, and is told so by Python", () => {
    const { stderr, exitCode } = host.python("def f(): f()\nf()");
    expect(stderr).toContain("maximum recursion depth exceeded");
    expect(exitCode).toBe(1);
  });

  it("ends at the same turn each time", () => {
    const count =
      "n = 0\nwhile True:\n    n += 1\n    if n % 1000 == 0:\n        open('/v/n', 'w').write(str(n))\n";
    host.build(count);
    const read = (): string =>
      host.run("docker run --rm -v v:/v t; docker run --rm -v v:/v t cat /v/n").stdout;
    expect(read()).toBe(read());
  });
});

describe("a server", () => {
  it("is another one after each request, and the one before can be had back", () => {
    start(server("0.0.0.0"));
    const ask = (path: string): string => host.run(`curl -s localhost:8000${path}`).stdout;
    expect(ask("/")).toBe("answer 1");
    const before = host.station.snapshot();
    expect([ask("/write"), ask("/write")]).toEqual(["answer 2", "answer 3"]);
    expect(host.run("docker exec web cat /tmp/written").stdout).toBe("2\n3\n");
    expect(host.run("docker logs web").stdout).toContain("asked /write by 172.17.0.1\n");
    host.station.restore(before);
    expect(ask("/")).toBe("answer 2");
  });

  it("is reached by the address that it is bound to", () => {
    start(server("127.0.0.1"));
    expect(host.run("curl -s localhost:8000/; curl localhost:8000/").stderr).toBe(
      "curl: (56) Recv failure: Connection reset by peer\n",
    );
    const inside = `docker exec web python -c 'print(ask("request", url="http://127.0.0.1:5000/")["body"])'`;
    expect(host.run(inside).stdout).toBe("answer 1\n");
    expect(host.run(inside.replace("127.0.0.1:5000", "172.17.0.2:5000")).stderr).toContain("KeyError");
  });

  it("is reached by its neighbours", () => {
    start(server("0.0.0.0"), "");
    const ask = `docker run --rm t python -c 'print(ask("request", url="http://172.17.0.2:5000/")["body"])'`;
    expect(host.run(`${ask}; ${ask}`).stdout).toBe("answer 1\nanswer 2\n");
    expect(host.run("docker logs web").stdout).toContain("by 172.17.0.3");
  });

  it("takes its time, and the one who asks waits", () => {
    start(server("0.0.0.0"));
    expect(
      host.run("date +%s > a; curl -s localhost:8000/slow; date +%s > b; echo $(( $(cat b) - $(cat a) ))")
        .stdout,
    ).toBe("answer 13\n");
  });

  it("may end over a request", () => {
    start(server("0.0.0.0"));
    expect(host.run("curl -s localhost:8000/exit").exitCode).toBe(52);
    expect(host.run("docker ps -a --format '{{.Status}}'").stdout).toMatch(/^Exited \(7\)/);
  });

  it("may loop over a request, which ends at a limit and leaves it as it was", () => {
    start(server("0.0.0.0"));
    expect(host.run("curl -s localhost:8000/loop").stderr).toContain("Drydock stopped here");
    expect(host.run("curl -s localhost:8000/").stdout).toBe("answer 1");
  });

  it("cannot bind twice", () => {
    expect(
      host.python(
        server("0.0.0.0").replace(
          "wait()",
          'print(ask("listen", host="", port=5000), ask("listen", host="10.1.1.1", port=1))',
        ),
      ).stdout,
    ).toBe("{'port': 5000}\n{'errno': 'EADDRINUSE'} {'errno': 'EADDRNOTAVAIL'}\n");
  });
});

describe("a signal", () => {
  const handler = `
def stop():
    print("bye", state["n"])
    return 3
on["TERM"] = stop
ask("handles", signals=["TERM"])
`;
  const status = (): string =>
    host.run("docker ps -a --format '{{.Status}}'").stdout.replace(/ Less.*\n| \d.*\n/, "");

  it("is ignored by process 1 without a handler", () => {
    start(server("0.0.0.0"));
    host.run("docker stop web");
    expect(status()).toBe("Exited (137)");
  });

  it("reaches the handler of a server, which has seen its requests", () => {
    start(server("0.0.0.0", handler));
    host.run("curl -s localhost:8000/; docker stop web");
    expect(status()).toBe("Exited (3)");
    expect(host.run("docker logs web").stdout).toMatch(/bye 1\n$/);
  });

  it("ends what stands behind an init", () => {
    start(server("0.0.0.0"), "--init");
    host.run("docker stop web");
    expect(status()).toBe("Exited (143)");
  });

  it("wakes a program that sleeps", () => {
    start(
      'ask("handles", signals=["TERM"])\nwhile True:\n    woken = ask("sleep", seconds=60)\n    if woken["signal"]:\n        print(woken["signal"])\n        raise SystemExit(4)\n',
      "",
    );
    host.run("sleep 90; docker stop web");
    expect([status(), host.run("docker logs web").stdout]).toEqual(["Exited (4)", "TERM\n"]);
  });
});

describe("a health check", () => {
  it("asks the server, whose log has it", () => {
    host.station.write(
      "health.Dockerfile",
      "FROM t\nHEALTHCHECK --interval=10s --retries=1 CMD python -c \"import sys; sys.exit(0 if ask('request', url='http://127.0.0.1:5000/').get('body') in ('answer 1', 'answer 2') else 1)\"\n",
    );
    host.build(server("0.0.0.0"));
    host.run(
      "docker rm -f $(docker ps -aq); docker build -q -f health.Dockerfile -t h . ; docker run -d --name web h",
    );
    const status = (): string => host.run("docker ps --format '{{.Status}}'").stdout;
    expect(status()).toContain("(health: starting)");
    expect(host.run("sleep 15; docker ps --format '{{.Status}}'").stdout).toContain("(healthy)");
    expect(host.run("sleep 20; docker ps --format '{{.Status}}'").stdout).toContain("(unhealthy)");
    expect(host.run("docker logs web").stdout.split("asked").length).toBe(4);
  });
});
