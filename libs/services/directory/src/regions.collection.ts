import { declareAggregate } from '#libs/runtime';
import type { Region } from './domain/region.js';

export const regions = declareAggregate<Region>({
  name: 'directory.regions',
  indexes: { byName: { by: () => '*', sort: ({ name }) => name } },
  owners: ({ id }) => ({ regions: [id] }),
  nextAt: ({ restampAt }) => restampAt,
  visible: ({ name, municipalityCodes, schoolLocationIds, settings, participating }) => ({
    name,
    municipalityCodes,
    schoolLocationIds,
    settings,
    participating,
  }),
  seen: 'few-sources',
});
