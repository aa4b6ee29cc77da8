import type { LayerMember } from "../../engine/testing/replay/transcript.ts";

/** A recorded session as the recorder wrote it, as far as a transcript needs it. */
export interface Recording {
  readonly id: string;
  readonly title: string;
  readonly note?: string | null;
  readonly files: Readonly<Record<string, RecordedFile>>;
  readonly pre?: string | readonly string[] | null;
  readonly steps: readonly RecordedStep[];
  readonly images?: Readonly<Record<string, RecordedImage>>;
}

export interface RecordedFile {
  readonly content?: string;
  readonly base64?: string;
  readonly mode?: string;
  readonly link?: string;
  readonly tar?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  readonly gz?: boolean;
}

export type RecordedStep =
  | {
      readonly op?: undefined;
      readonly cmd: string;
      readonly exit: number;
      readonly stdout: string;
      readonly stderr: string;
    }
  | { readonly op: "write"; readonly path: string; readonly content: string }
  | { readonly op: "touch" | "rm"; readonly path: string }
  | { readonly op: "chmod"; readonly path: string; readonly mode: string }
  | { readonly op: "mv"; readonly path: string; readonly to: string }
  | { readonly op: "sleep"; readonly s: number };

export interface RecordedImage {
  readonly missing?: true;
  readonly base: string | null;
  readonly config_blob: {
    readonly author?: string;
    readonly config: Readonly<Record<string, unknown>>;
    readonly history: readonly {
      readonly created_by?: string;
      readonly comment?: string;
      readonly empty_layer?: boolean;
    }[];
  };
  readonly layers?: readonly RecordedLayer[];
}

export interface RecordedLayer {
  readonly from_base?: true;
  readonly diff_id: string;
  readonly entries?: Readonly<Record<string, RecordedEntry>>;
}

export interface RecordedEntry extends Omit<LayerMember, "path" | "content" | "old"> {
  readonly size: number;
  readonly sha256?: string;
  readonly text?: string;
  readonly mtime?: "EPOCH";
}
