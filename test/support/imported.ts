import type { Actor } from '#libs/runtime';
import { operator, type Reply, type RunningDirectory } from './running-directory.js';

interface Note {
  readonly row: number;
  readonly column?: string;
  readonly code: string;
  readonly message: string;
}

export interface Report {
  readonly id: string;
  readonly state: string;
  readonly dryRun: boolean;
  readonly counts: Readonly<
    Record<'rows' | 'added' | 'changed' | 'unchanged' | 'vanished' | 'refused', number>
  >;
  readonly progress: { readonly done: number; readonly total: number };
  readonly refusals: readonly Note[];
  readonly remarks: readonly Note[];
}

interface Given {
  readonly kind: string;
  readonly content: Buffer;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly confirmVanishing?: boolean;
}

export function postImport(
  directory: RunningDirectory,
  { content, ...given }: Given,
  as: Actor,
  key?: string,
): Promise<Reply<Report>> {
  const body = { filename: 'a-file.csv', content: content.toString('base64'), ...given };
  return directory.post<Report>('/api/imports', { as, ...(key ? { key } : {}) }, body);
}

/** Starts the import and waits for its end. */
export async function imported(directory: RunningDirectory, given: Given): Promise<Report> {
  const started = await postImport(directory, given, operator);
  if (started.status !== 202)
    throw new Error(`the import was answered ${started.status}: ${JSON.stringify(started.body)}`);
  return finished(directory, started.body.id);
}

export async function finished(directory: RunningDirectory, id: string): Promise<Report> {
  for (;;) {
    const { body } = await directory.get<Report>(`/api/imports/${id}`);
    if (body.state === 'finished') return body;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
