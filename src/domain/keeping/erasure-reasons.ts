/**
 * Why a record is erased. One of a list and never in words of one's own: they would stay behind, and
 * could say who it was.
 */
export const erasureReasons = {
  asked: 'They asked for it, and nothing obliges us to keep it',
  retention: 'The time for keeping it is over',
  'made-in-error': 'It was made in error: they never worked here',
} as const;

export type ErasureReason = keyof typeof erasureReasons;
export const isErasureReason = (one: string): one is ErasureReason =>
  Object.hasOwn(erasureReasons, one);
