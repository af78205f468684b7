import type { PostRequestBody, RequestedGroup } from '#libs/contracts';
import { postRequest, type Request } from '../src/domain/request.js';
import type { SchoolLocation } from '../src/domain/school-location.js';

export const now = Date.parse('2026-11-23T09:00:00+01:00');
export const location: SchoolLocation = {
  name: 'Obs De Brug',
  brin6: '11ZZ00',
  sectors: ['po'],
  regionIds: ['ijssel'],
  holidayRegion: 'noord',
  holidays: [],
  studyDays: [],
  hours: [],
  parts: [],
  vogPolicy: 'none',
  active: true,
  participation: [],
};
export const group: RequestedGroup = {
  groupId: 'a-group',
  sector: 'po',
  grades: ['7', '8'],
  levels: [],
  pupils: 26,
  name: '7/8B',
};
export const body = (changes: Partial<PostRequestBody> = {}): PostRequestBody => ({
  schoolLocationId: 'school',
  kind: 'guest-lesson',
  themes: ['hi-tech-science/robotics'],
  groups: [{ groupId: 'a-group' }],
  windows: [{ from: '2027-01-11', to: '2027-02-12' }],
  ...changes,
});
export const facts = { location, groups: [group], answerWorkingDays: 10, madeBy: 'tess', now };
export const posted = (changes: Partial<PostRequestBody> = {}): Request =>
  postRequest(body(changes), facts).state;
export const window = (from: string, to: string) => ({ windows: [{ from, to }] });
/** A refusal with that code; with `path` one that names that field. */
export function refusedWith(code: string, path?: string): Error {
  const named: unknown = expect.objectContaining({ errors: [expect.objectContaining({ path })] });
  return expect.objectContaining({ code, ...(path ? { explained: named } : {}) }) as Error;
}
