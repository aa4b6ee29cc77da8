import { expect, test } from "vitest";
import { bases } from "../../../bases/index.ts";
import { Workstation } from "../workstation.ts";
import { changesText } from "./changes-text.ts";
import { compareStates } from "./compare-states.ts";

const machine = (): Workstation =>
  new Workstation({ bases, seed: "changes", files: { Dockerfile: "FROM busybox:1.37\nRUN echo a > /a\n" } });

/** What a line changes, ids blotted out. */
const changed = (on: Workstation, line: string): string => {
  const before = on.snapshot();
  on.run(line);
  return changesText(compareStates(before, on.snapshot())).replaceAll(/\b[0-9a-f]{12}\b/g, "ID");
};

test("tells of each sort of thing what came, went and changed", () => {
  const on = machine();
  expect(changed(on, "docker build -t app .")).toBe(
    "+ image app:latest (4.42MB)\n~ build cache (1 result more)\n",
  );
  expect(changed(on, "docker run -d --name web -v data:/d app sleep 100")).toBe(
    "+ container web (running, app)\n+ volume data\n",
  );
  expect(changed(on, "docker exec web sh -c 'echo hi > /d/x; echo o > /o'")).toBe(
    "~ container web (1 file changed in it)\n~ volume data (1 path changed in it)\n",
  );
  expect(changed(on, "sleep 101")).toBe("~ container web (running, now exited (0))\n");
  expect(changed(on, "docker network create n; docker network connect n web; docker rename web www")).toBe(
    "~ container www (it was called web; networks: bridge n)\n+ network n (bridge)\n",
  );
  expect(changed(on, "echo 'RUN date' >> Dockerfile; docker build -q -t app .")).toBe(
    "~ image app:latest (another image: ID, 4.42MB; it was ID)\n+ image <none> ID (4.42MB)\n~ build cache (1 result more)\n~ file /root/app/Dockerfile (43B, it was 34B)\n",
  );
  expect(changed(on, "docker tag app 127.0.0.1:5000/b:1; docker push -q 127.0.0.1:5000/b:1")).toBe(
    "+ image 127.0.0.1:5000/b:1 (4.42MB)\n+ registry 127.0.0.1:5000/b:1 (ID)\n",
  );
  expect(changed(on, "cd /tmp; export X=y; chmod 600 /root/app/Dockerfile; mkdir d; echo hi > d/z")).toBe(
    "~ file /root/app/Dockerfile (mode 0600, it was 0644)\n+ file /tmp/d (folder)\n+ file /tmp/d/z (3B)\n~ shell working folder (/tmp, it was /root/app)\n+ shell $X (y)\n",
  );
  expect(changed(on, "docker rm -f www; docker volume rm data; docker network rm n; unset X")).toBe(
    "- container www (exited (0), app)\n- volume data\n- network n (bridge)\n- shell $X (y)\n",
  );
  expect(changed(on, "docker ps -a")).toBe("nothing has changed\n");
});
