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

export interface MatchView {
  readonly id: string;
  readonly state: string;
  readonly exact: boolean;
  readonly answerBy: string | null;
  readonly sessions: readonly { readonly start: string; readonly end: string }[];
  readonly allowed: readonly { readonly start: string; readonly end: string }[];
  readonly acceptedBy: Readonly<Record<string, unknown>>;
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
