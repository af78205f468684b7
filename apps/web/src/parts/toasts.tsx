import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { wantToasts } from './toasts-wanted.js';

const undoable = 10_000;
const read = 6_000;

/** Says that something was done; with `undo`, for ten seconds also how to take it back. Gives what hides it sooner. */
export function toast(message: string, undo?: () => void): () => void {
  const id = crypto.randomUUID();
  const undone = () => {
    notifications.hide(id);
    undo?.();
  };
  wantToasts();
  notifications.show({
    id,
    autoClose: undo ? undoable : read,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('close') },
    message: undo ? (
      <>
        {message}{' '}
        <Button variant="subtle" size="compact-md" onClick={undone}>
          {i18next.t('undo')}
        </Button>
      </>
    ) : (
      message
    ),
  });
  return () => notifications.hide(id);
}
