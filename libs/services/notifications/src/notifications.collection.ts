import { declareAggregate } from '#libs/runtime';
import { joins } from './domain/lanes.js';
import type { FollowUp } from './domain/follow-up.js';
import { nobodyThere, type Notification } from './domain/notification.js';

export const notificationsAggregate = declareAggregate<Notification>({
  name: 'notifications.notifications',
  // What it tells on the bus concerns the match that it names.
  owners: () => ({ regions: [] }),
  nextAt: ({ nextAt }) => nextAt,
  unfinished: ({ phase, toTell }) => phase === 'waiting' || phase === 'leading' || Boolean(toTell),
  seen: 'inserts-only',
  indexes: {
    byMatch: { by: ({ subject }) => ('matchId' in subject ? subject.matchId : null) },
    /** What goes in one mail with others, by whom it is for and when it is due; also what is on its way. */
    together: {
      by: ({ phase, lane, recipient }) =>
        (phase === 'waiting' || phase === 'leading') && joins(lane) ? `${recipient}|${lane}` : null,
      sort: ({ dueAt }) => new Date(dueAt).toISOString(),
    },
    /** What reached nobody, by when it was to go. */
    undelivered: {
      by: ({ phase, why }) => (phase === 'refused' || why === nobodyThere ? '*' : null),
      sort: ({ dueAt }) => new Date(dueAt).toISOString(),
    },
    /** What reached somebody, by when it did. */
    sentTo: {
      by: ({ phase, recipient }) => (phase === 'sent' ? recipient : null),
      sort: ({ sentAt }) => sentAt ?? '',
    },
    byLeader: { by: ({ phase, leader }) => (phase === 'joined' ? leader : null) },
  },
});

export const followUpsAggregate = declareAggregate<FollowUp>({
  name: 'notifications.follow-ups',
  owners: ({ regionId }) => ({ regions: [regionId] }),
  nextAt: ({ nextAt }) => nextAt,
  unfinished: ({ phase }) => phase === 'waiting',
  // Its match alone.
  seen: 'few-sources',
  indexes: { byMatch: { by: ({ matchId }) => matchId } },
});
