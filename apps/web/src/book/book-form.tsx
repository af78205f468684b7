import { Radio, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookSlot, joinWaitingList } from '../api/bookings.js';
import type { CatalogueOffer } from '../api/catalogue.js';
import { GroupChoice } from '../ask/group-choice.js';
import { RegionChoice } from '../ask/region-choice.js';
import { inRegion, regionAmong } from '../ask/region-of-school.js';
import { useGroups } from '../ask/use-groups.js';
import type { School } from '../ask/use-school.js';
import { groupsIn, type NewGroup } from '../ask/wish.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Notice } from '../parts/notice.js';
import { localDateOf, saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { BookCost } from './book-cost.js';
import { WhyNot } from './why-not.js';
import styles from './book.module.css';

interface BookFormProps {
  readonly offer: CatalogueOffer;
  readonly school: School;
  readonly slotId: string | undefined;
}

interface Chosen {
  readonly slotId: string;
  readonly regionId: string;
  readonly groupIds: readonly string[];
  readonly newGroups: readonly NewGroup[];
  readonly how: 'now' | 'option';
  readonly note: string;
}

type Done = { readonly matchId: string } | { readonly place: number };

export function BookForm({ offer, school, slotId }: BookFormProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const schoolLocationId = school.location.id;
  const navigate = useNavigate();
  const [waitsAs, setWaitsAs] = useState<number>();
  const [tried, setTried] = useState(false);
  const open = ({ start }: { readonly start: string }) => !school.closed.has(localDateOf(start));
  const free = offer.nextSlots.filter(open);
  const full = offer.fullSlots.filter(open);
  const name = `book-${schoolLocationId}-${offer.offerId}`;
  const first = [...free, ...full].find((each) => each.slotId === slotId) ?? free[0] ?? full[0];
  const isFull = (id: string) => full.some((slot) => slot.slotId === id);
  const state = useCommandForm<Chosen, Done>({
    name,
    initial: { slotId: first?.slotId ?? '', regionId: '', groupIds: [], newGroups: [], how: 'now', note: '' },
    changes: ['matches', 'catalogue'],
    send: async ({ slotId: id, how, note, ...chosen }, keyed) => {
      const whose = whoseOf(chosen);
      if (isFull(id)) return joinWaitingList({ slotId: id, body: whose }, keyed);
      const body = {
        ...whose,
        option: how === 'option',
        ...(note.trim() ? { note } : {}),
      };
      return { matchId: (await bookSlot({ slotId: id, body }, keyed)).id };
    },
    onDone: (done) => {
      if ('place' in done) setWaitsAs(done.place);
      else void navigate({ to: '/afspraken/$matchId', params: { matchId: done.matchId }, replace: true });
    },
  });
  const { values } = state.form;
  const slot = [...free, ...full].find((each) => each.slotId === values.slotId);
  const groups = useGroups(schoolLocationId, slot && localDateOf(slot.start));
  const groupIds = groups.only(values.groupIds);
  const { regionIds } = school.location;
  const whoseOf = (chosen: Pick<Chosen, 'regionId' | 'groupIds' | 'newGroups'>) => ({
    schoolLocationId,
    ...inRegion(regionAmong(regionIds, chosen.regionId)),
    groups: groupsIn({ groupIds: groups.only(chosen.groupIds), newGroups: chosen.newGroups }),
  });
  const waits = isFull(values.slotId);
  const nobody = groupIds.length + values.newGroups.length === 0;
  const sendIfWhole = () => {
    setTried(true);
    if (nobody) document.getElementById(`${name}-groups`)?.focus();
    else state.submit();
  };
  if (!first) return <Notice tone="sky" title={t('book.none')} />;
  if (waitsAs !== undefined)
    return (
      <Notice tone="meadow" title={t('book.waits', { place: waitsAs })} now>
        {t('book.waits.now')}
      </Notice>
    );
  return (
    <div className={styles.book}>
      <CommandForm
        state={{ ...state, submit: sendIfWhole }}
        submit={t(waits ? 'book.join' : values.how === 'option' ? 'book.option' : 'book.now')}
      >
        <WhyNot error={state.command.error} />
        <RegionChoice
          regionIds={regionIds}
          {...state.field('regionId')}
          value={regionAmong(regionIds, values.regionId)}
        />
        <Radio.Group
          size="md"
          label={<span className={styles.legend}>{t('book.when')}</span>}
          value={values.slotId}
          onChange={(chosen) => state.form.setValues({ slotId: chosen })}
        >
          <div className={styles.slots}>
            {[...free, ...full].map(({ slotId: id, start, end }) => (
              <Radio.Card key={id} value={id} className={styles.slot}>
                <Radio.Indicator />
                <span>{saySpan(start, end, language)}</span>
                <small>{isFull(id) ? t('book.full') : t('book.free')}</small>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        {offer.moreSlots && (
          <p>
            {t('book.more')}{' '}
            <Link to="/aanvragen/nieuw" search={{ aanbod: offer.offerId }}>
              {t('book.more.ask')}
            </Link>
          </p>
        )}
        <section>
          <h2 id={`${name}-groups`} tabIndex={-1} className={styles.legend}>
            {t('ask.for-whom')}
          </h2>
          {tried && nobody && (
            <p role="alert" className={styles.wrong}>
              {t('ask.missing.groups')}
            </p>
          )}
          <GroupChoice
            groups={groups}
            sectors={school.location.sectors}
            chosen={groupIds}
            added={values.newGroups}
            onChange={(chosen) => state.form.setValues({ groupIds: chosen })}
            onAdd={(newGroups) => state.form.setValues({ newGroups })}
          />
        </section>
        {!waits && (
          <>
            <Radio.Group
              size="md"
              label={<span className={styles.legend}>{t('book.how')}</span>}
              value={values.how}
              onChange={(how) => state.form.setValues({ how: how === 'option' ? 'option' : 'now' })}
            >
              <Radio size="md" mt={8} value="now" label={t('book.how.now')} />
              <Radio size="md" mt={8} value="option" label={t('book.how.option')} />
            </Radio.Group>
            <Textarea
              label={t('book.note')}
              description={t('more.note.hint')}
              maxLength={1000}
              {...state.field('note')}
            />
            <BookCost
              offer={offer}
              booking={nobody ? undefined : { slotId: values.slotId, body: whoseOf(values) }}
            />
          </>
        )}
        {waits && <p className={styles.cost}>{t('book.join.means')}</p>}
      </CommandForm>
    </div>
  );
}
