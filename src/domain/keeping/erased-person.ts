/** A time that says nothing: of everybody who was erased the same. */
const noTime = '1970-01-01T00:00:00.000Z';

/**
 * What stays in place of somebody erased, where others' records say that they did something there: an
 * id that names nobody, and the same words for everybody.
 */
export const erasedPerson = (id: string) => ({
  id,
  username: erasedUsername(id),
  name: 'Erased person',
  role: 'worker',
  category: '',
  startedOn: noTime.slice(0, 10),
  addedAt: noTime,
  leftAt: noTime,
});

/** Somebody of whom nothing is left but an id. */
export type ErasedPerson = ReturnType<typeof erasedPerson>;

const erasedUsername = (id: string): string => `erased-${id}`;

/** Whether this is what stays of somebody erased: nobody to open, or to do anything with. */
export const isErased = ({ id, username }: { id: string; username: string }): boolean =>
  username === erasedUsername(id);
