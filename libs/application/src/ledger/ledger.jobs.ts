/** Topic of a budget that grew. Payload: `fiscalYear`. */
export const budgetAppropriated = 'budget.appropriated';
