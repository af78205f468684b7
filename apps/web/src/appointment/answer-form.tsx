import { NumberInput, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogueOfferQuery } from '../api/catalogue.js';
import type { Match } from '../api/matches.js';
import { CommandForm } from '../parts/form/command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { localDateOf } from '../say/dates.js';
import { useNow } from '../api/now.js';
import { meansOf, sendOf } from './asked.js';
import { Cancelling } from './cancelling.js';
import { CountFields } from './count-fields.js';
import { EvaluationFields } from './evaluation-fields.js';
import type { Action } from './possible.js';
import { NumbersCost } from './numbers-cost.js';
import { placesToGo } from './places-to-go.js';
import { blankSaid, sendAction, type Said } from './send-action.js';
import type { Speaker } from './speaker.js';
import { TimePicker } from './time-picker.js';
import { needsTime, unitsOf } from './units.js';

interface AnswerFormProps {
  readonly match: Match;
  readonly action: Exclude<Action, 'tally'>;
  readonly speaker: Speaker;
  readonly onDone: (answer: Match) => void;
}

/** What one answer needs, and the button that gives it. */
export function AnswerForm({ match, action, speaker, onDone }: AnswerFormProps) {
  const { t } = useTranslation('appointments');
  const now = useNow();
  const state = useCommandForm<Said, Match>({
    name: `${action}-${match.id}`,
    initial: blankSaid(match),
    send: (said, keyed) => sendAction({ action, match, speaker, said, others }, keyed),
    changes: ['matches', 'requests', 'catalogue'],
    onDone,
  });
  const { values, errors } = state.form;
  const offer = useQuery({
    ...catalogueOfferQuery(match.offerId ?? ''),
    enabled: match.offerId !== null && (action === 'counter' || action === 'move'),
    retry: false,
  });
  const others = offer.data?.movableSlots ?? [];
  const asked = match.sessions[0] && localDateOf(match.sessions[0].start);
  const closed = { has: (day: string) => isClosed(match, day) };
  const setStart = (unit: string, start: string) =>
    state.form.setValues({ starts: { ...values.starts, [unit]: start } });
  const error = errors['start'] ?? errors['sessions'];
  const wantsTime = action === 'counter' || action === 'move';
  const places = placesToGo(match, others);
  if (wantsTime && places.units.length === 0)
    return offer.isLoading ? <RowsSkeleton rows={2} /> : <p>{t('time.none-now')}</p>;
  return (
    <CommandForm state={state} submit={t(sendOf(action, match))}>
      <p>
        {t(action === 'repeat' && speaker.onBehalf ? 'do.repeat.means.both' : meansOf(action, match, now))}
      </p>
      {action === 'accept' &&
        needsTime(match) &&
        unitsOf(match).map((unit) => (
          <TimePicker
            key={unit.id}
            allowed={unit.allowed}
            near={asked}
            minutes={match.minutes}
            value={values.starts[unit.id] ?? ''}
            onChange={(start) => setStart(unit.id, start)}
            error={error}
            closed={closed}
          />
        ))}
      {wantsTime &&
        places.units.map((unit) => (
          <TimePicker
            key={unit.id}
            allowed={unit.allowed}
            near={asked}
            minutes={places.minutes}
            value={values.starts[unit.id] ?? ''}
            onChange={(start) => setStart(unit.id, start)}
            error={error}
            closed={closed}
          />
        ))}
      {action === 'repeat' && (
        <TextInput
          type="datetime-local"
          label={t('repeat.start')}
          description={t('repeat.start.hint')}
          min={`${localDateOf(now)}T00:00`}
          {...state.field('repeatAt')}
        />
      )}
      {action === 'numbers' &&
        match.groups.map(({ groupId, name }) => (
          <NumberInput
            key={groupId}
            label={t('numbers.of', { name })}
            min={1}
            max={500}
            {...state.field(`pupils.${groupId}`)}
          />
        ))}
      {action === 'numbers' && <NumbersCost match={match} said={values} />}
      {action === 'cancel' && <Cancelling match={match} side={speaker.side} />}
      {action === 'count' && (
        <CountFields side={speaker.side} prefilled={match.prefilled} field={state.field} />
      )}
      {action === 'evaluate' && (
        <EvaluationFields
          opinion={values}
          onChange={(changes) => state.form.setValues(changes)}
          error={errors['fit']}
          field={state.field}
        />
      )}
      {action === 'counter' && <Textarea label={t('do.counter.note')} {...state.field('reason')} />}
      {['decline', 'cancel', 'move', 'no-show', 'take-back'].includes(action) && (
        <Textarea label={t('do.reason')} required maxLength={500} {...state.field('reason')} />
      )}
      {speaker.onBehalf && action !== 'repeat' && (
        <TextInput
          label={t('behalf.how')}
          placeholder={t('behalf.how.example')}
          required
          {...state.field('how')}
        />
      )}
    </CommandForm>
  );
}

/** Whether its school does not teach that day, which either side reads of it: nobody needs to propose it. */
const isClosed = ({ schoolClosed = [] }: Match, day: string): boolean =>
  schoolClosed.some(({ from, to }) => from <= day && day <= to);
