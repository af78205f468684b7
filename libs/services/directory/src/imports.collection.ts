import type { Owners } from '#libs/contracts';
import type { Collection, StoredDocument } from '#libs/ports/document-store/port';
import { declareAggregate } from '#libs/runtime';
import type { ImportReport } from './domain/import-report.js';

export const importOwners = ({ regionId }: ImportReport): Owners => ({ regions: regionId ? [regionId] : [] });

export const imports = declareAggregate<ImportReport>({
  name: 'directory.imports',
  indexes: { byState: { by: ({ state }) => state } },
  owners: importOwners,
  nextAt: ({ state, startedAt }) => (state === 'running' ? Date.parse(startedAt) : null),
  seen: 'few-sources',
});

/** The file of a running import, under the import's id, so that it can go on after a crash. */
interface ImportFile extends StoredDocument {
  /** gzip in base64. */
  readonly content: string;
}

export const importFiles: Collection<ImportFile> = { name: 'directory.import-files', indexes: {} };
