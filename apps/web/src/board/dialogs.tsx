import type { Asked } from './asked.js';
import { ArrangeDialog } from './arrange-dialog.js';
import { CallDialog } from './call-dialog.js';
import { DespiteDialog } from './despite-dialog.js';
import { HelpDialog } from './help-dialog.js';
import type { BoardLine } from './lines.js';
import { NoteDialog } from './note-dialog.js';
import { RejectDialog } from './reject-dialog.js';

interface DialogsProps {
  readonly asked: Asked;
  readonly line: BoardLine | undefined;
  readonly onClose: () => void;
  /** Something was decided about the request: on to the next. */
  readonly onDecided: () => void;
}

export function Dialogs({ asked, line, onClose, onDecided }: DialogsProps) {
  if (asked.what === 'help') return <HelpDialog onClose={onClose} />;
  if (!line) return null;
  switch (asked.what) {
    case 'reject':
      return <RejectDialog line={line} proposal={asked.proposal} onClose={onClose} />;
    case 'despite':
      return <DespiteDialog line={line} miss={asked.miss} onClose={onClose} onDecided={onDecided} />;
    case 'call':
      return <CallDialog requestId={line.request.id} school={line.school} onClose={onClose} />;
    case 'arrange':
      return <ArrangeDialog line={line} onClose={onClose} onDecided={onDecided} />;
    case 'note':
      return <NoteDialog line={line} onClose={onClose} />;
  }
}
