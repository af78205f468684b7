import { activityKinds, sectors, type ActivityKind, type Sector } from '../words.js';
import { WindowBody } from './requests.js';
import {
  SentenceView,
  many,
  moment,
  nullable,
  number,
  one,
  oneOf,
  text,
  texts,
  whole,
  yesNo,
} from './shown.js';

/** A place on a waiting list: `place` 1 is next. */
export class WaitingListPlaceView {
  @text slotId: string;
  @whole place: number;
  @whole waiting: number;
}

export class FreedRequestView {
  @text requestId: string;
  /** In [0, 1]. */
  @number score: number;
}

/** A place that came free and that nobody on the waiting list took: the requests it would serve best, best first. */
export class FreedPlaceView {
  @text slotId: string;
  @text offerId: string;
  @text regionId: string;
  @text organisationId: string;
  @text title: string;
  @moment start: string;
  @moment end: string;
  @moment freedAt: string;
  @many(() => FreedRequestView) requests: FreedRequestView[];
  /** It fitted more than these when it came free. */
  @yesNo more: boolean;
}

export class PreviewSlotView {
  @text slotId: string;
  @text offerId: string;
  @text organisationId: string;
  @text title: string;
  @moment start: string;
  @moment end: string;
}

/** How many more offers fit without this wish. */
export class WishView {
  @text wish: string;
  @whole gained: number;
  @one(() => SentenceView) sentence: SentenceView;
}

/** What would come of a request; the wish that costs most comes first. */
export class PreviewView {
  @whole fitting: number;
  @many(() => PreviewSlotView) best: PreviewSlotView[];
  @many(() => WishView) wishes: WishView[];
}

export class CalledGroupView {
  @oneOf(sectors) sector: Sector;
  @texts grades: string[];
  @texts levels: string[];
  @whole pupils: number;
}

/** What is looked for, as the mail says it: not by which school, nor for which of its groups. */
export class CalledForView {
  @text title: string;
  @oneOf(activityKinds) kind: ActivityKind;
  @many(() => CalledGroupView) groups: CalledGroupView[];
  @many(() => WindowBody) windows: WindowBody[];
  @nullable @text town: string | null;
}

/** A quiet question to partners. */
export class CallView {
  @text id: string;
  @whole rev: number;
  @text requestId: string;
  @text regionId: string;
  @text schoolLocationId: string;
  @texts organisationIds: readonly string[];
  /** Null once nobody looks for it any more. */
  @nullable @one(() => CalledForView) asked: CalledForView | null;
  @text note: string;
  @text madeBy: string;
  @moment answerBy: string;
  @oneOf(['open', 'answered', 'matched', 'closed']) state: 'open' | 'answered' | 'matched' | 'closed';
  @nullable @text offerId: string | null;
  @nullable @text slotId: string | null;
  @nullable @text matchId: string | null;
}
