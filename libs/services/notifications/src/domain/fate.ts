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
  if (Object.keys(others).length === 0) return made;
  // Another process may have been at it too, with others in its mail: they are told as well.
  const state = made?.state ?? notification;
  return {
    ...made,
    state: { ...state, toTell: { ...state.toTell, ...others }, nextAt: now + whileItIsTold },
  };
}

/** Those know their fate; of others another process may have said that they are to be told. */
export function told(notification: Notification, those: Fates, now: number): Made | null {
  if (!notification.toTell) return null;
  const left = Object.entries(notification.toTell).filter(([id]) => !(id in those));
  if (left.length > 0) return { state: { ...notification, toTell: Object.fromEntries(left), nextAt: now } };
  return { state: { ...notification, toTell: null, nextAt: isOpen(notification) ? now : null } };
}
