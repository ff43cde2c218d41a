/** How far the arrow of a row reaches into its cell, and how much deeper each level stands. Both as in grid.module.css. */
const ARROW_REACH_PX = 24;
const INDENT_PX = 16;

/** Whether a click on a row's title fell on its arrow. */
export function isOnExpander(event: Event | null | undefined, level: number): boolean {
  if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return false;
  const cell = event.target.closest('.ag-cell');
  if (cell === null) return false;
  return event.clientX - cell.getBoundingClientRect().left <= ARROW_REACH_PX + level * INDENT_PX;
}
