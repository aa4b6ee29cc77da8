import { notSimulated } from "../../core/engine-error.ts";
import type { Program } from "../process.ts";

/** What the nginx image does before its start if it is asked to: it notes down the container's name servers. */
export const localResolvers: Program = {
  name: "15-local-resolvers.envsh",
  run(process) {
    if (process.env.get("NGINX_ENTRYPOINT_LOCAL_RESOLVERS"))
      throw notSimulated("NGINX_ENTRYPOINT_LOCAL_RESOLVERS", "put the name servers into a variable");
    return 0;
  },
};
