import { samplePassphrase } from '#server/sample/passphrase.ts';

/** What came back from the service. */
export interface Answered {
  status: number;
  /** Where it sends the browser on to, as a path. */
  goes: string | null;
  headers: Headers;
  body: string;
}

/** Somebody with a browser, without JavaScript: keeps its cookies and never follows by itself. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  /** Sends a form as a browser would. */
  post(
    path: string,
    fields?: Record<string, string> | [name: string, value: string][],
    headers?: Record<string, string>,
  ): Promise<Answered>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** Sends whatever it is told, with no header but the cookie added. */
  send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answered>;
}

const asPage = { accept: 'text/html,application/xhtml+xml' };
const asJson = { accept: 'application/json', 'content-type': 'application/json' };

/** Somebody who is not signed in. */
export function visit(
  address: string,
): Visitor & { signIn(username: string, password?: string): Promise<void> } {
  const kept = new Map<string, string>();
  const own = { origin: address };

  const send: Visitor['send'] = async (path, init) => {
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, {
      redirect: 'manual',
      ...init,
      // Packing and unpacking what is only read here would take longer than sending it.
      headers: { ...(cookie && { cookie }), 'accept-encoding': 'identity', ...init.headers },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) kept.set(name!, value);
      else kept.delete(name!);
    }
    const { status, headers } = response;
    return { status, headers, goes: headers.get('location'), body: await response.text() };
  };
  const visitor: Visitor = {
    send,
    get: (path, headers) => send(path, { headers: { ...asPage, ...headers } }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { ...asPage, ...own, ...headers },
      }),
    postJson: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...asJson, ...own, ...headers },
      }),
  };
  const signIn = async (username: string, password: string = samplePassphrase) => {
    const answered = await visitor.post('/sign-in', { username, password });
    if (answered.status !== 303) throw new Error(`${username} was not let in: ${answered.status}.`);
  };
  return { ...visitor, signIn };
}
