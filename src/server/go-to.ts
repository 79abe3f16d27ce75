/** Sends the browser on to another page, whatever it sent here. */
export const goTo = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path } });
