import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { demandQuery, type OpenDemand } from '../api/demand.js';
import { taxonomyQuery } from '../api/facts.js';
import { meQuery } from '../api/me.js';
import { WorldDrawing } from '../look/drawings/worlds.js';
import { OnlyForPartners } from '../offers/only-for-partners.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { useLanguage } from '../words/use-language.js';
import styles from './demand.module.css';

const may = ['partner', 'partner-admin', 'coordinator', 'operator'];

/** What schools ask for and have not got, by theme and place: where a new offer is welcome. */
export function DemandScreen() {
  const { t } = useTranslation(['partner', 'common']);
  const me = useQuery(meQuery);
  const mayRead = me.data?.roles.some(({ role }) => may.includes(role)) ?? false;
  const demand = useQuery({ ...demandQuery, enabled: mayRead });
  return (
    <Page title={t('common:nav.demand')} intro={t('demand.intro')} wide>
      {me.data !== undefined && !mayRead ? (
        <OnlyForPartners me={me.data} />
      ) : (
        <Answered query={demand} skeleton={<RowsSkeleton rows={6} />}>
          {(found) =>
            found.themes.length === 0 ? (
              <Empty
                title={t('demand.none')}
                next={<LinkButton to="/mijn-aanbod/nieuw">{t('new')}</LinkButton>}
              >
                {t('demand.none.now')}
              </Empty>
            ) : (
              <Themes demand={found} />
            )
          }
        </Answered>
      )}
    </Page>
  );
}

function Themes({ demand }: { readonly demand: OpenDemand }) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const labelOf = (id: string) => taxonomy?.themes.find((theme) => theme.id === id)?.label[language] ?? id;
  const most = Math.max(...demand.themes.map(({ requests }) => requests ?? 1));
  return (
    <ul className={styles.themes}>
      {demand.themes.map(({ theme, requests }) => (
        <li key={theme}>
          <div className={styles.head}>
            <WorldDrawing theme={theme} size={56} />
            <div>
              <h2>{labelOf(theme)}</h2>
              <p className={styles.count}>
                {requests === null ? t('demand.few') : t('demand.requests', { count: requests })}
              </p>
            </div>
          </div>
          <span
            aria-hidden
            className={styles.bar}
            style={{ inlineSize: `${Math.max(4, (100 * (requests ?? 2)) / most)}%` }}
          />
          <Places demand={demand} theme={theme} />
          <LinkButton to="/mijn-aanbod/nieuw" search={{ thema: theme }} variant="default">
            {t('demand.offer', { theme: labelOf(theme) })}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** Where it is asked; numbers under five stand together as the rest. */
function Places({ demand, theme }: { readonly demand: OpenDemand; readonly theme: string }) {
  const { t } = useTranslation('partner');
  const places = demand.places.filter((each) => each.theme === theme);
  const told = places.filter(({ requests }) => requests !== null);
  const rest = places.filter(({ requests }) => requests === null);
  const nameOf = (municipality: string) => municipality || t('demand.elsewhere');
  return (
    <ul className={styles.places}>
      {told.map(({ municipality, requests }) => (
        <li key={municipality}>
          <span>{nameOf(municipality)}</span> <span>{requests}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li className={styles.rest}>
          {t(told.length > 0 ? 'demand.also-in' : 'demand.in', {
            places: rest.map(({ municipality }) => nameOf(municipality)).join(', '),
          })}
        </li>
      )}
    </ul>
  );
}
