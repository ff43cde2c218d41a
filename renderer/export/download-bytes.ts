const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a workbook to the browser as a download of this name. */
export function downloadBytes(name: string, bytes: Uint8Array): void {
  // A copy, because a Blob takes only bytes that no other thread can share.
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: WORKBOOK }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
