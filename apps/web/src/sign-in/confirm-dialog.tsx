import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Passkey } from './passkey.js';

interface ConfirmDialogProps {
  readonly confirmed: () => void;
  readonly givenUp: () => void;
}

export function ConfirmDialog({ confirmed, givenUp }: ConfirmDialogProps) {
  const { t } = useTranslation(['sign-in', 'common']);
  return (
    <Modal
      opened
      onClose={givenUp}
      title={t('passkey.title')}
      centered
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Passkey onConfirmed={confirmed} />
    </Modal>
  );
}
