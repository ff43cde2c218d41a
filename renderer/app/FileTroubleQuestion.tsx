import { Button } from '@mantine/core';
import { useState } from 'react';
import { labelsOf, visiblePlan } from '#renderer/store/replica.ts';
import type { SaveState } from '#renderer/store/save-state.ts';
import { useApp, usePlanState } from './app-context.ts';
import { TargetForm } from './TargetForm.tsx';
import { useSay } from './texts.ts';
import { useSaveAs } from './use-save-as.ts';

export type FileTroubleProps = { readonly state: Extract<SaveState, { readonly kind: 'file-trouble' }> };

type QuestionProps = FileTroubleProps & { readonly onClose: () => void };

/** What befell the file, which changes are not in it, and the ways on. */
export function FileTroubleQuestion({ state, onClose }: QuestionProps) {
  const say = useSay();
  const [isSaving, setIsSaving] = useState(false);
  const name = usePlanState(({ opened, replica }) => opened.name ?? visiblePlan(replica).title);
  const saveAs = useSaveAs();
  return (
    <>
      <p className="pn-dialog-text">{say({ id: `files.trouble-${state.trouble}`, values: { name } })}</p>
      <p className="pn-dialog-text">{say('files.trouble-here')}</p>
      <UnsavedSteps state={state} />
      {isSaving ? (
        <TargetForm
          name={say({ id: 'files.copy-name', values: { name } })}
          verb="window.save-as"
          onTarget={saveAs}
          onDone={onClose}
        />
      ) : (
        <Ways state={state} onClose={onClose} onSave={() => setIsSaving(true)} />
      )}
    </>
  );
}

/** The changes that wait, by name: an undo or a version that was to come back has none of its own. */
function UnsavedSteps({ state }: FileTroubleProps) {
  const say = useSay();
  const { steps, trouble } = state;
  const pending = usePlanState(({ replica }) => replica.pending);
  if (steps === 0) return null;
  return (
    <>
      <p>
        {say({
          id: trouble === 'gone' ? 'files.trouble-unsaved-gone' : 'files.trouble-unsaved',
          values: { steps },
        })}
      </p>
      <ul>
        {labelsOf(pending.map(({ step }) => step)).map((label, index) => (
          <li key={index}>{say(label)}</li>
        ))}
      </ul>
    </>
  );
}

function Ways({ state, onClose, onSave }: QuestionProps & { readonly onSave: () => void }) {
  const say = useSay();
  const { reopenPlan } = useApp();
  return (
    <div className="pn-dialog-foot">
      <Button variant="default" onClick={onClose}>
        {say('files.later')}
      </Button>
      {state.trouble !== 'gone' && (
        <Button
          variant="default"
          onClick={() => {
            onClose();
            void reopenPlan();
          }}
        >
          {say('files.open-as-is')}
        </Button>
      )}
      <Button data-autofocus onClick={onSave}>
        {say('files.save-mine')}
      </Button>
    </div>
  );
}
