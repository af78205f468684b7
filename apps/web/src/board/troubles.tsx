import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { useSentence } from '../parts/sentences.js';
import type { Trouble } from './use-decisions.js';

interface TroublesProps {
  readonly troubles: readonly Trouble[];
  readonly onShow: (requestId: string) => void;
  readonly onClose: (requestId: string) => void;
}

/** Decisions that the server did not take: for which school, why, and the way back to it. */
export function Troubles({ troubles, onShow, onClose }: TroublesProps) {
  const { t } = useTranslation(['coordinator', 'common']);
  const sentence = useSentence();
  return troubles.map(({ requestId, school, error }) => {
    const { title, text } = sentence(error);
    return (
      <Notice key={requestId} tone="sun" title={`${school}: ${title}`} now>
        {text && <p>{text}</p>}
        <Button
          size="compact-md"
          variant="default"
          onClick={() => {
            onClose(requestId);
            onShow(requestId);
          }}
        >
          {t('trouble.show')}
        </Button>{' '}
        <Button size="compact-md" variant="subtle" onClick={() => onClose(requestId)}>
          {t('common:close')}
        </Button>
      </Notice>
    );
  });
}
