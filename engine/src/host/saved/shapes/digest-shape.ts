import { type Digest, isDigest } from "../../../core/digest.ts";
import { isText, type Shape } from "../../../core/shape.ts";

export const isDigestText: Shape<Digest> = (value): value is Digest => isText(value) && isDigest(value);
