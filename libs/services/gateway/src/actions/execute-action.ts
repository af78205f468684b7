import { Injectable } from '@nestjs/common';
import type { ActionDoneView, ExecuteActionBody, LinkAction, Side } from '#libs/contracts';
import { ServiceTokens, sha256, type Actor } from '#libs/runtime';
import { EdgeCalls } from '../sessions/edge-calls.js';

interface OpenLink {
  readonly matchId: string;
  readonly side: Side;
  readonly recipient: string;
  readonly question: number;
  /** What stands filled in of how many came or how long it took; the hours of a partner. */
  readonly figures: { readonly hours?: object };
}

@Injectable()
export class ExecuteAction {
  constructor(
    private readonly calls: EdgeCalls,
    private readonly tokens: ServiceTokens,
  ) {}

  /**
   * Answers as the one the mail went to, who may do just this; then the link is used. The link is the idempotency key, so
   * that a crash in between repeats the answer and not its effect.
   * @throws Refusal `actions.…` of the link, `matches.…` of the answer
   */
  async execute(body: ExecuteActionBody): Promise<ActionDoneView> {
    const hash = sha256(body.token);
    const { action } = body;
    const asked = { hash, action };
    const link = await this.calls.post<OpenLink>('notifications', '/internal/action-links/open', asked);
    const { matchId, side, recipient, question } = link;
    const actor: Actor = { id: recipient, roles: [{ role: 'link', regionIds: [], matchId, side, question }] };
    const token = await this.tokens.sign(actor, 'matching', `link ${hash}`);
    const { state } = await this.calls.post<{ state: string }>(
      'matching',
      `/api/matches/${encodeURIComponent(matchId)}/${partOf[action]}`,
      answerOf(body, link),
      { authorization: `Bearer ${token}`, 'idempotency-key': `link ${hash}` },
    );
    await this.calls.post('notifications', '/internal/action-links/used', asked);
    return { matchId, action, state };
  }
}

/** The part of a match's address that takes it. */
const partOf: Readonly<Record<LinkAction, string>> = {
  accept: 'accept',
  decline: 'decline',
  counter: 'counter',
  count: 'count',
  evaluate: 'evaluation',
  tally: 'tally',
};

/** Of the body what belongs to the answer. */
function answerOf(body: ExecuteActionBody, { figures }: OpenLink): object {
  const { start, end, reason, note, pupils, adults, groups, people, hours } = body;
  const { fit, again, words, present, fun, learned, wantMore } = body;
  switch (body.action) {
    case 'accept':
      return said({ start, end });
    case 'decline':
      return said({ reason });
    case 'counter':
      return said({ start, end, note, pupils });
    case 'count':
      return {
        ...figures,
        ...said({ pupils, adults, groups, people }),
        ...(figures.hours || hours ? { hours: { ...figures.hours, ...said({ ...hours }) } } : {}),
      };
    case 'evaluate':
      return said({ fit, again, words });
    case 'tally':
      return said({ present, fun, learned, wantMore });
  }
}

function said(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
