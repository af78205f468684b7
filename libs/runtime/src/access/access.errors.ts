import { refusals } from '#libs/contracts';

export const accessRefusals = {
  'access.not-allowed': { kind: 'forbidden', says: 'Your role does not allow this.' },
  'access.not-yours': {
    kind: 'forbidden',
    says: 'You may not act for this school or organisation.',
  },
  'access.contact-unknown': {
    kind: 'invalid',
    says: 'This is nobody who answers for this school or organisation.',
  },
  'access.step-up-needed': {
    kind: 'forbidden',
    says: 'Confirm with your passkey that it is you: your last confirmation is more than a quarter of an hour ago.',
  },
  'access.session-needed': {
    kind: 'forbidden',
    says: 'This is for people at a browser: sign in there first. A program with a token has no passkey.',
  },
  'access.cross-site': {
    kind: 'forbidden',
    says: 'This came from a page of another site. With a session, changes come from our own pages only.',
  },
} as const;

export const refuseAccess = refusals(accessRefusals);
