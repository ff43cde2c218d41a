/** A name defined in every exported workbook, by which it is known again even after Excel has saved it. */
export const EXPORTED_PLAN_NAME = 'Perennial_plan';
