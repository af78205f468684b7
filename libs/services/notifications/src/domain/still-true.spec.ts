import { notify, sent, skipped, type Notification } from './notification.js';
import { aMatch } from '../../test/builders.js';
import { knowsOfIt, outdated } from './still-true.js';

const teacher = 'person-teacher';
const question: Notification = notify(
  'n-1',
  {
    subject: { template: 'question', matchId: 'm-1', question: 1 },
    side: 'school',
    recipient: teacher,
    lane: 'now',
  },
  { now: 0, at: 0 },
).state;
const skippedBecause = (why: string) => skipped(question, why)?.state ?? question;
const mailed = sent(question, 1)?.state ?? question;

describe('who is told that a match ended', () => {
  it.each<[string, boolean, Notification[], string]>([
    ['whoever was mailed the question', false, [mailed], 'yes'],
    ['whoever said yes before the question was mailed', false, [skippedBecause('answered')], 'yes'],
    ['everybody once it was confirmed', true, [skippedBecause('match-confirmed')], 'yes'],
    ['not who was never asked', false, [], 'no'],
    ['not whose question came too late', false, [skippedBecause('match-declined')], 'no'],
    ['not yet while the question is on its way', false, [question], 'unsettled'],
    [
      'whoever held an option',
      false,
      [{ ...mailed, subject: { template: 'option', matchId: 'm-1', question: 1 } }],
      'yes',
    ],
    [
      'not because figures were asked',
      false,
      [{ ...mailed, subject: { template: 'figures', matchId: 'm-1', start: '2027-01-12T08:00:00Z' } }],
      'no',
    ],
    ['not because somebody else was asked', false, [{ ...mailed, recipient: 'person-director' }], 'no'],
  ])('%s', (_, wasConfirmed, earlier, expected) => {
    expect(knowsOfIt({ wasConfirmed }, earlier, teacher)).toBe(expected);
  });
});

describe('who comes or receives now', () => {
  const subject = { template: 'contact-changed', matchId: 'match-1', contactId: 'piet' } as const;
  const match = aMatch({ state: 'confirmed', contacts: { school: ['tess'], partner: 'piet' } });
  const start = Date.parse(match.sessions[0]?.start ?? '');

  it.each([
    ['is true until it begins', match, start - 1, null],
    ['is no news once it has begun', match, start, 'too-late'],
    ['is no news of what is not agreed', { ...match, state: 'asked' as const }, 0, 'match-asked'],
    ['is somebody else again', { ...match, contacts: { school: ['piet'] } }, 0, 'other-contact'],
  ])('%s', (_, then, now, expected) => {
    expect(outdated(subject, 'school', then, now)).toBe(expected);
  });
});

describe('"once more?"', () => {
  const held = aMatch({ state: 'closed' });

  it.each([
    ['nobody said anything', null, null],
    ['the school would', { school: { fit: 5, again: 'yes' } }, null],
    ['somebody hesitates', { partner: { fit: 3, again: 'maybe' } }, null],
    ['the school would not', { school: { fit: 2, again: 'no' } }, 'not-again'],
    [
      'the partner would not',
      { school: { fit: 5, again: 'yes' }, partner: { fit: 1, again: 'no' } },
      'not-again',
    ],
  ] as const)('where %s', (_, evaluation, expected) => {
    const subject = { template: 'again', matchId: 'match-1' } as const;

    expect(outdated(subject, 'school', { ...held, evaluation }, 0)).toBe(expected);
  });
});
