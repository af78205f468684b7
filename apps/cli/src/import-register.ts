import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refused, Stopped, type Api } from './api.js';
import { reportLines, type ImportReport } from './import-report.js';
import type { Screen } from './screen.js';

export interface ImportOptions {
  readonly kind: 'schools' | 'postcodes' | 'partners';
  readonly file: string;
  /** Of a list of partners. */
  readonly region?: string;
  readonly asOf?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

const askEveryMs = 200;

/** Sends the file to the instance, waits until it is written, and prints what became of it. */
export async function importRegister(
  instance: Api,
  { kind, file, region, asOf, yes, dryRun }: ImportOptions,
  screen: Screen,
): Promise<void> {
  const content = await bytesOf(file);
  const started = await post(instance, {
    kind,
    filename: path.basename(file).slice(0, 200),
    content: content.toString('base64'),
    ...(region ? { regionId: region } : {}),
    ...(asOf ? { asOf } : {}),
    ...(dryRun ? { dryRun } : {}),
    ...(yes ? { confirmVanishing: true } : {}),
  });
  const report = await untilFinished(instance, started, screen);
  for (const line of reportLines(report)) screen.line(line);
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Stopped(`${file} cannot be read.`, { cause });
  }
}

async function post(instance: Api, body: object): Promise<ImportReport> {
  try {
    return await instance.post<ImportReport>('/api/imports', body);
  } catch (error) {
    if (error instanceof Refused && error.code === 'imports.too-many-vanish')
      throw new Stopped(`${error.message} Add --yes to confirm.`, { cause: error });
    throw error;
  }
}

async function untilFinished(instance: Api, started: ImportReport, screen: Screen): Promise<ImportReport> {
  if (started.state === 'finished') return started;
  const bar = screen.progress(started.progress.total);
  try {
    for (;;) {
      const report = await instance.get<ImportReport>(`/api/imports/${started.id}`);
      bar.at(report.progress.done);
      if (report.state === 'finished') return report;
      await pause(askEveryMs);
    }
  } finally {
    bar.end();
  }
}
