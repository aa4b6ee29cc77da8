const PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"] as const;

/** Build args that every RUN sees without an ARG, under both spellings (moby/buildkit, solver/llbsolver/ops/exec.go). */
export const proxyEnv = (args: Readonly<Record<string, string>>): readonly string[] =>
  PROXIES.flatMap((name) => {
    const key = Object.keys(args).find((each) => each.toUpperCase() === name);
    const value = key === undefined ? "" : args[key];
    return value ? [`${name}=${value}`, `${name.toLowerCase()}=${value}`] : [];
  });
