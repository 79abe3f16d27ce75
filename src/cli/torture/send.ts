import { Agent, request } from 'node:http';

/** What came back; nothing where the server was gone before it had answered. */
export interface Answer {
  status: number;
  location: string;
  text: string;
}

/** What a client sends: fields of a form, or JSON. */
export interface Sending {
  path: string;
  cookie: string;
  form?: Record<string, string>;
  json?: unknown;
}

/** How clients reach the server, whichever process it is just then. */
export interface Wire {
  send(sending: Sending): Promise<Answer | undefined>;
  close(): void;
}

/** Sends POST requests to a port over kept connections. */
export function openWire(port: number): Wire {
  const agent = new Agent({ keepAlive: true });
  const send = ({ path, cookie, form, json }: Sending) =>
    new Promise<Answer | undefined>((done) => {
      const body = form ? new URLSearchParams(form).toString() : JSON.stringify(json);
      const headers = {
        'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Accept: form ? 'text/html' : 'application/json',
        Origin: `http://127.0.0.1:${port}`,
        Cookie: cookie,
      };
      const to = { port, host: '127.0.0.1', path, method: 'POST', agent, headers };
      const sent = request(to, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => done(undefined));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      sent.on('error', () => done(undefined));
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
}
