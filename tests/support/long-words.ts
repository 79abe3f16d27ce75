/** Words as long as any form asks for, where a test is not about them. */
export const longWords =
  'Words that are as long as any of these forms asks for, so that none is too short.';
