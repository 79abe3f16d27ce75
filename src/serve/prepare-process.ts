import { prepare } from '#server/prepare.ts';
import type { PreparedMessage } from './prepare-service.ts';

const [url = '', sample] = process.argv.slice(2);
const tell = (message: PreparedMessage) => process.send?.(message);

try {
  tell({ ready: true, ...(await prepare({ url, sample: sample === 'sample' }, console.log)) });
} catch (error) {
  if (!(error instanceof Error && 'lines' in error && Array.isArray(error.lines))) throw error;
  tell({ ready: false, lines: error.lines });
}
