import { prepare, type Filling } from '#server/prepare.ts';
import type { PreparedMessage } from './prepare-service.ts';

const [url = '', sample = 'off'] = process.argv.slice(2);
const tell = (message: PreparedMessage) => process.send?.(message);

try {
  const prepared = await prepare({ url, sample: sample as Filling }, console.log);
  tell({ ready: prepared.ok, lines: (prepared.ok ? prepared.value : prepared.problem).lines });
} catch (error) {
  if (!(error instanceof Error && 'lines' in error && Array.isArray(error.lines))) throw error;
  tell({ ready: false, lines: error.lines });
}
