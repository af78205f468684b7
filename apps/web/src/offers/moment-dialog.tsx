import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { removeSlot } from '../api/offers.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { toast } from '../parts/toasts.js';
import { saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { Moment } from './moment.js';
import { MomentFacts } from './moment-facts.js';
import { useBlock } from './use-block.js';
import styles from './offers.module.css';

interface MomentDialogProps {
  readonly moment: Moment;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** One moment: what is in it, some or all of it given away elsewhere, or taken out. */
export function MomentDialog({ moment, mayChange, onClose }: MomentDialogProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const { id, start, end, groups, free, blocked, promised } = moment;
  const [elsewhere, setElsewhere] = useState<number | string>(blocked);
  const block = useBlock(onClose);
  const remove = useCommand(removeSlot, {
    changes: ['offers', 'catalogue'],
    onDone: () => {
      toast(t('moment.removed'));
      onClose();
    },
  });
  return (
    <Dialog title={saySpan(start, end, language)} onClose={onClose}>
      <p>
        <MomentFacts moment={moment} />
      </p>
      {(block.error ?? remove.error) && <Failure error={block.error ?? remove.error} now />}
      {mayChange && (
        <>
          {free + blocked > 0 && groups > 1 && (
            <div className={styles.few}>
              <NumberInput
                label={t('moment.elsewhere', { count: free + blocked })}
                min={0}
                max={free + blocked}
                value={elsewhere}
                onChange={setElsewhere}
              />
              <Button
                className={styles.atBottom ?? ''}
                loading={block.isPending}
                onClick={() => block.mutate({ id, groups: Number(elsewhere) })}
              >
                {t('moment.keep')}
              </Button>
            </div>
          )}
          {free + blocked > 0 && groups === 1 && (
            <Button
              loading={block.isPending}
              onClick={() => block.mutate({ id, groups: free > 0 ? groups : 0 })}
            >
              {t(free > 0 ? 'moment.block' : 'moment.unblock')}
            </Button>
          )}
          {promised > 0 ? (
            <p className={styles.quiet}>{t('moment.stays')}</p>
          ) : (
            <Button
              variant="default"
              c="var(--brick)"
              loading={remove.isPending}
              onClick={() => remove.mutate(id)}
            >
              {t('moment.remove')}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}
