import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { proposalsQuery, type ApproveBody } from '../api/board.js';
import { taxonomyQuery } from '../api/facts.js';
import { Answered } from '../parts/answered.js';
import { Notice } from '../parts/notice.js';
import { sayDay } from '../say/dates.js';
import { sayNumber } from '../say/language.js';
import { sayMoney } from '../say/measures.js';
import { sayWindow } from '../say/wish.js';
import { useLanguage } from '../words/use-language.js';
import type { BoardLine } from './lines.js';
import type { Asked } from './asked.js';
import { Proposed } from './proposed.js';
import { UnderWay } from './under-way.js';
import { WhyNone } from './why-none.js';
import styles from './board.module.css';

interface RequestPanelProps {
  readonly line: BoardLine;
  readonly place: number;
  readonly more: boolean;
  readonly onPlace: (place: number) => void;
  readonly onMore: () => void;
  readonly onApprove: (body: ApproveBody) => void;
  readonly onAsk: (asked: Asked) => void;
}

/** The chosen request: what is asked, what could be, and what to do. */
export function RequestPanel(props: RequestPanelProps) {
  const { line } = props;
  const { request, school } = line;
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const isOpen = !request.underWay && ['open', 'partly-met', 'unmet'].includes(request.state);
  return (
    <article className={styles.panel} key={request.id}>
      <header className={styles.asked}>
        <h2>{school}</h2>
        <p className={styles.askedWhat}>
          {[...request.groups.map(({ name }) => name), request.title].join(' · ')}
        </p>
        <p className={styles.askedWhen}>
          {t('request.promised', { day: sayDay(request.answerBy, language), count: line.age })}
        </p>
      </header>
      {request.unconfirmed && <Notice tone="sun" title={t('request.unconfirmed')} />}
      {request.state === 'needs-info' && (
        <Notice tone="sky" title={t('request.needs-info')}>
          {request.question && <p>{request.question}</p>}
        </Notice>
      )}
      {request.matchIds.map((id) => (
        <UnderWay key={id} matchId={id} />
      ))}
      {!request.underWay && line.heaps.includes('answering') && (
        <Notice tone="sky" title={t('request.securing')} />
      )}
      {isOpen && !line.heaps.includes('answering') && <Proposals {...props} />}
      <Wish line={line} />
      <div className={`${styles.more} not-printed`}>
        <Button variant="default" onClick={() => props.onAsk({ what: 'note' })}>
          {t('note.open')}
        </Button>
        {isOpen && (
          <>
            <Button variant="default" onClick={() => props.onAsk({ what: 'call' })}>
              {t('call.open')}
            </Button>
            <Button variant="default" onClick={() => props.onAsk({ what: 'arrange' })}>
              {t('arrange.open')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

function Proposals(props: RequestPanelProps) {
  const { t } = useTranslation('coordinator');
  const { request } = props.line;
  const proposals = useQuery(proposalsQuery(request.id));
  return (
    <Answered query={proposals} skeleton={<Skeleton height={260} my={12} />}>
      {({ items, state, whyNone }) =>
        items.length > 0 ? (
          <Proposed {...props} items={items} />
        ) : state === 'pending' ? (
          <Notice tone="sky" title={t('line.pending')} />
        ) : (
          <WhyNone why={whyNone} onAsk={props.onAsk} />
        )
      }
    </Answered>
  );
}

function Wish({ line: { request } }: { readonly line: BoardLine }) {
  const { t } = useTranslation(['coordinator', 'catalogue']);
  const language = useLanguage();
  const taxonomy = useQuery(taxonomyQuery).data;
  const { groups, windows, places, maxDistanceKm, maxCostCents, suitability, note, internalNote } = request;
  const labelOf = (list: readonly { id: string; label: { nl: string; en: string } }[] = [], id: string) =>
    list.find((each) => each.id === id)?.label[language] ?? id;
  const facts = [
    [t('wish.who'), groups.map(({ name, pupils }) => `${name} (${sayNumber(pupils, language)})`).join(', ')],
    [t('wish.what'), request.themes.map((theme) => labelOf(taxonomy?.themes, theme)).join(', ')],
    [t('wish.kind'), labelOf(taxonomy?.activityKinds, request.kind)],
    [t('wish.when'), windows.map((window) => sayWindow(window, language)).join(' · ')],
    [
      t('wish.where'),
      [
        ...places.map((place) => t(`wish.place.${place}`)),
        ...(maxDistanceKm === undefined ? [] : [t('wish.km', { km: maxDistanceKm })]),
      ].join(', '),
    ],
    [t('wish.suitability'), suitability.map((each) => labelOf(taxonomy?.suitability, each)).join(', ')],
    [t('wish.cost'), maxCostCents === undefined ? '' : sayMoney(maxCostCents, language)],
    [t('wish.note'), note],
    [t('wish.internal'), internalNote ?? ''],
  ].filter(([, value]) => value !== '');
  return (
    <section className={styles.wish}>
      <h3>{t('wish')}</h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
