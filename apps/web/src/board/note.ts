import type { AssignmentBody } from '../api/board.js';

/** As it stands on the form; empty is nobody, or nothing. */
export interface Note {
  readonly assigneeId: string;
  readonly internalNote: string;
  readonly question: string;
}

/** What of it is other than it was; what was emptied is taken back. */
export function changesOf(before: Note, said: Note): AssignmentBody {
  const question = said.question.trim();
  return {
    ...(said.assigneeId !== before.assigneeId ? { assigneeId: said.assigneeId || null } : {}),
    ...(said.internalNote !== before.internalNote ? { internalNote: said.internalNote } : {}),
    ...(question !== before.question ? { question: question || null } : {}),
  };
}
