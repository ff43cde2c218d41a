import { expect, type Page } from '@playwright/test';

type DroppedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Drops files on the window, as from the system's file manager. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: mimeType }));
    }
    return data;
  }, sent);
  const target = page.getByRole('main');
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a spreadsheet to import it, or a plan to open it')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}
