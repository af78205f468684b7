import { RequestSnapshot } from '../events/requests.js';
import { nullable, optional, text, texts, whole, yesNo } from './shown.js';

/** A request as its own people and the coordinator see it. */
export class RequestView extends RequestSnapshot {
  @text id: string;
  @whole rev: number;
  @text note: string;
  @nullable @text withdrawnBecause: string | null;
  /** The match that lives for it; the first of several. */
  @nullable @text matchId: string | null;
  /** Every match that lives for it: several when its groups are served apart. */
  @texts matchIds: readonly string[];
  /** Every group has such a match; false while one still needs one. */
  @yesNo underWay: boolean;
  @nullable @text assigneeId: string | null;
  /** What the school must say first, while the state is `needs-info`. */
  @nullable @text question: string | null;
  /** Half the time to answer has passed. */
  @yesNo halfWay: boolean;
  /** Only for coordinators. */
  @optional @text internalNote?: string;
}
