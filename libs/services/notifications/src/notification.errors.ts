import { refusals } from '#libs/contracts';

export const notificationRefusals = {
  'visits.not-agreed': {
    kind: 'conflict',
    says: 'There is no agreed time yet, so there is nothing to put in a calendar.',
  },
  'mailbox.none': {
    kind: 'missing',
    says: 'Mails go out for real here: there is no mailbox to look into.',
  },
} as const;

export const refuse = refusals(notificationRefusals);
