/** What one check becomes in a container-structure-test file (schema 2.0.0, pkg/types/v2). */
export interface StructurePart {
  readonly commandTests?: readonly CommandTest[];
  readonly fileExistenceTests?: readonly FileTest[];
  readonly fileContentTests?: readonly ContentTest[];
  readonly metadataTest?: Metadata;
}

interface CommandTest {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly expectedOutput?: readonly string[];
  readonly excludedOutput?: readonly string[];
  readonly exitCode?: number;
}

interface FileTest {
  readonly name: string;
  readonly path: string;
  readonly shouldExist: boolean;
  readonly permissions?: string;
  readonly uid?: number;
  readonly isExecutableBy?: "any";
}

interface ContentTest {
  readonly name: string;
  readonly path: string;
  readonly expectedContents: readonly string[];
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly isRegex?: true;
}

/** One a file: the lists of several are joined, and a field of which there is only one must not be asked for twice. */
export interface Metadata {
  readonly envVars?: readonly KeyValue[];
  readonly unboundEnvVars?: readonly { readonly key: string }[];
  readonly labels?: readonly KeyValue[];
  readonly exposedPorts?: readonly string[];
  readonly volumes?: readonly string[];
  readonly workdir?: string;
}

/** Why a check has no counterpart there. */
export class NotExportable extends Error {
  override readonly name = "NotExportable";
}
