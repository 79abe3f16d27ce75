/** The other pages of somebody's record, by the last part of their address. */
export const recordRooms = [
  { path: 'certificate', title: 'Care Certificate record' },
  { path: 'discussions', title: 'Discussions and marked reasons' },
  { path: 'accounts', title: 'Reflective accounts' },
  { path: 'witnesses', title: 'What others saw' },
  { path: 'duties', title: 'Duties and delegated tasks' },
  { path: 'training', title: 'Training' },
  { path: 'supervision', title: 'Supervision' },
  { path: 'next-role', title: 'What the next role needs' },
  { path: 'pack', title: 'All of it on paper' },
  { path: 'readings', title: 'Who opened this record' },
] as const;
