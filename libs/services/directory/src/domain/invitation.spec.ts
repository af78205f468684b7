import { accept, invite, isOpen, sendAgain, withdraw } from './invitation.js';

const now = Date.parse('2026-11-23T09:00:00Z');
const day = 86_400_000;
const made = () =>
  invite(
    {
      email: 'eva@anker.example',
      personId: 'eva',
      role: { role: 'teacher', schoolLocationId: 'anker' },
      invitedBy: 'coen',
      language: 'nl',
      owners: [],
    },
    now,
  ).state;

describe('an invitation', () => {
  it('is good for two weeks and not a moment longer', () => {
    expect(isOpen(made(), now + 14 * day - 1)).toBe(true);
    expect(isOpen(made(), now + 14 * day)).toBe(false);
    expect(accept(made(), now + 14 * day)).toBeNull();
  });

  it('is good for two weeks again when it is sent again', () => {
    const again = sendAgain(made(), now + 10 * day).state;

    expect(isOpen(again, now + 23 * day)).toBe(true);
    expect(again).toMatchObject({ timesSent: 2, sendAt: now + 10 * day });
  });

  it('ends once', () => {
    const accepted = accept(made(), now)?.state;

    expect(accepted?.state).toBe('accepted');
    expect(accepted && accept(accepted, now)).toBeNull();
    expect(() => accepted && withdraw(accepted)).toThrow(
      expect.objectContaining({ code: 'invitations.accepted' }),
    );
    expect(withdraw({ ...made(), state: 'withdrawn' })).toBeNull();
  });
});
