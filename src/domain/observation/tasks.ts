/** The kinds of task that an observation can be of. A different task is a different context. */
export const tasks = {
  'medicines-round': 'Helping with medicines',
  'moving-and-handling': 'Moving and handling',
  mealtime: 'A meal or drinks',
  'personal-care': 'Personal care',
  'first-visit': 'A first visit or admission',
  handover: 'Handover or recording',
  conversation: 'A conversation',
  'unplanned-event': 'Something unplanned',
  other: 'Something else',
} as const;

export type Task = keyof typeof tasks;
