import { refusals } from '#libs/contracts';

export const notificationRefusals = {
  'actions.unknown': {
    kind: 'missing',
    says: 'This link is not one of ours. Open it from the mail once more, or sign in.',
  },
  'actions.used': { kind: 'gone', says: 'This link was used already: your answer is in.' },
  'actions.expired': {
    kind: 'gone',
    says: 'This link is no longer good. Look for a newer mail, or sign in.',
  },
  'actions.has-changed': {
    kind: 'conflict',
    says: 'This has changed since the mail was sent, or was answered. Look for a newer mail, or sign in.',
  },
  'actions.not-offered': { kind: 'invalid', says: 'This link does not offer that answer.' },
  'unsubscribe.unknown': {
    kind: 'missing',
    says: 'This address is not one of ours. Choose which mails you get on your own page.',
  },
  'calendar-feeds.unknown': {
    kind: 'missing',
    says: 'This calendar is not one of ours, or a newer address replaced it. Copy the address from your own page.',
  },
  'inbox.region-not-yours': {
    kind: 'forbidden',
    says: 'You coordinate no such region.',
  },
  'inbox.region-needed': { kind: 'invalid', says: 'Say which region’s inbox you want.' },
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
