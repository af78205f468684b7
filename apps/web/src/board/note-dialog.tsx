import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { assign } from '../api/board.js';
import { peopleQuery } from '../api/people.js';
import { requestQuery } from '../api/requests.js';
import { Answered } from '../parts/answered.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { choicesWith } from '../people/choices.js';
import { useChosenPerson } from '../people/use-chosen-person.js';
import type { BoardLine } from './lines.js';
import { changesOf, type Note } from './note.js';

interface NoteDialogProps {
  readonly line: BoardLine;
  readonly onClose: () => void;
}

/** Who looks after it, what colleagues should know, what the school must say first. */
export function NoteDialog({ line, onClose }: NoteDialogProps) {
  const { t } = useTranslation('coordinator');
  const request = useQuery({ ...requestQuery(line.request.id), staleTime: 0, gcTime: 0 });
  return (
    <Dialog title={t('note.title', { school: line.school })} onClose={onClose}>
      <Answered query={request} skeleton={<RowsSkeleton rows={3} />}>
        {({ answer, tag }) => (
          <NoteForm
            id={answer.id}
            region={answer.regionId}
            tag={tag}
            initial={{
              assigneeId: answer.assigneeId ?? '',
              internalNote: answer.internalNote ?? '',
              question: answer.question ?? '',
            }}
            onClose={onClose}
          />
        )}
      </Answered>
    </Dialog>
  );
}

interface NoteFormProps {
  readonly id: string;
  readonly region: string;
  readonly tag: string;
  readonly initial: Note;
  readonly onClose: () => void;
}

function NoteForm({ id, region, tag, initial, onClose }: NoteFormProps) {
  const { t } = useTranslation('coordinator');
  const people = useQuery(peopleQuery({ region })).data ?? [];
  const assignee = useChosenPerson(initial.assigneeId);
  const coordinators = people.filter(({ roles }) => roles.some(({ role }) => role === 'coordinator'));
  const state = useCommandForm<Note, unknown>({
    name: `board-note-${id}`,
    initial,
    keepsDraft: false,
    send: (said) =>
      assign({
        id,
        tag,
        body: changesOf(initial, said),
      }),
    changes: ['requests'],
    onDone: () => {
      toast(t('note.kept'));
      onClose();
    },
  });
  return (
    <CommandForm state={state} submit={t('note.send')}>
      <NativeSelect
        label={t('note.assignee')}
        data={[{ value: '', label: t('note.nobody') }, ...choicesWith(coordinators, assignee)]}
        {...state.field('assigneeId')}
      />
      <Textarea
        label={t('note.internal')}
        description={t('no-pupils')}
        maxLength={2000}
        data-autofocus
        {...state.field('internalNote')}
      />
      <Textarea
        label={t('note.question')}
        description={t('note.question.what')}
        maxLength={1000}
        {...state.field('question')}
      />
    </CommandForm>
  );
}
