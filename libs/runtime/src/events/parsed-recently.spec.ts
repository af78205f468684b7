import { RequestChanged, RequestPosted, type EventClass } from '#libs/contracts';
import { ParsedRecently } from './parsed-recently.js';
import type { Parsed } from './parsed.js';

const type = 'requests.request-posted';
const known = (eventClass: EventClass) => new Map<string, EventClass>([[type, eventClass]]);
const parsed = () =>
  ({ kind: 'event', envelope: { id: 'an-event' }, data: { request: { groups: [] } } }) as unknown as Parsed;

describe('events read lately', () => {
  it('are read once for every group of the process, and nobody can change what is shared', () => {
    const recently = new ParsedRecently();
    const first = parsed();
    recently.put('text', type, RequestPosted, first);

    expect(recently.get('text', known(RequestPosted))).toBe(first);
    const { data } = first as { data: { request: { groups: unknown[] } } };
    expect(() => data.request.groups.push('more')).toThrow(TypeError);
  });

  it('are skipped by a group without a handler, and read anew for another class or another text', () => {
    const recently = new ParsedRecently();
    recently.put('text', type, RequestPosted, parsed());

    expect(recently.get('text', new Map())).toEqual({ kind: 'skipped' });
    expect(recently.get('text', known(RequestChanged))).toBeUndefined();
    expect(recently.get('text ', known(RequestPosted))).toBeUndefined();
  });

  it('are forgotten, oldest first', () => {
    const recently = new ParsedRecently();
    for (let i = 0; i <= 512; i++) recently.put(`text ${i}`, type, RequestPosted, parsed());

    expect(recently.get('text 0', known(RequestPosted))).toBeUndefined();
    expect(recently.get('text 1', known(RequestPosted))).toBeDefined();
  });
});
