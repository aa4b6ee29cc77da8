/** What a Linux image without a PATH gets (BuildKit, util/system/path.go). */
export const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
