import type { Actor } from '#libs/runtime';
import { aMatch } from '../../test/a-match.js';
import { wasThere } from './was-there.js';

const regionIds: string[] = [];
const match = aMatch();
const { schoolLocationId, organisationId } = match;
const partner = (id: string): Actor => ({ id, roles: [{ role: 'partner', regionIds, organisationId }] });
const teacher = (id: string): Actor => ({ id, roles: [{ role: 'teacher', regionIds, schoolLocationId }] });
const admin = (of: object): Actor => ({ id: 'ada', roles: [{ role: 'school-admin', regionIds, ...of }] });

describe('who may know what it was like', () => {
  it('is, for the school, who asked or received the guest, and who answers for the school', () => {
    expect(wasThere(teacher('a-teacher'), 'school', match, {})).toBe(true);
    expect(wasThere(teacher('a-colleague'), 'school', match, {})).toBe(false);
    expect(wasThere(admin({ schoolLocationId }), 'school', match, {})).toBe(true);
    expect(wasThere(admin({ schoolLocationId: 'another' }), 'school', match, {})).toBe(false);
  });

  it('is, for the partner, the contact, who gives the offer, and who answers for the partner', () => {
    const known = { givenBy: ['jan'], firstContactId: 'piet' };
    const of = (id: string, of = match) => wasThere(partner(id), 'partner', of, known);

    expect([of('jan'), of('piet'), of('klaas')]).toEqual([true, true, false]);
    expect([
      of('klaas', aMatch({ partnerContactId: 'klaas' })),
      of('piet', aMatch({ partnerContactId: 'klaas' })),
    ]).toEqual([true, false]);
    const boss: Actor = { id: 'els', roles: [{ role: 'partner-admin', regionIds, organisationId }] };
    expect(wasThere(boss, 'partner', match, known)).toBe(true);
  });

  it('is not a partner who speaks for the school', () => {
    expect(wasThere(partner('jan'), 'school', match, { givenBy: ['jan'] })).toBe(false);
  });

  it('is whoever the mail with the link went to, and a coordinator who writes down what was said', () => {
    const link: Actor = {
      id: 'somebody',
      roles: [{ role: 'link', regionIds, matchId: 'm', side: 'school', question: 1 }],
    };
    const coordinator: Actor = { id: 'coen', roles: [{ role: 'coordinator', regionIds: ['a-region'] }] };

    expect(wasThere(link, 'school', match, {})).toBe(true);
    expect(wasThere(coordinator, 'partner', match, {})).toBe(true);
    const far: Actor = { ...coordinator, roles: [{ role: 'coordinator', regionIds: ['elsewhere'] }] };
    expect(wasThere(far, 'partner', match, {})).toBe(false);
  });
});
