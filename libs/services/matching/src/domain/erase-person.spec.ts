import { aMatch, by } from '../../test/a-match.js';
import { as, at, made } from '../../test/every-state.js';
import { accept, counter, decline } from './answers.js';
import { erasePerson, textsBy } from './erase-person.js';
import { secured } from './life.js';
import type { Match } from './match.js';

const asked = (changes: Partial<Match> = {}) =>
  made(secured(aMatch(changes), 1, by({ actor: 'service:matching' })));
const erased = (match: Match, personId: string) =>
  erasePerson(match, personId, by({ actor: 'service:matching' }))?.state;

describe('a match after the erasure of a person', () => {
  it('has lost the note of whoever booked it', () => {
    expect(erased(asked({ note: 'Bel mij even' }), 'coen')?.note).toBe('');
  });

  it('keeps the note of somebody else', () => {
    expect(erased(asked({ note: 'Bel mij even' }), 'somebody')).toBeUndefined();
  });

  it('has lost the reason of whoever declined, in its trail and beside its end', () => {
    const match = made(
      decline(asked(), { reason: 'Ik ben verhuisd', reasonCode: 'moved' }, as('partner', { actor: 'jan' })),
    );

    const left = erased(match, 'jan');

    expect(JSON.stringify(left)).not.toContain('verhuisd');
    expect(left?.ended).toMatchObject({ by: 'partner', reason: '', reasonCode: 'moved' });
    expect(left?.history.at(-1)).toMatchObject({ what: 'declined', actor: 'jan' });
    expect(left?.state).toBe('declined');
  });

  it('keeps a yes, without how it was said', () => {
    const match = made(
      accept(asked(), { ...at('09:00') }, as('partner', { actor: 'jan', how: 'Jan belde' })),
    );

    const left = erased(match, 'jan');

    expect(left?.acceptedBy.partner).toEqual({ at: match.acceptedBy.partner?.at, by: 'jan' });
    expect(JSON.stringify(left)).not.toContain('belde');
  });

  it('has lost what came with a counter', () => {
    const match = made(
      counter(asked(), { ...at('10:00'), note: 'Dan ben ik vrij' }, as('school', { actor: 'tess' })),
    );

    expect(textsBy(match, 'tess')).toEqual(['Dan ben ik vrij']);
    expect(textsBy(erased(match, 'tess') as Match, 'tess')).toEqual([]);
  });

  it('has lost why a limit was passed knowingly, and not that it was', () => {
    const despite = [{ condition: 'group-size', reason: 'Mevrouw zegt dat het past' }];
    const match = asked({ decidedOn: { score: 1, explanation: {}, warnings: [], despite } });

    expect(erased(match, 'coen')?.decidedOn.despite).toEqual([{ condition: 'group-size', reason: '' }]);
  });

  it('also loses a text that somebody else wrote too, but only the person’s', () => {
    const first = made(counter(asked(), { ...at('10:00'), note: 'Graag' }, as('school', { actor: 'tess' })));
    const both = made(counter(first, { ...at('10:30'), note: 'Graag' }, as('partner', { actor: 'jan' })));

    const left = erased(both, 'tess');

    expect(left?.history.filter(({ reason }) => reason === 'Graag').map(({ actor }) => actor)).toEqual([
      'jan',
    ]);
  });

  it('asks for somebody to look when its contact is gone and it is still to come', () => {
    const gone = [{ reason: 'contact-gone' }];
    expect(erased(asked(), 'a-teacher')).toMatchObject({ state: 'asked', attentions: gone });
    expect(erased(asked({ partnerContactId: 'jan' }), 'jan')?.attentions).toMatchObject(gone);
  });

  it('asks that once, and not of what is over', () => {
    const once = erased(asked(), 'a-teacher') as Match;
    const over = made(decline(asked(), { reason: 'Nee' }, as('partner')));

    expect(erased(once, 'a-teacher')).toBeUndefined();
    expect(erased(over, 'a-teacher')).toBeUndefined();
  });
});
