import { readFile } from 'node:fs/promises';
import type { describeApi } from '#libs/runtime';

/** The API of all services together, as the build wrote it down; undefined where only a part was built. */
export async function readOpenApi(
  file: string,
): Promise<Awaited<ReturnType<typeof describeApi>> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Awaited<ReturnType<typeof describeApi>>;
  } catch {
    return undefined;
  }
}
