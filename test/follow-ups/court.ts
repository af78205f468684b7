import type { Side } from '#libs/contracts';
import type { Match } from '../../libs/services/matching/src/domain/match.js';
import type { Agenda } from './agenda.js';
import type { Findings } from './findings.js';
import type { Jumped } from './jumped.js';
import type { DaysOff } from './own-days.js';
import type { Owners } from './owners.js';
import type { Region } from './region.js';

/** What every judge may look at: the owners' states and the days off of each side, never what is judged. */
export interface Court {
  readonly owners: Owners;
  readonly region: Region;
  readonly agenda: Agenda;
  readonly now: () => number;
  readonly daysOff: (match: Match, side: Side) => DaysOff;
  readonly found: Findings;
  readonly jumped: Jumped;
}
