import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boardProposalsQuery, proposalsQuery, type ApproveBody } from '../api/board.js';
import { useToday } from '../api/now.js';
import { regionSchoolsQuery } from '../api/region-names.js';
import type { Request } from '../api/requests.js';
import { Empty } from '../parts/empty.js';
import { useKeys } from '../parts/keys.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { BoardList } from './board-list.js';
import type { Asked } from './asked.js';
import { Dialogs } from './dialogs.js';
import { Heaps } from './heaps.js';
import { afterDeciding, hasWords, inHeap, linesOf } from './lines.js';
import { Marked } from './marked.js';
import { RequestPanel } from './request-panel.js';
import type { BoardSearch } from './search.js';
import { bodyOf } from './slots.js';
import { Troubles } from './troubles.js';
import { useDecisions } from './use-decisions.js';
import styles from './board.module.css';

interface BoardProps {
  readonly search: BoardSearch;
  readonly region: string;
  readonly requests: readonly Request[];
  readonly words: string;
}

const nobody: ReadonlySet<string> = new Set();

export function Board({ search, region, requests, words }: BoardProps) {
  const { t } = useTranslation('coordinator');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const considered = useQuery(boardProposalsQuery(region)).data;
  const schools = useQuery(regionSchoolsQuery(region)).data;
  const [marked, setMarked] = useState(nobody);
  const [place, setPlace] = useState(0);
  const [more, setMore] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const wanted = useDeferredValue(words.trim());

  const go = (request: string | undefined, replace = true) => {
    setPlace(0);
    void navigate({
      to: '/bord',
      search: { ...(search.state ? { state: search.state } : {}), ...(request ? { request } : {}) },
      replace,
      resetScroll: false,
    });
  };
  // The rows and what is said of a decision keep the first: they look for this one when it is time.
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  const decisions = useDecisions((request) => latest.current(request));
  const { decided, known } = decisions;
  useEffect(() => {
    const told = requests.filter(({ id, underWay }) => underWay && decided.has(id));
    if (told.length > 0) known(told.map(({ id }) => id));
  }, [requests, decided, known]);

  const lines = useMemo(() => {
    const names = new Map((schools ?? []).map(({ id, name }) => [id, name]));
    return linesOf({ requests, considered: considered ?? [], schools: names, today, decided });
  }, [requests, considered, schools, today, decided]);
  const shown = useMemo(
    () => inHeap(lines, search.state).filter((line) => wanted === '' || hasWords(line, wanted)),
    [lines, search.state, wanted],
  );
  const chosen =
    lines.find(({ request }) => request.id === search.request) ?? (isWide ? shown[0] : undefined);
  const id = chosen?.request.id;
  const next = id && afterDeciding(shown, id);
  useEffect(() => {
    if (next) void queries.prefetchQuery(proposalsQuery(next));
  }, [next, queries]);

  const mark = useCallback(
    (which: string) =>
      setMarked((before) => {
        const after = new Set(before);
        if (!after.delete(which)) after.add(which);
        return after;
      }),
    [],
  );
  const choseLine = useCallback((which: string) => latest.current(which, false), []);
  const proposals = () => (id ? (queries.getQueryData(proposalsQuery(id).queryKey)?.items ?? []) : []);
  const canDecide = chosen !== undefined && !chosen.heaps.includes('answering');
  const approve = (body: ApproveBody) => {
    if (!chosen || !canDecide) return;
    go(next);
    void decisions.approveOne(chosen, body);
  };
  const approveMarked = () => {
    const all = lines.flatMap(({ request, school, best }) =>
      best && marked.has(request.id) ? [{ item: bodyOf(request.id, best), school }] : [],
    );
    setMarked(nobody);
    if (all.length > 0) void decisions.approveSlots(all);
  };
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ request }) => request.id === id);
    const to = shown[at < 0 ? 0 : at + by];
    if (to) go(to.request.id);
  };
  const choose = (which: number) => {
    if (which < proposals().length) setPlace(which);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => {
      const proposal = proposals()[place];
      if (chosen && proposal) approve(bodyOf(chosen.request.id, proposal));
    },
    A: approveMarked,
    r: () => {
      const proposal = proposals()[place];
      if (canDecide && proposal) setAsked({ what: 'reject', proposal });
    },
    m: () => setMore(!more),
    u: () => void decisions.undoLast(),
    x: () => chosen?.best && mark(chosen.request.id),
    '/': () => document.getElementById('board-words')?.focus(),
    '?': () => setAsked({ what: 'help' }),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((which) => [String(which + 1), () => choose(which)])),
  });

  return (
    <>
      <Heaps lines={lines} chosen={search.state} isReady={considered !== undefined} />
      <Troubles troubles={decisions.troubles} onShow={(request) => go(request)} onClose={decisions.forget} />
      <Marked
        count={lines.filter(({ request, best }) => best && marked.has(request.id)).length}
        onApprove={approveMarked}
        onClear={() => setMarked(nobody)}
        onHelp={() => setAsked({ what: 'help' })}
      />
      <p role="status" className={styles.hidden}>
        {chosen &&
          t('board.said', {
            school: chosen.school,
            title: chosen.request.title,
            at: shown.indexOf(chosen) + 1,
            count: shown.length,
          })}
      </p>
      <div className={styles.board} data-chosen={search.request !== undefined}>
        <div className={styles.left}>
          {shown.length === 0 && !considered && wanted === '' ? (
            <RowsSkeleton rows={8} />
          ) : shown.length === 0 ? (
            <Empty title={t('board.heap-empty')}>{t('board.heap-empty.what')}</Empty>
          ) : (
            <BoardList
              lines={shown}
              chosen={id}
              heap={search.state}
              marked={marked}
              onMark={mark}
              onChoose={choseLine}
            />
          )}
        </div>
        <div className={styles.right}>
          {chosen && (
            <>
              <Link
                to="/bord"
                search={search.state ? { state: search.state } : {}}
                className={`${styles.back} not-printed`}
              >
                {t('board.back')}
              </Link>
              <RequestPanel
                key={chosen.request.id}
                line={chosen}
                place={place}
                more={more}
                onPlace={setPlace}
                onMore={() => setMore(!more)}
                onApprove={approve}
                onAsk={setAsked}
              />
            </>
          )}
        </div>
      </div>
      {asked && (
        <Dialogs asked={asked} line={chosen} onClose={() => setAsked(undefined)} onDecided={() => go(next)} />
      )}
    </>
  );
}
