import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { roles } from '#libs/contracts';
import { can, type Actor } from '#libs/runtime';
import { commands, events, outcome, states } from '../../test/every-state.js';
import { ownersOf, type Match } from './match.js';

const file = 'docs/life-of-a-match.md';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** One outcome when both sides get the same. */
const cell = (match: Match, what: string): string => {
  const [school, partner] = (['school', 'partner'] as const).map((side) =>
    outcome(() => commands[what]?.(match, side) ?? null),
  ) as [string, string];
  return school === partner ? school : `${school} / ${partner}`;
};

const people = [...roles, 'asker'] as const;

/** Whether somebody in that role, of the school, organisation or region of the match, may. */
function may(role: (typeof people)[number], action: 'matches.read' | 'matches.answer', match: Match): string {
  const mine = {
    role: role === 'asker' ? ('teacher' as const) : role,
    regionIds: ['a-region'],
    ...(['teacher', 'school-admin', 'asker'].includes(role)
      ? { schoolLocationId: match.schoolLocationId }
      : {}),
    ...(role.startsWith('partner') ? { organisationId: match.organisationId } : {}),
  };
  const actor: Actor = { id: role === 'asker' ? 'a-teacher' : 'somebody', roles: [mine] };
  return can(actor, action, { ...ownersOf(match), madeBy: match.askers }) ? 'yes' : 'no';
}

const named = Object.entries(states);

const derived = `# The life of a match

Derived from the code by its spec; every cell was tried. One outcome where both sides get the same, else school / partner.
A state is what follows; \`+holding\` and \`+asked\` say that a change is being secured or waits for the other side; \`-\`
changes nothing; *italics* is a refusal, code \`matches.…\`.

## What a side says

${table(
  ['state', ...Object.keys(commands)],
  named.map(([name, match]) => [name, ...Object.keys(commands).map((what) => cell(match, what))]),
)}

## What happens by itself

${table(
  ['state', ...Object.keys(events)],
  named.map(([name, match]) => [
    name,
    ...Object.values(events).map((happens) => outcome(() => happens(match))),
  ]),
)}

## Who may

A coordinator speaks for a side with \`onBehalfOf\` and \`how\`; an asker is a teacher who asked or receives the guest.

${table(
  ['role', 'reads', 'says'],
  people.map((role) => {
    const match = states['asked'] as Match;
    return [role, may(role, 'matches.read', match), may(role, 'matches.answer', match)];
  }),
)}
`;

describe('every transition of every state', () => {
  it('is as the table in the documentation says', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(file, derived);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(derived);
  });

  it('is tried for both sides', () => {
    expect(named.length * (Object.keys(commands).length * 2 + Object.keys(events).length)).toBeGreaterThan(
      700,
    );
  });
});
