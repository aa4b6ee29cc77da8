import { Duration, isMap, Struct, type Value } from "../template/value.ts";

const time = (value: Value): Duration => new Duration(typeof value === "number" ? value : 0);

/** A health check as a template sees it: all its fields, times as durations (docker image specification, HealthcheckConfig). */
export function healthcheckView(value: Value): Value {
  if (!isMap(value)) return value;
  const fields = {
    Test: value["Test"] ?? null,
    Interval: time(value["Interval"]),
    Timeout: time(value["Timeout"]),
    StartPeriod: time(value["StartPeriod"]),
    StartInterval: time(value["StartInterval"]),
    Retries: value["Retries"] ?? 0,
  };
  return new Struct(fields, fields);
}
