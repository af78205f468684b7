import { Button, Kbd } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproveBody, Proposal } from '../api/board.js';
import { offerSeenQuery, regionOrganisationsQuery } from '../api/region-names.js';
import { saySpans } from '../say/dates.js';
import { fitOf, sayDistance, sayMoney } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import type { Asked } from './asked.js';
import type { BoardLine } from './lines.js';
import { Parts } from './parts.js';
import { bodyOf, timesOf } from './slots.js';
import { kmOf, reasonsFor } from './reasons.js';
import styles from './board.module.css';

interface ProposedProps {
  readonly line: BoardLine;
  readonly items: readonly Proposal[];
  readonly place: number;
  readonly more: boolean;
  readonly onPlace: (place: number) => void;
  readonly onMore: () => void;
  readonly onApprove: (body: ApproveBody) => void;
  readonly onAsk: (asked: Asked) => void;
}

/** The best proposal large, the others beside it by their number. */
export function Proposed({ line, items, place, more, onPlace, onMore, onApprove, onAsk }: ProposedProps) {
  const { t } = useTranslation('coordinator');
  const shown = items[Math.min(place, items.length - 1)];
  if (!shown) return null;
  return (
    <section className={styles.proposed} aria-label={t('proposal')}>
      <Card proposal={shown} regionId={line.request.regionId} key={shown.slotId}>
        <div className={`${styles.decide} not-printed`}>
          <Button
            leftSection={<IconCheck aria-hidden size={20} />}
            rightSection={<Kbd aria-hidden>a</Kbd>}
            onClick={() => onApprove(bodyOf(line.request.id, shown))}
          >
            {t('approve')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX aria-hidden size={20} />}
            rightSection={<Kbd aria-hidden>r</Kbd>}
            onClick={() => onAsk({ what: 'reject', proposal: shown })}
          >
            {t('reject')}
          </Button>
          <Button
            variant="subtle"
            aria-expanded={more}
            rightSection={<Kbd aria-hidden>m</Kbd>}
            onClick={onMore}
          >
            {t('more')}
          </Button>
        </div>
        {more && <Parts proposal={shown} />}
      </Card>
      {items.length > 1 && (
        <div className={styles.others}>
          <h3>{t('others')}</h3>
          <ol>
            {items.map((proposal, each) => (
              <li key={proposal.slotId}>
                <Other
                  proposal={proposal}
                  number={each + 1}
                  isShown={proposal === shown}
                  regionId={line.request.regionId}
                  onChoose={() => onPlace(each)}
                />
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

function useNames({ offerId, organisationId }: Proposal, regionId: string) {
  const offer = useQuery(offerSeenQuery(offerId)).data;
  const organisations = useQuery(regionOrganisationsQuery(regionId)).data ?? [];
  return {
    offer,
    title: offer?.title ?? '…',
    partner: organisations.find(({ id }) => id === organisationId)?.name ?? '…',
  };
}

/** What it costs if it is approved, and whom. */
function useCosts() {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  return ({ totalCents, schoolCents }: Proposal['costs']): string => {
    if (totalCents === 0) return t('money.none');
    const money = sayMoney(schoolCents, language);
    return schoolCents === totalCents
      ? t('money.school', { money })
      : t('money.shared', { total: sayMoney(totalCents, language), money });
  };
}

interface CardProps {
  readonly proposal: Proposal;
  readonly regionId: string;
  readonly children: ReactNode;
}

function Card({ proposal, regionId, children }: CardProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { offer, title, partner } = useNames(proposal, regionId);
  const sayCosts = useCosts();
  const km = kmOf(proposal);
  const facts = [
    saySpans(timesOf(proposal), language),
    ...(km === undefined ? [] : [sayDistance(km, language)]),
    sayCosts(proposal.costs),
  ];
  const fit = fitOf(proposal.score);
  return (
    <div className={styles.card}>
      <h3 className={styles.offer}>{title}</h3>
      <p className={styles.partner}>{partner}</p>
      <p className={styles.facts}>
        {facts.join(' · ')} <strong data-fit={fit}>{t(`fit.${fit}`)}</strong>
      </p>
      <p className={styles.promise}>
        {offer && t(offer.promise === 'firm' ? 'promise.firm' : 'promise.by-appointment')}
      </p>
      <ul className={styles.reasons}>
        {reasonsFor(proposal).map(({ part, sentence }) => (
          <li key={part}>
            <IconCheck aria-hidden size={20} stroke={2} className={styles.good} />
            {sentence[language]}
          </li>
        ))}
        {proposal.warnings.map(({ code, sentence }) => (
          <li key={code}>
            <IconAlertTriangle aria-hidden size={20} stroke={2} className={styles.warns} />
            <span>
              <span className={styles.hidden}>{t('warning')} </span>
              {sentence[language]}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

interface OtherProps {
  readonly proposal: Proposal;
  readonly number: number;
  readonly isShown: boolean;
  readonly regionId: string;
  readonly onChoose: () => void;
}

function Other({ proposal, number, isShown, regionId, onChoose }: OtherProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const { title, partner } = useNames(proposal, regionId);
  return (
    <button type="button" aria-pressed={isShown} onClick={onChoose} className={styles.other}>
      <Kbd aria-hidden>{number}</Kbd>
      <span>
        <strong>{title}</strong>
        <span>
          {partner} · {saySpans(timesOf(proposal), language)} · {t(`fit.${fitOf(proposal.score)}`)}
        </span>
      </span>
    </button>
  );
}
