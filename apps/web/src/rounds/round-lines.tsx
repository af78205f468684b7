import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regionOrganisationsQuery, regionSchoolsQuery } from '../api/region-names.js';
import { roundLinesQuery, type Round, type RoundLine } from '../api/rounds.js';
import { bodyOf, timesOf } from '../board/slots.js';
import { Troubles } from '../board/troubles.js';
import { useDecisions } from '../board/use-decisions.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { saySpans } from '../say/dates.js';
import { fitOf } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import styles from './rounds.module.css';

const atOnce = 100;

/** Who gets what in the plan, to approve together, and who gets nothing and why. */
export function RoundLines({ round }: { readonly round: Round }) {
  const { t } = useTranslation('coordinator');
  const lines = useQuery(roundLinesQuery(round.id, round.plan?.run ?? 0));
  const schools = useQuery(regionSchoolsQuery(round.region)).data ?? [];
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  return (
    <Answered query={lines} skeleton={<RowsSkeleton rows={8} />}>
      {(found) => {
        const served = found.filter(({ slotId }) => slotId !== null);
        const nothing = new Set(round.plan?.schoolsWithNothing);
        const without = found
          .filter(({ slotId }) => slotId === null)
          .toSorted(
            (a, b) =>
              Number(nothing.has(b.schoolLocationId ?? '')) - Number(nothing.has(a.schoolLocationId ?? '')),
          );
        return (
          <>
            <h2>{t('lines.served')}</h2>
            {served.length === 0 ? (
              <Empty title={t('lines.served.none')} />
            ) : (
              <Served lines={served} names={names} region={round.region} />
            )}
            {without.length > 0 && (
              <>
                <h2>{t('lines.without')}</h2>
                <Without lines={without} names={names} nothing={nothing} />
              </>
            )}
          </>
        );
      }}
    </Answered>
  );
}

interface ServedProps {
  readonly lines: readonly RoundLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly region: string;
}

function Served({ lines, names, region }: ServedProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const organisations = useQuery(regionOrganisationsQuery(region)).data ?? [];
  const partners = new Map(organisations.map(({ id, name }) => [id, name]));
  const decisions = useDecisions(() => undefined);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(atOnce);
  const open = lines.filter(
    ({ requestId, matchId, proposal }) => matchId === null && proposal && !decisions.decided.has(requestId),
  );
  const wanted = open.filter(({ requestId }) => !left.has(requestId));
  const schoolOf = ({ schoolLocationId }: RoundLine) => names.get(schoolLocationId ?? '') ?? '…';
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <>
      <Troubles troubles={decisions.troubles} onShow={() => undefined} onClose={decisions.forget} />
      {wanted.length > 0 && (
        <p className="not-printed">
          <Button
            onClick={() =>
              void decisions.approveSlots(
                wanted.flatMap((line) =>
                  line.proposal
                    ? [{ item: bodyOf(line.requestId, line.proposal), school: schoolOf(line) }]
                    : [],
                ),
              )
            }
          >
            {t('approve.plan', { count: wanted.length })}
          </Button>
        </p>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className={styles.hidden}>{t('lines.take')}</span>
              </th>
              <th scope="col">{t('lines.school')}</th>
              <th scope="col">{t('lines.request')}</th>
              <th scope="col">{t('lines.gets')}</th>
              <th scope="col">{t('lines.fit')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map((line) => {
              const { requestId, title, matchId, proposal, gone } = line;
              const isDecided = matchId !== null || decisions.decided.has(requestId);
              return (
                <tr key={requestId} data-decided={isDecided}>
                  <td>
                    {!isDecided && proposal && (
                      <Checkbox
                        checked={!left.has(requestId)}
                        onChange={() => toggle(requestId)}
                        aria-label={t('board.mark', { school: schoolOf(line), groups: title ?? '' })}
                      />
                    )}
                  </td>
                  <td>{schoolOf(line)}</td>
                  <td>
                    <Link to="/bord" search={{ request: requestId }}>
                      {title}
                    </Link>
                  </td>
                  <td>
                    {proposal
                      ? `${partners.get(proposal.organisationId) ?? '…'}, ${saySpans(timesOf(proposal), language)}`
                      : t(`lines.gone.${gone ?? 'slot'}`)}
                  </td>
                  <td>{isDecided ? t('lines.approved') : proposal && t(`fit.${fitOf(proposal.score)}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {lines.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t('lines.more', { count: Math.min(atOnce, lines.length - shown) })}
        </Button>
      )}
    </>
  );
}

interface WithoutProps {
  readonly lines: readonly RoundLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly nothing: ReadonlySet<string>;
}

/** Schools with nothing at all first. */
function Without({ lines, names, nothing }: WithoutProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('lines.school')}</th>
              <th scope="col">{t('lines.request')}</th>
              <th scope="col">{t('lines.why')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shown).map(({ requestId, title, schoolLocationId, whyNone }) => (
              <tr key={requestId}>
                <td>
                  {names.get(schoolLocationId ?? '') ?? '…'}
                  {nothing.has(schoolLocationId ?? '') && (
                    <strong className={styles.nothing}>{t('lines.nothing')}</strong>
                  )}
                </td>
                <td>
                  <Link to="/bord" search={{ request: requestId }}>
                    {title}
                  </Link>
                </td>
                <td>{whyNone?.failures[0]?.sentence[language] ?? t('lines.taken')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t('lines.more', { count: Math.min(atOnce, lines.length - shown) })}
        </Button>
      )}
    </>
  );
}
