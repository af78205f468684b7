import type { HolidayRegion, MailRhythm, Side } from '#libs/contracts';
import { partnerDaysOff, schoolDaysOff, type DaysOff } from './own-days.js';
import type { Chance } from './random.js';

export const regionId = 'region-ijssel';

/** Somebody who gets mails, as the directory answers it, and what befalls mails to them. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
  readonly deputyId?: string;
  readonly roles: readonly {
    readonly role: string;
    readonly schoolLocationId?: string;
    readonly organisationId?: string;
  }[];
  preferences: { readonly mail: MailRhythm; readonly reminders: boolean };
}

interface Shore {
  readonly id: string;
  readonly name: string;
  readonly isOff: DaysOff;
  readonly people: readonly Somebody[];
}

export interface School extends Shore {
  readonly holidayRegion: HolidayRegion;
  readonly calendar: {
    readonly holidays: readonly { from: string; to: string }[];
    readonly studyDays: readonly string[];
  };
  readonly groups: readonly { readonly id: string; readonly name: string; readonly pupils: number }[];
}

export interface Partner extends Shore {
  readonly closed: readonly { from: string; to: string }[];
  readonly firstContactId: string;
}

/** Mails to these are refused for good. */
export const isUndeliverable = (email: string): boolean => email.endsWith('@gone.example');

export interface Region {
  readonly schools: readonly School[];
  readonly partners: readonly Partner[];
  readonly coordinator: Somebody;
  readonly people: ReadonlyMap<string, Somebody>;
  readonly byEmail: ReadonlyMap<string, Somebody>;
  readonly sideOf: (personId: string) => Side;
}

/** Schools and partners with calendars of their own, and people who read their mails, or cannot, or rather would not. */
export function aRegion(
  chance: Chance,
  { schools, partners }: { schools: number; partners: number },
): Region {
  const people = new Map<string, Somebody>();
  const somebody = (
    id: string,
    role: Somebody['roles'][number],
    more: Partial<Pick<Somebody, 'deputyId' | 'email'>> = {},
  ): Somebody => {
    const unreachable = chance.of(0.04);
    const person: Somebody = {
      id,
      name: `Mens ${id}`,
      email: unreachable ? (chance.of(0.5) ? '' : `${id}@gone.example`) : `${id}@mail.example`,
      language: chance.of(0.1) ? 'en' : 'nl',
      roles: [role],
      preferences: {
        mail: chance.one(['each', 'each', 'daily', 'weekly'] as const),
        reminders: !chance.of(0.06) && id !== 'partner-0-contact-0',
      },
      ...more,
    };
    people.set(id, person);
    return person;
  };
  const region = {
    schools: Array.from({ length: schools }, (_, i) => aSchool(`school-${i}`, chance, somebody)),
    partners: Array.from({ length: partners }, (_, i) => aPartner(`partner-${i}`, chance, somebody)),
    coordinator: somebody('coordinator', { role: 'coordinator' }, { email: 'coordinator@mail.example' }),
  };
  return {
    ...region,
    people,
    byEmail: new Map([...people.values()].map((person) => [person.email, person])),
    sideOf: (id) => (id.startsWith('partner') ? 'partner' : 'school'),
  };
}

type MakeSomebody = (
  id: string,
  role: Somebody['roles'][number],
  more?: Partial<Pick<Somebody, 'deputyId'>>,
) => Somebody;

const studyDays = ['2026-09-21', '2026-11-06', '2026-12-07', '2027-02-08', '2027-03-25', '2027-06-07'];

function aSchool(id: string, chance: Chance, somebody: MakeSomebody): School {
  const holidayRegion = chance.one(['noord', 'midden', 'zuid'] as const);
  // Some schools have holidays of their own, a week earlier in autumn and longer in May.
  const holidays = chance.of(0.3)
    ? [
        { from: '2026-10-12', to: '2026-10-23' },
        { from: '2026-12-21', to: '2027-01-04' },
        { from: '2027-02-22', to: '2027-02-26' },
        { from: '2027-04-26', to: '2027-05-10' },
        { from: '2027-07-19', to: '2027-08-27' },
      ]
    : [];
  const calendar = { holidays, studyDays: studyDays.filter(() => chance.of(0.4)) };
  const deputy = somebody(`${id}-deputy`, { role: 'teacher', schoolLocationId: id });
  const teachers = [0, 1].map((nth) =>
    somebody(
      `${id}-teacher-${nth}`,
      { role: nth === 0 ? 'school-admin' : 'teacher', schoolLocationId: id },
      chance.of(0.5) ? { deputyId: deputy.id } : {},
    ),
  );
  return {
    id,
    name: `De School ${id}`,
    holidayRegion,
    calendar,
    isOff: schoolDaysOff({ holidayRegion, ...calendar }),
    people: teachers,
    groups: [0, 1, 2].map((nth) => ({
      id: `${id}-group-${nth}`,
      name: `Groep ${6 + nth}`,
      pupils: 20 + nth,
    })),
  };
}

function aPartner(id: string, chance: Chance, somebody: MakeSomebody): Partner {
  const closed = chance.of(0.5)
    ? [
        { from: '2026-12-24', to: '2027-01-08' },
        { from: '2027-03-01', to: '2027-03-05' },
      ]
    : [];
  const deputy = somebody(`${id}-deputy`, { role: 'partner', organisationId: id });
  const contacts = [0, 1].map((nth) =>
    somebody(
      `${id}-contact-${nth}`,
      { role: nth === 0 ? 'partner-admin' : 'partner', organisationId: id },
      chance.of(0.5) ? { deputyId: deputy.id } : {},
    ),
  );
  return {
    id,
    name: `Bedrijf ${id}`,
    closed,
    isOff: partnerDaysOff(closed),
    people: contacts,
    firstContactId: (contacts[0] as Somebody).id,
  };
}
