import { useApp } from '#renderer/app/app-context.ts';

/** Opens the browser's file picker for one spreadsheet and starts its import. */
export function useSpreadsheetPicker(): () => void {
  const app = useApp();
  return () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.xlsm,.csv,.tsv,.txt';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) app.startImport(file);
    });
    input.click();
  };
}
