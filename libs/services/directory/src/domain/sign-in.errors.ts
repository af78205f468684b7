import { refusals } from '#libs/contracts';

export const signInRefusals = {
  'sign-in.code-wrong': {
    kind: 'invalid',
    says: 'This code is not right. Type it in the browser in which you asked for it.',
  },
  'sign-in.code-used': { kind: 'gone', says: 'This code was used already. Ask for a new one.' },
  'sign-in.code-expired': {
    kind: 'gone',
    says: 'This code is more than ten minutes old. Ask for a new one.',
  },
  'sign-in.too-many-tries': {
    kind: 'gone',
    says: 'A wrong code was typed five times, so the codes no longer count. Ask for a new one.',
  },
  'sign-in.too-many-asked': {
    kind: 'too-many',
    says: 'So many codes were asked for that we wait a while. Look whether one arrived already.',
  },
  'sign-in.disabled': { kind: 'forbidden', says: 'Nobody can sign in as this person.' },
} as const;

export const refuse = refusals(signInRefusals);
