import { PersonErased, event } from '#libs/contracts';
import { refuse } from './person.errors.js';
import { instanceOperatorId, type Person } from './person.js';

interface Made {
  readonly state: Person;
  readonly events: readonly object[];
}

/** What remains is an id that is nobody's. A second time changes nothing. @throws Refusal `people.last-operator` */
export function erasePerson(person: Person): Made | null {
  if (isErased(person)) return null;
  mustBeErasable(person);
  return {
    state: { id: person.id, name: '', email: '', language: 'nl', roles: [], disabled: true },
    events: [event(PersonErased, { personId: person.id })],
  };
}

/** The operator's own command needs somebody to act as. @throws Refusal `people.last-operator` */
export function mustBeErasable({ id }: Person): void {
  if (id === instanceOperatorId) throw refuse('people.last-operator');
}

export function isErased({ name, email, disabled, roles }: Person): boolean {
  return disabled && name === '' && email === '' && roles.length === 0;
}
