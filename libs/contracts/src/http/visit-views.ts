import { MatchCosts } from '../events/matching.js';
import { matchStates, places, type ActivityPlace, type MatchState } from '../words.js';
import {
  NamedView,
  SentenceView,
  many,
  moment,
  nullable,
  number,
  one,
  oneOf,
  optional,
  text,
  texts,
  whole,
  yesNo,
} from './shown.js';

export class VisitTimeView {
  @nullable @moment start: string | null;
  @nullable @moment end: string | null;
  @one(() => SentenceView) said: SentenceView;
}

export class TravelView {
  @number km: number;
  @one(() => SentenceView) said: SentenceView;
}

export class VisitPlaceView {
  @oneOf(places) kind: ActivityPlace;
  @nullable @text name: string | null;
  @nullable @text address: string | null;
  @one(() => SentenceView) said: SentenceView;
  @optional @number lat?: number;
  @optional @number lon?: number;
  @optional @one(() => TravelView) travel?: TravelView;
}

export class ContactView {
  @text name: string;
  @text email: string;
  @optional @text phone?: string;
}

/** The contact is shown once both sides have said yes. */
export class VisitSideView extends NamedView {
  @optional @text place?: string;
  @optional @one(() => ContactView) contact?: ContactView;
}

export class VisitGroupView {
  @text name: string;
  @texts grades: string[];
  @whole pupils: number;
}

/** One of several lessons or visits, with the groups that come then. */
export class VisitSessionView extends VisitTimeView {
  @many(() => VisitGroupView) groups: VisitGroupView[];
}

export class VisitCostsView extends MatchCosts {
  @whole pupilsCents: number;
  @one(() => SentenceView) said: SentenceView;
}

/** GET /api/matches/:id/visit-sheet: what everyone needs on the day. */
export class VisitSheetView {
  @text matchId: string;
  @text title: string;
  @oneOf(matchStates) state: MatchState;
  @one(() => VisitTimeView) when: VisitTimeView;
  @many(() => VisitSessionView) sessions: VisitSessionView[];
  @yesNo exact: boolean;
  @one(() => VisitPlaceView) place: VisitPlaceView;
  @one(() => VisitSideView) school: VisitSideView;
  @one(() => VisitSideView) partner: VisitSideView;
  @many(() => VisitGroupView) groups: VisitGroupView[];
  @whole pupils: number;
  /** On the day that needs the most; `warnings` name each day where there are several. */
  @whole adultsNeeded: number;
  @one(() => VisitCostsView) costs: VisitCostsView;
  @nullable @text arrival: string | null;
  @nullable @text parking: string | null;
  @nullable @text host: string | null;
  @nullable @text safety: string | null;
  @many(() => SentenceView) expectations: SentenceView[];
  @many(() => SentenceView) warnings: SentenceView[];
}

export class AttachmentView {
  @text filename: string;
  @text contentType: string;
  @text content: string;
  @optional @oneOf(['base64']) encoding?: 'base64';
  /** Where it is shown within the HTML: `cid:…`. */
  @optional @text cid?: string;
}

class MailAddressView {
  @text name: string;
  @text email: string;
}

/** What a mail program opens when its reader unsubscribes with one click. */
class UnsubscribeView {
  @text url: string;
}

/** A mail that the demo shows instead of sending it. */
export class MailView {
  @text to: string;
  @text toName: string;
  @optional @one(() => MailAddressView) replyTo?: MailAddressView;
  @optional @one(() => UnsubscribeView) unsubscribe?: UnsubscribeView;
  @text messageId: string;
  @text subject: string;
  @text text: string;
  @text html: string;
  @many(() => AttachmentView) attachments: AttachmentView[];
  @moment at: string;
}
