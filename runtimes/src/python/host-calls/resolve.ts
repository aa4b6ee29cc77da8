import type { HostCall } from "./host-call.ts";

const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/** `{name}`: the IPv4 address that /etc/hosts has for a name; null where it has none. */
export const resolve: HostCall = {
  name: "resolve",
  answer({ process }, question) {
    const name = question.text("name");
    if (ADDRESS.test(name)) return name;
    const hosts = process.files.read("/etc/hosts");
    const lines = typeof hosts === "string" ? [] : (hosts.text ?? "").split("\n");
    for (const line of lines) {
      const [address = "", ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
      if (ADDRESS.test(address) && names.includes(name)) return address;
    }
    return name === "localhost" ? "127.0.0.1" : null;
  },
};
