import type { Request } from '../../libs/services/requests/src/domain/request.js';
import type { Court } from './court.js';
import { dayAfter, isQuiet, localOf, momentOn } from './own-days.js';
import { minute } from './owners.js';
import { isUndeliverable } from './region.js';

/** By its date every request has an appointment under way or "not yet", told to somebody who asked. */
export class JudgeRequests {
  private readonly dates = new Set<string>();
  private readonly told = new Set<string>();

  constructor(private readonly court: Court) {
    court.owners.onRequest((id, request) => {
      const date = `${id} ${request.answerBy}`;
      if (this.dates.has(date)) return;
      this.dates.add(date);
      court.agenda.add(awakeFrom(Date.parse(request.answerBy)) + 10 * minute, () =>
        this.mustHaveWord(id, request.answerBy),
      );
    });
  }

  toldUnmet(requestId: string): void {
    const answerBy = this.court.owners.requests.get(requestId)?.state.answerBy;
    this.told.add(`${requestId} ${answerBy}`);
  }

  private mustHaveWord(id: string, answerBy: string): void {
    const request = this.court.owners.requests.get(id)?.state as Request;
    if (request.answerBy !== answerBy || request.matches.length > 0) return;
    if (['withdrawn', 'met'].includes(request.state)) return;
    const hasWord = this.told.has(`${id} ${answerBy}`) || !this.isReachable(request);
    if (hasWord || this.court.jumped.over(Date.parse(answerBy))) return;
    this.court.found.add(
      'requests without word by their date',
      `${id} is ${request.state} after ${answerBy}`,
    );
  }

  private isReachable({ contactId, madeBy }: Request): boolean {
    return [contactId, madeBy].some((id) => {
      const email = this.court.region.people.get(id)?.email ?? '';
      return email !== '' && !isUndeliverable(email);
    });
  }
}

/** The first moment from then on at which people may be written to. */
function awakeFrom(moment: number): number {
  if (!isQuiet(moment)) return moment;
  let { day } = localOf(moment);
  for (;;) {
    const morning = momentOn(day, 7 * 60);
    if (morning >= moment && !isQuiet(morning)) return morning;
    day = dayAfter(day);
  }
}
