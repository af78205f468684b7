import { refusals } from '#libs/contracts';

export const importRefusals = {
  'imports.not-this-file': {
    kind: 'invalid',
    says: 'This is not the kind of file that was announced.',
  },
  'imports.region-needed': {
    kind: 'invalid',
    says: 'A list of partners is of a region: say which one with regionId.',
  },
  'imports.region-unknown': { kind: 'invalid', says: 'There is no such region.' },
  'imports.too-many-vanish': {
    kind: 'conflict',
    says: 'More than a tenth of the known locations are not in this file. Nothing was changed; if that is right, confirm it.',
  },
  'imports.running': {
    kind: 'conflict',
    says: 'Another import is still running; start this one when that is finished.',
  },
} as const;

export const refuse = refusals(importRefusals);
