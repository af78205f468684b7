import { addDays, instantOf, toOffsetIso, type LocalDate } from '#libs/facts';
import { demoPartners } from './partners.js';

const aClass = { sector: 'po', grades: ['8'], levels: [], pupils: 18, name: '8C' };
const schoolLocationId = 'demo-location-01';

/** The activity with a fixed programme of which the teacher has taken the first time. */
export const bookedTitle = 'Repaircafé voor kinderen';
export const booking = { schoolLocationId, groups: [aClass] };

/** What the school has agreed on the telephone, of which the first partner is asked whether it is right. */
export function arrangedByPhone(weeks: readonly LocalDate[]) {
  const friday = addDays(weeks[4] as LocalDate, 4);
  const at = (hour: number) => toOffsetIso(instantOf(friday, hour * 60));
  return {
    schoolLocationId,
    organisationId: demoPartners[0]?.seed.id,
    contactId: 'demo-teacher',
    kind: 'guest-lesson',
    title: 'Robots op de techniekmiddag',
    themes: ['hi-tech-science/robotics'],
    sessions: [{ start: at(13), end: at(14), groups: [aClass] }],
  };
}
