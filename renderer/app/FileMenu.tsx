import { Button, Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { ExportDialog } from '#renderer/export/ExportDialog.tsx';
import { useSpreadsheetPicker } from '#renderer/import/use-spreadsheet-picker.ts';
import { NewPlanDialog } from '#renderer/start/NewPlanDialog.tsx';
import { OpenDialog } from '#renderer/start/OpenDialog.tsx';
import { useVersionKeys } from '#renderer/versions/use-version-keys.ts';
import { VersionDialog } from '#renderer/versions/VersionDialog.tsx';
import { useApp, usePlanState } from './app-context.ts';
import { ExportCopyDialog } from './ExportCopyDialog.tsx';
import { FileInfoDialog } from './FileInfoDialog.tsx';
import { ChevronIcon } from './icons.tsx';
import { SaveAsDialog } from './SaveAsDialog.tsx';
import { useSay } from './texts.ts';
import { useOpenPlanFile } from '#renderer/start/use-open-plan-file.ts';
import classes from './shell.module.css';

type Dialog = 'new' | 'open' | 'save-version' | 'save-as' | 'export-copy' | 'export' | 'about';

/** Everything that concerns the plan as a file. */
export function FileMenu() {
  const say = useSay();
  const app = useApp();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const pick = useSpreadsheetPicker();
  const open = useOpenPlanFile(() => setDialog('open'));
  const close = () => setDialog(null);
  const button = useRef<HTMLButtonElement>(null);
  useVersionKeys(() => setDialog('save-version'));
  return (
    <>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button ref={button} variant="subtle" size="compact-sm" rightSection={<ChevronIcon size={12} />}>
            <span className={classes['brand']}>{say('window.app')}</span>
          </Button>
        </Menu.Target>
        {/* A dialog gives the focus back to what had it before, and an item is gone by then. */}
        <Menu.Dropdown onClickCapture={() => button.current?.focus()}>
          <Menu.Item onClick={() => setDialog('new')}>{say('window.new-plan-item')}</Menu.Item>
          <Menu.Item onClick={open}>{say('window.open-plan-item')}</Menu.Item>
          <Menu.Item onClick={pick}>{say('window.import-item')}</Menu.Item>
          <Menu.Divider />
          <SaveVersionItem onChoose={() => setDialog('save-version')} />
          <Menu.Item onClick={() => setDialog('save-as')}>{say('window.save-as-item')}</Menu.Item>
          <Menu.Item onClick={() => void app.duplicatePlan()}>{say('files.duplicate-item')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('export-copy')}>{say('files.export-copy-item')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('export')}>{say('window.export-item')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('about')}>{say('files.about-item')}</Menu.Item>
          <Menu.Item onClick={() => void app.closePlan()}>{say('window.close-plan')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NewPlanDialog isOpen={dialog === 'new'} onClose={close} />
      <OpenDialog isOpen={dialog === 'open'} onClose={close} />
      <VersionDialog target={dialog === 'save-version' ? 'new' : null} onClose={close} />
      <SaveAsDialog isOpen={dialog === 'save-as'} onClose={close} />
      <ExportCopyDialog isOpen={dialog === 'export-copy'} onClose={close} />
      <ExportDialog isOpen={dialog === 'export'} onClose={close} />
      <FileInfoDialog isOpen={dialog === 'about'} onClose={close} />
    </>
  );
}

function SaveVersionItem({ onChoose }: { readonly onChoose: () => void }) {
  const say = useSay();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  return (
    <Menu.Item
      disabled={isReadOnly}
      rightSection={<span className={classes['keys']}>{say('window.save-version-keys')}</span>}
      onClick={onChoose}
    >
      {say('window.save-version-item')}
    </Menu.Item>
  );
}
