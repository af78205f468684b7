import { event, PersonChanged, type PatchPreferencesBody } from '#libs/contracts';
import { asItComes, type Person } from './person.js';

interface Made {
  readonly state: Person;
  readonly events: readonly object[];
}

/** The person with what they chose of mails and language; null when nothing is new. */
export function changePreferences(person: Person, body: PatchPreferencesBody): Made | null {
  const before = person.preferences ?? asItComes;
  const preferences = {
    mail: body.mail ?? before.mail,
    reminders: body.reminders ?? before.reminders,
  };
  const language = body.language ?? person.language;
  const fields = [
    ...(language === person.language ? [] : ['language']),
    ...(preferences.mail === before.mail && preferences.reminders === before.reminders
      ? []
      : ['preferences']),
  ];
  if (fields.length === 0) return null;
  return { state: { ...person, language, preferences }, events: [event(PersonChanged, { fields })] };
}
