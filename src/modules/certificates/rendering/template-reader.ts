import type { Checked } from '#kernel/faults.ts';
import { createRenderer } from './renderer.ts';
import { parseTemplate, type CertificateTemplate, type SampleCase } from './template.ts';

/** A reader of certificate.typ for checks: it prints samples and neither seals nor keeps anything. The compiler starts with the first one. */
export function templateReader(): (text: string, file: string, sample: SampleCase) => Checked<CertificateTemplate> {
  const renderer = createRenderer();
  return (text, file, sample) => parseTemplate(renderer, text, file, sample);
}
