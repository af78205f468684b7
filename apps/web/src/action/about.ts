import type { ActionPreview, Answerable, AnswerKind } from '../api/actions.js';

/** What the answer is called: an option is taken or let go, what was recorded is right or not, a partner gives hours. */
export function wordOf(action: AnswerKind, { about, side }: Pick<ActionPreview, 'about' | 'side'>) {
  if (action === 'count' && side === 'partner') return 'action.count.partner' as const;
  if ((action === 'accept' || action === 'decline') && (about === 'option' || about === 'recorded'))
    return `action.${action}.${about}` as const;
  return `action.${action}` as const;
}

/** What comes of it. */
export function doesOf(action: AnswerKind, about: Answerable) {
  if (action === 'decline') return `action.decline.does.${about}` as const;
  if (action !== 'accept') return `action.${action}.does` as const;
  return about === 'proposal' || about === 'appointment'
    ? ('action.accept.does' as const)
    : (`action.accept.does.${about}` as const);
}

/** What the button says. */
export function sendOf(action: AnswerKind, about: Answerable) {
  if (action === 'decline' && (about === 'option' || about === 'recorded'))
    return `action.decline.send.${about}` as const;
  return `action.${action}.send` as const;
}
