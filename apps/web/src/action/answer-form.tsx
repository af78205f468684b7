import { NumberInput, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { executeAction, type Answerable, type AnswerKind } from '../api/actions.js';
import { EvaluationFields } from '../appointment/evaluation-fields.js';
import { HandsFields } from '../appointment/hands.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { doesOf, sendOf, wordOf } from './about.js';
import { answerBody, blankAnswer, type Answer } from './answer.js';

interface AnswerFormProps {
  readonly token: string;
  readonly action: AnswerKind;
  readonly about: Answerable;
  readonly side: 'school' | 'partner';
  readonly onDone: () => void;
}

/** What one answer needs, and the button that gives it. */
export function AnswerForm({ token, action, about, side, onDone }: AnswerFormProps) {
  const { t } = useTranslation('sign-in');
  const state = useCommandForm({
    name: `answer-${token.slice(0, 12)}-${action}`,
    initial: blankAnswer,
    send: (values: Answer) => executeAction(answerBody(token, action, side, values)),
    changes: ['matches'],
    onDone,
  });
  return (
    <section>
      <h2>{t(wordOf(action, about))}</h2>
      <p>{t(doesOf(action, about))}</p>
      <CommandForm state={state} submit={t(sendOf(action, about))}>
        {action === 'decline' && <Textarea label={t('action.reason')} required {...state.field('reason')} />}
        {(action === 'accept' || action === 'counter') && (
          <>
            <TextInput
              type="datetime-local"
              label={t(action === 'accept' ? 'action.start-if-needed' : 'action.start')}
              {...state.field('start')}
            />
            <TextInput type="datetime-local" label={t('action.end')} {...state.field('end')} />
          </>
        )}
        {action === 'counter' && <Textarea label={t('action.note')} {...state.field('note')} />}
        {action === 'evaluate' && (
          <EvaluationFields
            opinion={state.form.values}
            onChange={(changes) => state.form.setValues(changes)}
            error={state.form.errors['fit']}
            field={state.field}
          />
        )}
        {action === 'tally' && (
          <HandsFields
            hands={state.form.values}
            onChange={(changes) => state.form.setValues(changes)}
            field={state.field}
          />
        )}
        {action === 'count' && side === 'school' && (
          <>
            <NumberInput label={t('action.pupils')} min={0} {...state.field('pupils')} />
            <NumberInput label={t('action.adults')} min={0} {...state.field('adults')} />
            <NumberInput label={t('action.groups')} min={0} {...state.field('groups')} />
          </>
        )}
        {action === 'count' && side === 'partner' && (
          <>
            <NumberInput label={t('action.people')} min={0} {...state.field('people')} />
            <NumberInput
              label={t('action.preparation')}
              min={0}
              step={0.5}
              {...state.field('hours.preparation')}
            />
            <NumberInput label={t('action.delivery')} min={0} step={0.5} {...state.field('hours.delivery')} />
            <NumberInput label={t('action.travel')} min={0} step={0.5} {...state.field('hours.travel')} />
          </>
        )}
      </CommandForm>
    </section>
  );
}
