import { Button, NumberInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
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
  const { id, start, end, groups, free, matchIds } = moment;
  const [elsewhere, setElsewhere] = useState<number | string>(groups - free);
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
      <p>{free > 0 ? t('moment.free', { count: free }) : t('moment.blocked')}</p>
      {matchIds.map((matchId) => (
        <p key={matchId}>
          <Link to="/afspraken/$matchId" params={{ matchId }}>
            {t('moment.has-appointment')}
          </Link>
        </p>
      ))}
      {(block.error ?? remove.error) && <Failure error={block.error ?? remove.error} now />}
      {mayChange && (
        <>
          {groups > 1 ? (
            <div className={styles.few}>
              <NumberInput
                label={t('moment.elsewhere', { count: groups })}
                min={0}
                max={groups}
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
          ) : (
            <Button
              loading={block.isPending}
              onClick={() => block.mutate({ id, groups: free > 0 ? groups : 0 })}
            >
              {t(free > 0 ? 'moment.block' : 'moment.unblock')}
            </Button>
          )}
          <p className={styles.quiet}>{t('moment.remove.means')}</p>
          <Button
            variant="default"
            c="var(--brick)"
            loading={remove.isPending}
            onClick={() => remove.mutate(id)}
          >
            {t('moment.remove')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
