import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.js';
import { matchesQuery } from '../api/matches.js';
import { requestsQuery } from '../api/requests.js';
import { OnlyForSchools } from '../ask/only-for-schools.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { Answered } from '../parts/answered.js';
import { Chips } from '../parts/chips.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayList } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { chosenBy, requestFilters, turnOf, type RequestFilter, type RequestLine } from './filters.js';
import { useNextMove } from './use-next-move.js';
import styles from './requests.module.css';

interface RequestsScreenProps {
  readonly filter: RequestFilter | undefined;
  readonly onlyMine: boolean;
}

/** What this school asked for, a line each: who has the next move and by when. */
export function RequestsScreen({ filter, onlyMine }: RequestsScreenProps) {
  const { t } = useTranslation(['teacher', 'common']);
  const me = useQuery(meQuery);
  if (me.data === null || (me.data && me.data.schoolLocations.length === 0))
    return (
      <Page title={t('common:nav.requests')}>
        <OnlyForSchools me={me.data} />
      </Page>
    );
  return (
    <Page
      title={t('common:nav.requests')}
      intro={t('requests.intro')}
      wide
      action={<LinkButton to="/aanvragen/nieuw">{t('ask.start')}</LinkButton>}
    >
      {me.data ? (
        <Requests filter={filter} onlyMine={onlyMine} myId={me.data.id} />
      ) : (
        <div aria-busy>
          <RowsSkeleton rows={6} />
        </div>
      )}
    </Page>
  );
}

function Requests({ filter, onlyMine, myId }: RequestsScreenProps & { readonly myId: string }) {
  const { t } = useTranslation('teacher');
  const navigate = useNavigate({ from: '/aanvragen/' });
  const requests = useQuery(requestsQuery);
  const { data: matches } = useQuery(matchesQuery);
  return (
    <Answered query={requests} skeleton={<RowsSkeleton rows={6} />}>
      {(items) => {
        const ofWhom = items
          .filter(({ madeBy }) => !onlyMine || madeBy === myId)
          .map((request) => ({
            request,
            matches: (matches ?? []).filter(({ id }) => request.matchIds.includes(id)),
          }));
        const shown = chosenBy(ofWhom, filter);
        return (
          <>
            <div className={styles.filters}>
              <Chips
                single
                label={t('requests.filter')}
                choices={requestFilters.map((id) => ({
                  id,
                  label: t(`requests.filter.${id}`),
                  note: String(chosenBy(ofWhom, id).length),
                }))}
                chosen={filter ? [filter] : []}
                onChange={([toon]) =>
                  void navigate({ search: ({ toon: _, ...rest }) => (toon ? { ...rest, toon } : rest) })
                }
              />
              <Chips
                label={t('requests.whose')}
                choices={[{ id: 'ik', label: t('requests.only-mine') }]}
                chosen={onlyMine ? ['ik'] : []}
                onChange={([wie]) =>
                  void navigate({
                    search: ({ wie: _, ...rest }) => (wie === 'ik' ? { ...rest, wie: 'ik' as const } : rest),
                  })
                }
              />
            </div>
            {shown.length === 0 ? (
              <Empty
                title={items.length === 0 ? t('requests.none') : t('requests.none-here')}
                next={<LinkButton to="/aanvragen/nieuw">{t('ask.start')}</LinkButton>}
              >
                {items.length === 0 ? t('requests.none.now') : t('requests.none-here.now')}
              </Empty>
            ) : (
              <ul className={styles.lines}>
                {shown.map((line) => (
                  <Line key={line.request.id} {...line} />
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function Line({ request, matches }: RequestLine) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const nextMove = useNextMove();
  const { id, kind, title, groups } = request;
  const turn = turnOf(request, matches);
  return (
    <li className={styles.line} data-turn={turn}>
      <KindDrawing kind={kind} size={44} />
      <div>
        <h2 className={styles.title}>
          <Link to="/aanvragen/$requestId" params={{ requestId: id }}>
            {title}
          </Link>
        </h2>
        <p className={styles.for}>
          {t('requests.for', {
            groups: sayList(
              groups.map(({ name }) => name),
              language,
            ),
          })}
        </p>
      </div>
      <p className={styles.next}>
        {turn === 'school' && <strong className={styles.you}>{t('your-turn')}</strong>}{' '}
        {nextMove(request, matches)}
      </p>
    </li>
  );
}
