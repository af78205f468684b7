import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { catalogueOfferQuery, type CatalogueOffer } from '../api/catalogue.js';
import { meQuery } from '../api/me.js';
import { postRequest, type Request } from '../api/requests.js';
import { ActingFor, useActingFor } from '../parts/acting-for.js';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { OnlyForSchools } from './only-for-schools.js';
import { AskForm } from './ask-form.js';
import { useSchool } from './use-school.js';
import { cellsOf } from './weeks.js';
import { blankWish, bodyOf, type Wish } from './wish.js';
import { localDateOf } from '../say/dates.js';

interface AskScreenProps {
  /** The activity from which one came. */
  readonly offerId: string | undefined;
}

/** "Wat zoek je?" */
export function AskScreen({ offerId }: AskScreenProps) {
  const { t } = useTranslation('teacher');
  const me = useQuery(meQuery);
  const school = useActingFor(me.data?.schoolLocations ?? []);
  return (
    <Page title={t('ask.title')} intro={t('ask.intro')} wide>
      {me.data !== undefined && !school.one && <OnlyForSchools me={me.data} />}
      <ActingFor label={t('ask.school')} of={school} />
      {school.one && <Ask key={school.one.id} schoolId={school.one.id} offerId={offerId} />}
    </Page>
  );
}

function Ask({ schoolId, offerId }: AskScreenProps & { readonly schoolId: string }) {
  const { t } = useTranslation('teacher');
  const navigate = useNavigate();
  const { query, school } = useSchool(schoolId);
  const offer = useQuery({ ...catalogueOfferQuery(offerId ?? ''), enabled: offerId !== undefined });
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} now />;
  if (!school || (offerId !== undefined && offer.isPending))
    return (
      <div aria-busy>
        <RowsSkeleton rows={10} />
      </div>
    );
  const { location, weeks, today } = school;
  return (
    <AskForm
      name={['ask', schoolId, ...(offerId ? [offerId] : [])].join('-')}
      initial={offer.data ? wishFor(offer.data, schoolId, weeks) : blankWish(schoolId)}
      school={location}
      regionIds={location.regionIds}
      weeks={weeks}
      today={today}
      submit={t('ask.send')}
      send={(wish: Wish, keyed) =>
        postRequest(bodyOf({ ...wish, schoolLocationId: schoolId }, { weeks, today }), keyed)
      }
      onDone={({ id }: Request) =>
        void navigate({
          to: '/aanvragen/$requestId',
          params: { requestId: id },
          search: { nieuw: true },
          replace: true,
        })
      }
    />
  );
}

/** The wish that somebody who saw this activity has: this theme, this activity first, when it still has room. */
function wishFor(offer: CatalogueOffer, schoolId: string, weeks: Parameters<typeof cellsOf>[1]): Wish {
  const windows = offer.nextSlots.map(({ start }) => {
    const day = localDateOf(start);
    const hour = Number(
      new Date(start).toLocaleString('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit' }),
    );
    return { from: day, to: day, parts: [hour < 12 ? ('morning' as const) : ('afternoon' as const)] };
  });
  return {
    ...blankWish(schoolId),
    themes: offer.themes.slice(0, 1),
    kind: offer.kind,
    cells: cellsOf(windows, weeks),
    preferred: [{ offerId: offer.offerId, title: offer.title }],
  };
}
