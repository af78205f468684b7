import { PersonErased, event } from '#libs/contracts';
import { coordinates, operates, type ChangeFacts } from './change-person.js';
import { refuse } from './person.errors.js';
import { instanceOperatorId, type Person } from './person.js';

interface Made {
  readonly state: Person;
  readonly events: readonly object[];
}

/** What remains is an id that is nobody's. A second time changes nothing. @throws Refusal `people.last-…` */
export function erasePerson(person: Person, { regionIds, operator }: ChangeFacts['alone']): Made | null {
  if (isErased(person)) return null;
  mustNotBeLast(person, { regionIds, operator });
  return {
    state: { id: person.id, name: '', email: '', language: 'nl', roles: [], disabled: true },
    events: [event(PersonErased, { personId: person.id })],
  };
}

/** @throws Refusal `people.last-coordinator`, `people.last-operator` */
export function mustNotBeLast(person: Person, { regionIds, operator }: ChangeFacts['alone']): void {
  if (coordinates(person).some((region) => regionIds.includes(region)))
    throw refuse('people.last-coordinator');
  if (person.id === instanceOperatorId || (operator && operates(person)))
    throw refuse('people.last-operator');
}

export function isErased({ name, email, disabled, roles }: Person): boolean {
  return disabled && name === '' && email === '' && roles.length === 0;
}
