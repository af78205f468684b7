import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery, type Me } from '../api/me.js';
import { ownOfferQuery, ownOffersQuery } from '../api/offers.js';
import { KindDrawing } from '../look/drawings/kinds.js';
import { ActingFor, useActingFor } from '../parts/acting-for.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { OfferForm } from './offer-form.js';
import { blankOffer, wordsOf, type OfferWords } from './offer-words.js';
import { OnlyForPartners, isPartner } from './only-for-partners.js';
import { templateIds, templates, type TemplateId } from './templates.js';
import styles from './offers.module.css';

export interface StartSearch {
  /** One of our starting points, or `leeg`. */
  readonly begin?: string;
  /** An own offer to copy. */
  readonly kopie?: string;
  /** What schools ask for. */
  readonly thema?: string;
}

/** First where to begin, then the form; what is made is a draft until it is published. */
export function NewOfferScreen({ search }: { readonly search: StartSearch }) {
  const { t } = useTranslation('partner');
  const me = useQuery(meQuery);
  const isChosen = search.begin !== undefined || search.kopie !== undefined;
  return (
    <Page title={t('new')} intro={t(isChosen ? 'new.intro' : 'new.begin')} wide>
      <Answered query={me} skeleton={<LinesSkeleton />}>
        {(who) => {
          if (!who || !isPartner(who)) return <OnlyForPartners me={who} />;
          if (!isChosen) return <Beginnings theme={search.thema} />;
          return search.kopie ? <Copy id={search.kopie} me={who} /> : <Fresh search={search} me={who} />;
        }}
      </Answered>
    </Page>
  );
}

function Beginnings({ theme }: { readonly theme: string | undefined }) {
  const { t } = useTranslation(['partner', 'catalogue']);
  const own = useQuery(ownOffersQuery).data ?? [];
  const withTheme = theme ? { thema: theme } : {};
  const fitting = theme ? templateIds.filter((id) => templates[id].themes.includes(theme)) : [];
  const inOrder = [...fitting, ...templateIds.filter((id) => !fitting.includes(id))];
  return (
    <>
      {own.length > 0 && (
        <section className={styles.section}>
          <h2>{t('begin.own')}</h2>
          <p className={styles.quiet}>{t('begin.own.about')}</p>
          <ul className={styles.copies}>
            {own.map(({ id, title, kind }) => (
              <li key={id}>
                <Link to="/mijn-aanbod/nieuw" search={{ kopie: id }}>
                  <KindDrawing kind={kind} size={32} /> {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section}>
        <h2>{t('begin.template')}</h2>
        <ul className={styles.templates}>
          {inOrder.map((id) => (
            <li key={id}>
              <KindDrawing kind={templates[id].kind} size={56} />
              <p className={styles.quiet}>{t(`catalogue:kind.${templates[id].kind}`)}</p>
              <h3>
                <Link to="/mijn-aanbod/nieuw" search={{ begin: id, ...withTheme }}>
                  {t(`template.${id}.title`)}
                </Link>
              </h3>
              <p>{t(`template.${id}.summary`)}</p>
            </li>
          ))}
        </ul>
        <LinkButton
          to="/mijn-aanbod/nieuw"
          search={{ begin: 'leeg', ...withTheme }}
          variant="default"
          mt={20}
        >
          {t('begin.empty')}
        </LinkButton>
      </section>
    </>
  );
}

function Copy({ id, me }: { readonly id: string; readonly me: Me }) {
  const { t } = useTranslation('partner');
  const offer = useQuery(ownOfferQuery(id));
  const several = me.organisations.length > 1 ? me.organisations : [];
  return (
    <Answered query={offer} skeleton={<LinesSkeleton lines={8} />}>
      {(found) => {
        const own = several.find(({ id: theirs }) => theirs === found.organisationId);
        return (
          <>
            {own && <p className={styles.quiet}>{t('form.of', { name: own.name })}</p>}
            <NewForm
              name={`offer-copy-${id}`}
              initial={wordsOf(found)}
              organisationId={found.organisationId}
            />
          </>
        );
      }}
    </Answered>
  );
}

const isTemplate = (id: string | undefined): id is TemplateId => templateIds.some((each) => each === id);

function Fresh({ search: { begin, thema }, me }: { readonly search: StartSearch; readonly me: Me }) {
  const { t } = useTranslation('partner');
  const organisation = useActingFor(me.organisations);
  const id = organisation.one?.id ?? '';
  const start: Partial<OfferWords> = isTemplate(begin)
    ? { ...templates[begin], title: t(`template.${begin}.title`), summary: t(`template.${begin}.summary`) }
    : {};
  const initial = { ...blankOffer, ...start, ...(thema ? { themes: [thema] } : {}) };
  return (
    <>
      <ActingFor label={t('form.for')} of={organisation} />
      <NewForm
        name={`offer-new-${begin ?? ''}${thema ?? ''}-${id}`.replaceAll('/', '-')}
        initial={initial}
        organisationId={id}
      />
    </>
  );
}

interface NewFormProps {
  readonly name: string;
  readonly initial: OfferWords;
  readonly organisationId: string;
}

function NewForm({ name, initial, organisationId }: NewFormProps) {
  const { t } = useTranslation('partner');
  const navigate = useNavigate();
  return (
    <div className={styles.form}>
      <OfferForm
        key={name}
        name={name}
        initial={initial}
        organisationId={organisationId}
        onDone={({ id }) => {
          toast(t('form.added'));
          void navigate({ to: '/mijn-aanbod/$offerId', params: { offerId: id }, replace: true });
        }}
      />
    </div>
  );
}
