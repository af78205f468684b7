import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { blockSlot } from '../api/offers.js';
import { toast } from '../parts/toasts.js';

/** Gives places of a moment away to others, or back. */
export function useBlock(onDone?: () => void) {
  const { t } = useTranslation('partner');
  return useCommand(blockSlot, {
    changes: ['offers', 'catalogue'],
    onDone: () => {
      toast(t('moment.changed'));
      onDone?.();
    },
  });
}
