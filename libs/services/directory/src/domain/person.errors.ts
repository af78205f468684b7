import { refusals } from '#libs/contracts';

export const personRefusals = {
  'people.own-roles': {
    kind: 'forbidden',
    says: 'Nobody gives or takes a role of their own. Ask somebody who may.',
  },
  'people.role-not-yours': {
    kind: 'forbidden',
    says: 'You may not give or take this role. A coordinator or operator can.',
  },
  'people.not-all-yours': {
    kind: 'forbidden',
    says: 'This person has roles elsewhere too, so that only they themselves or an operator can change this.',
  },
  'people.role-incomplete': {
    kind: 'invalid',
    says: 'A teacher is of a school location, a school admin of one or of a board, partners are of an organisation, coordinators and readers of regions, an operator of nothing.',
  },
  'people.place-unknown': {
    kind: 'invalid',
    says: 'This school location, organisation or region does not exist.',
  },
  'people.address-stays': {
    kind: 'conflict',
    says: 'An address stays as it is: whoever has it can sign in. Invite the new address instead.',
  },
  'people.address-taken': { kind: 'conflict', says: 'Somebody has this address already.' },
  'people.last-coordinator': {
    kind: 'conflict',
    says: 'This is the last coordinator of a region. Invite another one first.',
  },
  'people.last-operator': {
    kind: 'conflict',
    says: 'This is the last operator. Invite another one first.',
  },
  'people.deputy-unknown': {
    kind: 'invalid',
    says: 'A deputy is somebody else of the same school, organisation or region.',
  },
} as const;

export const refuse = refusals(personRefusals);
