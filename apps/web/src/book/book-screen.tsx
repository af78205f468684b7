import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogueOfferQuery, type CatalogueOffer } from '../api/catalogue.js';
import { meQuery } from '../api/me.js';
import { OnlyForSchools } from '../ask/only-for-schools.js';
import { useSchool } from '../ask/use-school.js';
import { ActingFor, useActingFor } from '../parts/acting-for.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton, RowsSkeleton } from '../parts/skeletons.js';
import { BookForm } from './book-form.js';

interface BookScreenProps {
  readonly offerId: string;
  readonly slotId: string | undefined;
}

/** Takes a moment of a firm offer at once or as an option; where all is full, a place on the waiting list. */
export function BookScreen({ offerId, slotId }: BookScreenProps) {
  const { t } = useTranslation('teacher');
  const offer = useQuery(catalogueOfferQuery(offerId));
  const me = useQuery(meQuery);
  const school = useActingFor(me.data?.schoolLocations ?? []);
  return (
    <Page
      title={t('book.title')}
      intro={offer.data && `${offer.data.title}, ${offer.data.organisation.name}`}
    >
      {me.data !== undefined && !school.one && <OnlyForSchools me={me.data} />}
      <ActingFor label={t('ask.school')} of={school} />
      {school.one && (
        <Answered key={school.one.id} query={offer} skeleton={<LinesSkeleton lines={8} />}>
          {(found) => <Book offer={found} schoolId={school.one?.id ?? ''} slotId={slotId} />}
        </Answered>
      )}
    </Page>
  );
}

interface BookProps {
  readonly offer: CatalogueOffer;
  readonly schoolId: string;
  readonly slotId: string | undefined;
}

function Book({ offer, schoolId, slotId }: BookProps) {
  const { query, school } = useSchool(schoolId);
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} now />;
  if (!school)
    return (
      <div aria-busy>
        <RowsSkeleton />
      </div>
    );
  return <BookForm offer={offer} school={school} slotId={slotId} />;
}
