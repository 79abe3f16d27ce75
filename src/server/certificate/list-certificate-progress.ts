import { criteriaOf } from '#domain/certificate/criteria.ts';
import { standardsProgress, type StandardProgress } from '#domain/certificate/progress.ts';
import { standingBy, standingSignatures } from '#domain/certificate/standing-signatures.ts';
import { listSignatures, type Database } from '#db';
import { readFrameworks } from '../content/read-frameworks.ts';

/** How far somebody's Care Certificate record is. */
export interface CertificateProgress {
  standards: (StandardProgress & { title: string })[];
  /** How many standards have every criterion signed, of how many. */
  done: number;
  of: number;
  /** When the last criterion of the last standard was signed, once every one is. */
  completeAt: string | null;
}

/** How far everybody's Care Certificate record was at a time, in one query: ask for each by their id. */
export async function listCertificateProgress(
  db: Database,
  at?: string,
): Promise<(personId: string) => CertificateProgress> {
  const [{ certificate }, rows] = await Promise.all([readFrameworks(), listSignatures(db, at)]);
  const criteria = criteriaOf(certificate);
  const ofPerson = Map.groupBy(
    rows.filter(({ edition }) => edition === certificate.edition),
    ({ personId }) => personId,
  );
  return (personId) => {
    const standing = standingBy(standingSignatures(ofPerson.get(personId) ?? []));
    const standards = standardsProgress(criteria, standing).map((one) => ({
      ...one,
      title: certificate.standards[one.standard]!.title,
    }));
    const days = standards.flatMap(({ doneAt }) => doneAt ?? []);
    const all = days.length === standards.length;
    return {
      standards,
      done: days.length,
      of: standards.length,
      completeAt: all ? days.toSorted().at(-1)! : null,
    };
  };
}
