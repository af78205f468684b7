import 'reflect-metadata';
import { runService } from '#libs/cluster';
import { notificationsService } from '#libs/services/notifications';

await runService(process, ({ LEERBRUG_PUBLIC_URL, LEERBRUG_SECRET, LEERBRUG_UNDO_SECONDS }) =>
  notificationsService({
    publicUrl: () => LEERBRUG_PUBLIC_URL,
    secret: LEERBRUG_SECRET,
    mailboxFor: 'operators',
    undoMs: 1000 * LEERBRUG_UNDO_SECONDS,
  }),
);
