import { answerOf } from './answers.js';
import { api } from './client.js';
import type { components } from './schema.js';

export type ActionPreview = components['schemas']['ActionPreviewView'];
/** What a yes or a no is about. */
export type Answerable = ActionPreview['about'];
type AnyActionBody = components['schemas']['ExecuteActionBody'];

/** The answers that this page can give. */
export const answers = ['accept', 'decline', 'counter', 'count', 'evaluate', 'tally'] as const;
export type AnswerKind = (typeof answers)[number];
export type ActionBody = AnyActionBody & { readonly action: AnswerKind };

export const previewAction = (token: string) =>
  answerOf(api.POST('/api/actions/preview', { body: { token } }));

/** The link itself is the key: sent twice it answers once. */
export const executeAction = (body: ActionBody) => answerOf(api.POST('/api/actions/execute', { body }));
