import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { meQuery } from '../api/me.js';
import { useNow } from '../api/now.js';
import { ownOfferQuery, publishOffer, withdrawOffer, type Offer } from '../api/offers.js';
import { organisationQuery } from '../api/organisations.js';
import { OfferSeen } from '../offer/offer-screen.js';
import { Answered } from '../parts/answered.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { Moments } from './moments.js';
import { OfferForm } from './offer-form.js';
import { offerParts, type OfferPart } from './offer-parts.js';
import { wordsOf } from './offer-words.js';
import { OnlyForPartners } from './only-for-partners.js';
import { seenBySchool } from './seen-by-school.js';
import styles from './offers.module.css';

interface OwnOfferScreenProps {
  readonly offerId: string;
  readonly part: OfferPart;
}

/** One own offer: when it can be, what it says, and how a school sees it. */
export function OwnOfferScreen({ offerId, part }: OwnOfferScreenProps) {
  const { t } = useTranslation('partner');
  const me = useQuery(meQuery);
  const offer = useQuery({ ...ownOfferQuery(offerId), enabled: me.data != null });
  return (
    <Page title={offer.data?.title ?? t('offer')} wide>
      {me.data === null ? (
        <OnlyForPartners me={null} />
      ) : (
        <Answered query={offer} skeleton={<LinesSkeleton lines={8} />}>
          {(found) => (
            <>
              <State offer={found} />
              <nav aria-label={t('parts')} className={styles.tabs}>
                {offerParts.map((each) => (
                  <Link
                    key={each}
                    to="/mijn-aanbod/$offerId"
                    params={{ offerId }}
                    search={each === 'momenten' ? {} : { deel: each }}
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    {...(each === part ? { 'aria-current': 'page' as const } : {})}
                  >
                    {t(`part.${each}`)}
                  </Link>
                ))}
              </nav>
              {part === 'momenten' && <Moments offer={found} />}
              {part === 'inhoud' && <Content offer={found} />}
              {part === 'voorbeeld' && <Preview offer={found} />}
            </>
          )}
        </Answered>
      )}
    </Page>
  );
}

/** Who sees it, and the one thing to do next. */
function State({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner');
  const now = useNow();
  const [withdrawing, setWithdrawing] = useState(false);
  const changes = ['offers', 'catalogue'];
  const publish = useCommand(publishOffer, { changes, onDone: () => toast(t('published')) });
  const { id, state } = offer;
  const hasMoments = offer.slots.some(({ start }) => Date.parse(start) > Date.parse(now));
  if (state === 'withdrawn')
    return (
      <Notice tone="sky" title={t('withdrawn.title')}>
        <p>{t('withdrawn.now')}</p>
        <LinkButton to="/mijn-aanbod/nieuw" search={{ kopie: id }} variant="default">
          {t('withdrawn.copy')}
        </LinkButton>
      </Notice>
    );
  if (state === 'draft')
    return (
      <>
        {publish.error && <Failure error={publish.error} now />}
        <Notice tone="sun" title={t('draft.title')}>
          <p>{t(hasMoments ? 'draft.ready' : 'draft.needs-moments')}</p>
          <Button disabled={!hasMoments} loading={publish.isPending} onClick={() => publish.mutate(id)}>
            {t('publish')}
          </Button>
        </Notice>
      </>
    );
  return (
    <>
      <div className={styles.published}>
        <Notice tone="meadow" title={t('published.title')}>
          <Link to="/aanbod/$offerId" params={{ offerId: id }}>
            {t('published.see')}
          </Link>
        </Notice>
        <div className={styles.besides}>
          <LinkButton to="/mijn-aanbod/nieuw" search={{ kopie: id }} variant="default">
            {t('copy')}
          </LinkButton>
          <Button variant="default" c="var(--brick)" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        </div>
      </div>
      {withdrawing && <Withdraw offer={offer} onClose={() => setWithdrawing(false)} />}
    </>
  );
}

function Withdraw({ offer, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const { t } = useTranslation('partner');
  const withdraw = useCommand(withdrawOffer, {
    changes: ['offers', 'catalogue'],
    onDone: () => {
      onClose();
      toast(t('withdrawn.done'));
    },
  });
  return (
    <Dialog title={t('withdraw.title', { title: offer.title })} onClose={onClose}>
      <p>{t('withdraw.means')}</p>
      <p>{t('withdraw.stays')}</p>
      {withdraw.error && <Failure error={withdraw.error} now />}
      <div className={styles.besides}>
        <Button color="brick" loading={withdraw.isPending} onClick={() => withdraw.mutate(offer.id)}>
          {t('withdraw.sure')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('withdraw.not')}
        </Button>
      </div>
    </Dialog>
  );
}

function Content({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner');
  if (offer.state === 'withdrawn') return <Preview offer={offer} />;
  return (
    <OfferForm
      key={offer.rev}
      name={`offer-${offer.id}-${offer.rev}`}
      initial={wordsOf(offer)}
      organisationId={offer.organisationId}
      offer={offer}
      onDone={() => toast(t('form.kept'))}
    />
  );
}

function Preview({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner');
  const now = useNow();
  const organisation = useQuery(organisationQuery(offer.organisationId)).data?.answer;
  const named = organisation ?? { id: offer.organisationId, name: '' };
  return (
    <section aria-label={t('part.voorbeeld')}>
      <p className={styles.quiet}>{t('preview.about')}</p>
      <div className={styles.preview}>
        <p className={styles.previewTitle}>{offer.title}</p>
        <p className={styles.quiet}>{named.name}</p>
        <OfferSeen offer={seenBySchool(offer, named, now)} />
      </div>
    </section>
  );
}
