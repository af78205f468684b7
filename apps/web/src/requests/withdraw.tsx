import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawRequest, type Request } from '../api/requests.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';

/** Says what is lost, and asks why. */
export function Withdraw({ request }: { readonly request: Request }) {
  const { t } = useTranslation('teacher');
  const [open, setOpen] = useState(false);
  const state = useCommandForm({
    name: `withdraw-${request.id}`,
    initial: { reason: '' },
    send: ({ reason }, keyed) => withdrawRequest({ id: request.id, reason }, keyed),
    changes: ['requests', 'matches'],
    onDone: () => {
      setOpen(false);
      toast(t('withdraw.done'));
    },
  });
  return (
    <>
      <Button variant="subtle" color="brick" onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('withdraw.title')}
        closeButtonProps={{ 'aria-label': t('never-mind') }}
      >
        <p>{t('withdraw.lost')}</p>
        <CommandForm state={state} submit={t('withdraw')}>
          <Textarea data-autofocus label={t('withdraw.reason')} required {...state.field('reason')} />
        </CommandForm>
      </Modal>
    </>
  );
}
