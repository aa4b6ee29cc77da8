/** Exit status of `docker run` where the container could not be made or started: by the words of the error (docker/cli container/run.go, toStatusError). */
export function exitOfError(error: string): 125 | 126 | 127 {
  if (/executable file not found|no such file or directory/.test(error)) return 127;
  return /permission denied|is a directory/.test(error) ? 126 : 125;
}
