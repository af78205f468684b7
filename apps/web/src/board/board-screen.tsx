import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardRequestsQuery } from '../api/board.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { Board } from './board.js';
import { RoundLine } from './round-line.js';
import type { BoardSearch } from './search.js';
import styles from './board.module.css';

/** Where a coordinator works: what was asked on the left, why and what to do on the right. */
export function BoardScreen({ search }: { readonly search: BoardSearch }) {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const [words, setWords] = useState('');
  const requests = useQuery(boardRequestsQuery(region.id));
  return (
    <Page
      title={t('board')}
      wide
      action={
        <div className={`${styles.tools} not-printed`}>
          <RegionChooser of={region} />
          <TextInput
            type="search"
            id="board-words"
            aria-label={t('board.search')}
            placeholder={t('board.search')}
            leftSection={<IconSearch aria-hidden size={20} />}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter aria-hidden size={20} />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </div>
      }
    >
      <RoundLine region={region.id} />
      <Answered query={requests} skeleton={<RowsSkeleton rows={8} />}>
        {(found) =>
          found.length === 0 ? (
            <Empty
              title={t('board.nothing')}
              next={<LinkButton to="/mensen">{t('board.nothing.next')}</LinkButton>}
            >
              {t('board.nothing.what')}
            </Empty>
          ) : (
            <Board search={search} region={region.id} requests={found} words={words} />
          )
        }
      </Answered>
    </Page>
  );
}
