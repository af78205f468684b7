import {
  gaveUp,
  isOpen,
  parted,
  refused,
  sent,
  skipped,
  whileItIsTold,
  type Fate,
  type Fates,
  type Made,
  type Notification,
} from './notification.js';

/** Null when it has met its fate before. */
export function meet(notification: Notification, fate: Fate, now: number): Made | null {
  switch (fate.is) {
    case 'sent':
      return sent(notification, now);
    case 'skipped':
      return skipped(notification, fate.why);
    case 'refused':
      return refused(notification);
    case 'gave-up':
      return gaveUp(notification);
    case 'parted':
      return parted(notification, now);
  }
}

/**
 * The leader's fate, and with it what is to be told to the others: whoever dies in between, the mail is out and nobody
 * sends it again.
 */
export function meetFirst(notification: Notification, own: Fate, others: Fates, now: number): Made | null {
  const made = meet(notification, own, now);
  return made && Object.keys(others).length > 0
    ? { ...made, state: { ...made.state, toTell: others, nextAt: now + whileItIsTold } }
    : made;
}

/** Every other one knows its fate. */
export function allTold(notification: Notification, now: number): Made | null {
  if (!notification.toTell) return null;
  return { state: { ...notification, toTell: null, nextAt: isOpen(notification) ? now : null } };
}
