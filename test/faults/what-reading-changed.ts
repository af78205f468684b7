import type { Attacked } from './attacked.js';
import type { People } from './people.js';
import type { Books } from './read-books.js';

const looked = 5;

/** Asks for a handful of things in every way, and says which documents are other ones afterwards. */
export async function whatReadingChanged(attacked: Attacked, people: People): Promise<string[]> {
  const before = textsOf(await attacked.books());
  const { requests, matches } = people.acknowledged;
  for (const id of [...requests.keys()].slice(0, looked)) {
    await people.look('teacher', `/api/requests/${id}`);
    await people.look('coordinator', `/api/requests/${id}/proposals`);
  }
  for (const id of [...matches.keys()].slice(0, looked))
    for (const who of ['teacher', 'coordinator', 'partner'] as const)
      await people.look(who, `/api/matches/${id}`);
  for (const path of ['/api/requests', '/api/matches', '/api/offers']) await people.look('coordinator', path);
  const after = textsOf(await attacked.books());
  return [...after]
    .filter(([id, text]) => before.get(id) !== text)
    .map(([id]) => `${id} was changed by a GET`);
}

/** What ended is forgotten a minute later, whoever reads meanwhile. */
const ended = ['refused', 'released'];

/** What people see of it: by kind and id. */
function textsOf({ requests, matches, offers, holds: all }: Books): Map<string, string> {
  const holds = all.map(({ id, state }) => {
    return { id, state: state.sets.filter(({ phase }) => !ended.includes(phase)) };
  });
  const texts = Object.entries({ requests, matches, offers, holds }).flatMap(([kind, documents]) =>
    documents.map(({ id, state }): [string, string] => [`${kind} ${id}`, JSON.stringify(state)]),
  );
  return new Map(texts);
}
