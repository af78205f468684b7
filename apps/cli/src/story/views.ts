/** What the API answers, as far as the story tells it. */
interface Said {
  readonly nl: string;
}

export interface SlotView {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}

export interface OfferView {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly organisationId: string;
  readonly durationMinutes: number;
  readonly slots: readonly SlotView[];
}

export interface RequestView {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly answerBy: string;
}

export interface ProposalView {
  readonly slotId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly start: string;
  readonly end: string;
  readonly score: number;
  readonly warnings: readonly { readonly sentence: Said }[];
  readonly explanation: { readonly parts: readonly { readonly part: string; readonly sentence: Said }[] };
}

export interface ProposalsView {
  readonly state: 'pending' | 'ready';
  readonly items: readonly ProposalView[];
  readonly whyNone?: {
    readonly considered: number;
    readonly failures: readonly { readonly sentence: Said }[];
    readonly nearest: readonly {
      readonly slotId: string;
      readonly by: Readonly<Record<string, number>>;
    }[];
  };
}

export interface ClockView {
  readonly now: string;
}

export interface PreviewView {
  readonly fitting: number;
  readonly wishes: readonly { readonly wish: string; readonly gained: number; readonly sentence: Said }[];
}

export interface ImportView {
  readonly id: string;
  readonly state: 'running' | 'finished';
  readonly counts: {
    readonly rows: number;
    readonly added: number;
    readonly unchanged: number;
    readonly refused: number;
  };
}

export interface RoundView {
  readonly id: string;
  readonly plan: {
    readonly phase: string;
    readonly requests: number;
    readonly served: number;
    readonly firstComeFirstServed: { readonly served: number };
    readonly certificate: { readonly sentence: Said };
  } | null;
}

export interface RoundLineView {
  readonly requestId: string;
  readonly slotId: string | null;
  readonly matchId: string | null;
}

export interface ApprovalView {
  readonly status: number;
  readonly match?: MatchView;
  readonly problem?: { readonly detail: string };
}

export interface ReportView {
  readonly reach: {
    readonly counted: { readonly activities: number; readonly groups: number; readonly pupils: number };
  };
  readonly hours: { readonly total: number };
  readonly locations: { readonly participating: number; readonly reached: number };
}

export interface ActivitiesView {
  readonly items: readonly {
    readonly matchId: string;
    readonly pupils: number;
    readonly hours: number | null;
  }[];
}

export interface MatchView {
  readonly id: string;
  readonly state: string;
  readonly exact: boolean;
  readonly answerBy: string | null;
  readonly sessions: readonly { readonly start: string; readonly end: string }[];
  readonly allowed: readonly { readonly start: string; readonly end: string }[];
  readonly acceptedBy: Readonly<Record<string, unknown>>;
  readonly costs: { readonly totalCents: number; readonly schoolCents: number; readonly regionCents: number };
  readonly despite: readonly { readonly condition: string; readonly reason: string }[];
  readonly change: { readonly by: string; readonly phase: string } | null;
  readonly attention: string | null;
  readonly clock: Readonly<Partial<Record<'school' | 'partner', SideClockView>>>;
  readonly prefilled: { readonly count: object; readonly hours: { readonly delivery: number } };
}

interface SideClockView {
  readonly stage: string;
  readonly nudgeAt: string | null;
  readonly attentionAt: string | null;
  readonly releaseAt: string | null;
}

export interface MailView {
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly filename: string }[];
}

export interface VisitSheetView {
  readonly when: { readonly said: Said };
  readonly place: { readonly said: Said };
  readonly pupils: number;
  readonly costs: { readonly said: Said };
  readonly school: { readonly name: string; readonly contact?: { readonly name: string } };
  readonly partner: { readonly name: string; readonly contact?: { readonly name: string } };
}
