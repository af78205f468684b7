import { refusals } from '#libs/contracts';

export const invitationRefusals = {
  'invitations.already-in': {
    kind: 'conflict',
    says: 'Whoever has this address has that role there already.',
  },
  'invitations.already-invited': {
    kind: 'conflict',
    says: 'This address is invited to that already. Send that invitation again, or take it back first.',
  },
  'invitations.accepted': {
    kind: 'conflict',
    says: 'This invitation was accepted. Change the roles of that person instead.',
  },
  'invitations.withdrawn': { kind: 'gone', says: 'This invitation was taken back. Make a new one.' },
  'invitations.sent-often': {
    kind: 'conflict',
    says: 'This invitation was sent five times. Take it back, check the address and make a new one.',
  },
} as const;

export const refuse = refusals(invitationRefusals);
