/** The door of the engine: the only file that others import. */
export type { Position, Range } from "./core/position.ts";
export type { Digest } from "./core/digest.ts";
export { EngineError, isEngineError, needsPart, notSimulated } from "./core/engine-error.ts";
export type { ErrorData } from "./core/engine-error.ts";
export { Part } from "./core/part.ts";
export { build } from "./build/build.ts";
export type { Built } from "./build/build.ts";
export { emptyCache } from "./build/cache/cache.ts";
export type { BuildCache, CachedResult } from "./build/cache/cache.ts";
export type { Image, Layer } from "./build/image/image.ts";
export type { BuildHost, BuildRequest } from "./build/request.ts";
export type {
  BuildError,
  BuildResult,
  BuildWarning,
  BuiltStage,
  LogLine,
  MissReason,
  Step,
  Vertex,
} from "./build/result.ts";
export { plainProgress } from "./build/progress/plain.ts";
export type { LiveView, TerminalSize, TtyFrame } from "./core/live-view.ts";
export { type CommandWords, commandWords } from "./cli/words/command-words.ts";
export { type CommandEntry, dockerCommands, lackingCommands } from "./cli/reference/reference.ts";
export { buildView } from "./build/progress/tty.ts";
export { sourceFrame } from "./build/progress/source-frame.ts";
export { decode, encode, equalBytes } from "./core/bytes.ts";
export { digestOf } from "./core/digest.ts";
export {
  isFlag,
  isNumber,
  isText,
  listOf,
  mapOf,
  maybe,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
} from "./core/shape.ts";
export type { Credentials } from "./vfs/file-system.ts";
export { FileSystem } from "./vfs/file-system.ts";
export { type LineChange, lineChanges } from "./shell/diff/line-changes.ts";
export type { BlackBox } from "./shell/black-boxes/black-box.ts";
export { Content } from "./vfs/content.ts";
export { type Change, diff } from "./vfs/diff.ts";
export type { Directory, Entry } from "./vfs/entry.ts";
export { familiarName, parseReference, qualifiedName, type Reference } from "./oci/reference.ts";
export { type FileState, type FileStateEntry, stateOf, treeOf } from "./context/file-state.ts";
export { applyIgnore, ignores, parseIgnore } from "./context/ignore.ts";
export { matchGlob, matchPath } from "./context/match.ts";
export { parseDockerfile } from "./dockerfile/parse.ts";
export type { Dockerfile, Stage } from "./dockerfile/dockerfile.ts";
export type { Instruction } from "./dockerfile/instruction.ts";
export { fromBase64, toBase64 } from "./core/base64.ts";
export { gunzip, gzip, isGzip } from "./archive/gzip.ts";
export { decompress } from "./archive/decompress.ts";
export { readTar, type TarMember } from "./archive/tar.ts";
export { unknownBase } from "./daemon/bases/unknown-base.ts";
export { baseImage, type BaseImageData } from "./daemon/bases/base-image.ts";
export { shortId } from "./core/digest.ts";
export { type Container, type Life, statusOf } from "./daemon/containers/container.ts";
export { imageManifest } from "./daemon/images/image-manifest.ts";
export { SIGNALS } from "./shell/signal.ts";
export { runProgram } from "./daemon/containers/run-program.ts";
export type { DaemonState } from "./daemon/state.ts";
export { humanSize } from "./core/size.ts";
export {
  type LineResult,
  type OutputEvent,
  Workstation,
  type WorkstationOptions,
} from "./host/workstation.ts";
export type { MachineChange } from "./host/changes/change.ts";
export { changesText } from "./host/changes/changes-text.ts";
export { compareStates } from "./host/changes/compare-states.ts";
export {
  beginHistory,
  checkpoint,
  done,
  forget,
  goBack,
  type History,
  MOST_CHECKPOINTS,
  redo,
  seen,
  undo,
} from "./host/history.ts";
export { bytesMade } from "./vfs/byte-budget.ts";
export { heldBytes } from "./host/held-bytes.ts";
export type { HostState } from "./host/host-state.ts";
export type { SavedMachine, Unreadable } from "./host/saved/saved-machine.ts";
export { type Advice, advise } from "./lint/advise.ts";
export { adviseOn } from "./lint/advise-on.ts";
export type { Surroundings } from "./lint/surroundings.ts";
export type { Rule } from "./lint/rule.ts";
export type { TeachingRule } from "./lint/teaching-rule.ts";
export { rules } from "./lint/rules/index.ts";
export { teachingRules } from "./lint/teaching/index.ts";
export { ruleSlug } from "./lint/rule-slug.ts";
export { checkExample } from "./build/check-example.ts";
export { warningText } from "./build/progress/warning-text.ts";
export { baseConfigs } from "./daemon/bases/base-configs.ts";
export { concat } from "./core/bytes.ts";
export { bytesOf, textOf } from "./shell/text/bytes-text.ts";
export { md5 } from "./shell/digests/md5.ts";
export { sha1 } from "./shell/digests/sha1.ts";
export { sha384, sha512 } from "./shell/digests/sha512.ts";
export { fullVersion } from "./shell/packages/python/full-version.ts";
export { userBase } from "./shell/packages/python/user-base.ts";
export { installedIn } from "./shell/packages/python/installed.ts";
export {
  type KeptPython,
  type PythonProgram,
  type PythonRuntime,
  pythonRuntime,
} from "./shell/python-runtime.ts";
export type { Input, Output, Process, Request, Response } from "./shell/process.ts";
export type { Awake, Waiting, Woken } from "./shell/wait/waiting.ts";
export { TextInput } from "./shell/streams/text-input.ts";
export type { Device, Inode } from "./vfs/entry.ts";
export type { Errno } from "./vfs/errno.ts";
export { ROOT } from "./vfs/file-system.ts";
export { join as joinPath } from "./vfs/path.ts";
export { dirname } from "./vfs/path.ts";
export { ContainerStage, type StageOptions } from "./host/container-stage.ts";
export type { Health } from "./daemon/health/health.ts";
