import { readFileSync } from 'node:fs';
import type { describeApi } from '#libs/runtime';

/** The API of all services together, as the build wrote it down; undefined where only a part was built. */
export function readOpenApi(file: string): ReturnType<typeof describeApi> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof describeApi>;
  } catch {
    return undefined;
  }
}
