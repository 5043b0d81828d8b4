import { createHash } from 'node:crypto';

/** Says whether two contents are the same. */
export const hashOf = (content: Uint8Array | string) => createHash('sha256').update(content).digest('base64url');
