import { refusals } from '#libs/contracts';

export const changeRefusals = {
  'aggregate.missing': { kind: 'missing', says: 'There is nothing with this id that you may see.' },
  'command.key-reused': {
    kind: 'key-reused',
    says: 'This Idempotency-Key was used before with another body. Take a new key for a new command.',
  },
  'command.stale': {
    kind: 'stale',
    says: 'Somebody changed this in the meantime. Load it again and decide on what it is now.',
  },
} as const;

export const refuse = refusals(changeRefusals);
