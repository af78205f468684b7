import type { ActionBody, ActionPreview, AnswerKind } from '../api/actions.js';
import { withOffset } from '../say/offsets.js';

type Amount = number | '';

export interface Answer {
  readonly start: string;
  readonly end: string;
  readonly reason: string;
  readonly note: string;
  readonly pupils: Amount;
  readonly adults: Amount;
  readonly groups: Amount;
  readonly people: Amount;
  readonly hours: { readonly preparation: Amount; readonly delivery: Amount; readonly travel: Amount };
  readonly fit: string;
  readonly again: 'yes' | 'maybe' | 'no';
  readonly words: string;
  readonly present: Amount;
  readonly fun: number;
  readonly learned: number;
  readonly wantMore: number;
}

export const blankAnswer: Answer = {
  ...{ start: '', end: '', reason: '', note: '' },
  ...{ pupils: '', adults: '', groups: '', people: '' },
  hours: { preparation: '', delivery: '', travel: '' },
  ...{ fit: '', again: 'yes', words: '' },
  ...{ present: '', fun: 0, learned: 0, wantMore: 0 },
};

/** Prefilled with what stands filled in where figures are given. */
export function answerFor({ prefilled }: Pick<ActionPreview, 'prefilled'>): Answer {
  if (!prefilled) return blankAnswer;
  const { people, ...hours } = prefilled.hours;
  return { ...blankAnswer, ...prefilled.count, people, hours };
}

const amount = <Name extends string>(name: Name, value: Amount) =>
  value === '' ? {} : ({ [name]: value } as Record<Name, number>);

/** Of what was typed what belongs to that answer; what was left empty is left out, and stands as it is filled in there. */
export function answerBody(
  token: string,
  action: AnswerKind,
  side: 'school' | 'partner',
  said: Answer,
): ActionBody {
  const time = {
    ...(said.start ? { start: withOffset(said.start) } : {}),
    ...(said.end ? { end: withOffset(said.end) } : {}),
  };
  switch (action) {
    case 'accept':
      return { token, action, ...time };
    case 'decline':
      return { token, action, reason: said.reason };
    case 'counter':
      return { token, action, ...time, ...(said.note ? { note: said.note } : {}) };
    case 'evaluate': {
      const words = said.words.trim();
      return { token, action, fit: Number(said.fit), again: said.again, ...(words ? { words } : {}) };
    }
    case 'tally': {
      const { fun, learned, wantMore } = said;
      return { token, action, present: said.present === '' ? 0 : said.present, fun, learned, wantMore };
    }
    case 'count': {
      if (side === 'school')
        return {
          ...{ token, action },
          ...amount('pupils', said.pupils),
          ...amount('adults', said.adults),
          ...amount('groups', said.groups),
        };
      const hours = {
        ...amount('preparation', said.hours.preparation),
        ...amount('delivery', said.hours.delivery),
        ...amount('travel', said.hours.travel),
      };
      return { token, action, ...amount('people', said.people), hours };
    }
  }
}
